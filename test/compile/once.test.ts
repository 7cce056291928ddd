import { expect, test } from 'vitest';
import { objectIdOf, refIdOf } from '../../generator/compile/ids';
import { languageSettings, training } from '../../generator/compile/language-settings';
import { distinct } from '../../generator/compile/part';
import { oncePerBot } from '../../generator/compile/per-bot';
import { type Target } from '../../kore/format';

const layout = (target: Target) => ({ target, bot: 'st-1', namespace: 'n', languages: ['en', 'de'] });

test('what is listed is listed once, in the order of its ids', () => {
  expect(distinct([{ id: 'b' }, { id: 'a' }, { id: 'b' }, { id: 'c' }])).toEqual([
    { id: 'a' },
    { id: 'b' },
    { id: 'c' },
  ]);
});

test('ids depend on names alone, also when many were asked for', () => {
  const before = [refIdOf('x'), objectIdOf('dg', 'st', refIdOf('x'))];
  const many = new Set(Array.from({ length: 2100 }, (_, i) => refIdOf(`x${i}`)));
  expect(many.size).toBe(2100);
  expect([refIdOf('x'), objectIdOf('dg', 'st', refIdOf('x'))]).toEqual(before);
});

test('what all dialogs of a bot share is made once for each bot', () => {
  let times = 0;
  const made = oncePerBot<undefined, object>(() => {
    times += 1;
    return undefined;
  });
  const [one, other] = [{}, {}];
  expect([made(one), made(one), made(other)]).toEqual([undefined, undefined, undefined]);
  expect(times).toBe(2);
});

test('only English has settings of its language engine', () => {
  expect(languageSettings(layout('xo10'), 'en')).toHaveLength(3);
  expect(languageSettings(layout('xo10'), 'de')).toEqual([]);
  expect(training('xo10', 'xx').view['stopWords']).toBe('');
});
