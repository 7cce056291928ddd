import { describe, expect, it } from 'vitest';
import { nluFor } from '../../preview/nlu';
import { dialogName, openBot } from '../../preview/open-bot';
import { buildBot } from './build-bot';
import type { DialogSpec } from './build-bot';

const end = [{ id: 'm', type: 'message' }];
const ask = (name: string, id: string) => [{ id, type: 'entity', name, with: { entityType: 'label' } }];
const bot = openBot(
  buildBot({
    languages: ['en', 'de'],
    dialogs: [
      {
        name: 'Order status',
        says: [
          'where is order ${Order=1001}',
          'where is my order',
          'order #${Order=1001}',
          'wo ist bestellung ${Order=5} @de',
        ],
        nodes: ask('Order', 'e1'),
      },
      {
        name: 'Find products',
        says: ['find products named ${Name=blue mug}', 'show ${Name=mug} in stock', 'find products'],
        nodes: ask('Name', 'e2'),
      },
      { name: 'Secret', hidden: true, says: ['open the vault'], nodes: end },
    ],
  }),
);
const match = (text: string, language = 'en') => {
  const found = nluFor(bot, language).match(text);
  if (found.kind !== 'exact' && found.kind !== 'likely') return { kind: found.kind };
  return {
    kind: found.kind,
    name: dialogName(bot, found.dialog),
    slots: [...found.slots.values()].map((slot) => slot.text),
  };
};

describe('matching an utterance', () => {
  it('knows a training sentence whatever its case and punctuation', () => {
    expect(match('  Where is MY order?! ')).toEqual({ kind: 'exact', name: 'Order status', slots: [] });
  });
  it('knows a dialog by its name', () => expect(match('find Products')).toMatchObject({ name: 'Find products' }));
  it('lays slots over what was said', () => {
    expect(match('where is order #1002?')).toEqual({ kind: 'exact', name: 'Order status', slots: ['#1002'] });
    expect(match('Find products named red tea pot!')).toMatchObject({ slots: ['red tea pot'] });
    expect(match('show small cups in stock')).toMatchObject({ slots: ['small cups'] });
    expect(match('order #77')).toMatchObject({ slots: ['77'] });
  });
  it('gives the place of a slot in the text', () => {
    const text = 'where is order 42';
    const found = nluFor(bot, 'en').match(text);
    const slot = found.kind === 'exact' ? [...found.slots.values()][0] : undefined;
    expect(text.slice(slot?.start, slot?.end)).toBe('42');
  });
  it('takes a sentence that is only alike', () => {
    expect(match('please find some products named lamp')).toMatchObject({
      kind: 'likely',
      name: 'Find products',
      slots: ['lamp'],
    });
  });
  it('offers what it is not sure about', () => {
    const task = (name: string, words: string): DialogSpec => ({ name, says: [words], nodes: end });
    const twins = openBot(
      buildBot({ dialogs: [task('One', 'cancel subscription today'), task('Two', 'cancel subscription later')] }),
    );
    const found = nluFor(twins, 'en').match('cancel subscription');
    expect(found).toEqual({
      kind: 'ambiguous',
      offers: [
        { title: 'One', say: 'One' },
        { title: 'Two', say: 'Two' },
      ],
    });
    expect(nluFor(twins, 'en').match('Two')).toMatchObject({ kind: 'exact' });
  });
  it('knows when it does not know', () => {
    expect(match('what is the weather').kind).toBe('none');
    expect(match('').kind).toBe('none');
    expect(match('???').kind).toBe('none');
  });
  it('never starts a hidden dialog', () => {
    expect(match('open the vault').kind).toBe('none');
    expect(match('Secret').kind).toBe('none');
  });
  it('listens in the language of the conversation', () => {
    expect(match('wo ist bestellung 9', 'de')).toMatchObject({ name: 'Order status', slots: ['9'] });
    expect(match('wo ist bestellung 9', 'en').kind).toBe('none');
    expect(match('where is my order', 'de').kind).not.toBe('exact');
  });
  it('is quick with a thousand dialogs, even for long input', () => {
    const dialogs: DialogSpec[] = Array.from({ length: 1000 }, (_, i) => ({
      name: `Task ${i}`,
      says: [`do thing ${i} for me`, `please run task number ${i} with \${E${i}=x}`, `I want job${i} done now`],
      nodes: ask(`E${i}`, `e${i}`),
    }));
    const nlu = nluFor(openBot(buildBot({ dialogs })), 'en');
    nlu.match('warm up');
    const started = performance.now();
    for (let i = 0; i < 20; i += 1) nlu.match(`please run task number ${i} with everything`);
    nlu.match('please do run task the thing for me '.repeat(80));
    expect((performance.now() - started) / 21).toBeLessThan(50);
  });
});
