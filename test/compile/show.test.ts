import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { prepareScript } from '../../generator/compile/scripts/prepare';
import { showScript } from '../../generator/compile/scripts/show';
import type { Bot } from '../../generator/model/model';
import { templates } from '../build/specs';
import { oneAction } from './small';
import { FETCHED } from './small-flows';

type State = Readonly<Record<string, unknown>>;

const [plain] = oneAction();
const THINGS = '{ at: data, fields: { things: { each: items, fields: { n: n } } } }';
const LIST = '{ found: { look: list, each: things, item: { title: "${n}" } }, empty: E }';
const PAGED = { request: '{ rest: { path: /x }, paging: { next: n } }', response: THINGS };
const [paged] = oneAction(PAGED);
const [further] = oneAction({ ...PAGED, reply: LIST });

/** What the step makes of an action's state, and what it puts into the session and the context. */
function shown(state: State, bot: Bot = plain, called: State = {}) {
  const { template, view } = showScript(bot);
  const kept: unknown[] = [];
  const context: Record<string, unknown> = { called: { key: 'getIt', ...called }, getIt: { ...state } };
  runInNewContext(`(() => {${templates.scripts.render(template, view)}\n})()`, {
    context,
    BotUserSession: { put: (...all: readonly unknown[]) => kept.push(all) },
  });
  const { getIt, problem, getItFurther } = JSON.parse(JSON.stringify(context)) as Record<string, State>;
  return { ...getIt, problem, further: getItFurther, kept: JSON.parse(JSON.stringify(kept)) as unknown };
}

describe('an answer', () => {
  test.each([
    ['a text', { a: '<b>x</b>' }, { a: '‹b›x‹/b›' }],
    ['a text in a list', { list: [{ a: '<i>' }, { a: 'b' }] }, { list: [{ a: '‹i›' }, { a: 'b' }] }],
    ['a text far down', { l: [{ m: [{ a: '{{x}}' }] }] }, { l: [{ m: [{ a: '｛｛x｝｝' }] }] }],
    ['an address', { a: 'https://example.com' }, { a: 'https:\u2060//example.com' }],
    ['a harmless text', { a: 'Tom & Co' }, { a: 'Tom &\u2060 Co' }],
  ])('is harmless: %s', (_, answer, wanted) => {
    expect(shown({ outcome: 'found', answer })).toMatchObject({ answer: wanted });
  });

  test.each([
    ['a number', { all: 12 }],
    ['an empty list', { list: [] }],
    ['nothing', {}],
    ['a plain text', { a: 'Red mug, 2' }],
  ])('stays what it is: %s', (_, answer) => {
    expect(shown({ outcome: 'found', answer })).toHaveProperty('answer', answer);
  });

  test('keeps as it came what an address or a test needs, and that alone', () => {
    const answer = { url: 'https://a.example', list: [{ url: 'https://b.example' }], urls: 'https://c.example' };
    expect(shown({ outcome: 'found', answer }, plain, { raw: ['url'] })).toMatchObject({
      answer: {
        url: 'https://a.example',
        list: [{ url: 'https:\u2060//b.example' }],
        urls: 'https:\u2060//c.example',
      },
    });
    expect(shown({ outcome: 'found', answer }, plain, { raw: ['list.url'] })).toMatchObject({
      answer: { url: 'https:\u2060//a.example', list: [{ url: 'https://b.example' }] },
    });
  });

  test('keeps a thing that is kept for later whole, however deep', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(3000)}"<b>"${'}'.repeat(3000)}`) as unknown;
    const { template, view } = showScript(plain);
    const context = { called: { key: 'getIt', raw: ['kept'] }, getIt: { outcome: 'found', answer: { kept: deep } } };
    runInNewContext(`(() => {${templates.scripts.render(template, view)}\n})()`, { context });
    expect(context.getIt.answer.kept).toBe(deep);
  });

  test('may be missing', () => {
    expect(shown({ outcome: 'throttled' })).toMatchObject({ problem: 'throttled' });
    expect(shown({ outcome: 'throttled' })).not.toHaveProperty('answer');
  });

  test('is told of by the step before the request', () => {
    const [bot, action] = oneAction({
      response: '{ fields: { page: page, list: { each: items, fields: { n: n, page: page } } } }',
      reply: '{ found: { text: F, buttons: [{ title: B, url: "${page}" }] }, empty: E }',
    });
    const rendered = templates.scripts.render('scripts/prepare', prepareScript(bot, action).view);
    expect(rendered).toContain('kind: "rest", raw: ["page"] };');
  });
});

describe("a service's own words", () => {
  const [bot] = oneAction({
    outcomes: '{ gone: { status: 410, reason: why } }',
    reply: '{ found: F, empty: E, gone: G }',
  });

  test('are harmless', () => {
    expect(shown({ outcome: 'gone', reason: '[a](b)' }, bot)).toMatchObject({ reason: '［a］(b)' });
  });

  test('are none in a bot that never tells them', () => {
    expect(showScript(plain).view['reasons']).toBe(false);
    expect(shown({ outcome: 'found' }, bot)).not.toHaveProperty('reason');
  });
});

describe('a request', () => {
  test('is over', () => {
    expect(shown({ outcome: 'found', body: '{}' })).not.toHaveProperty('body');
    expect(shown({ outcome: 'found', body: '{}' })).toMatchObject({ problem: 'found' });
  });

  test('that is sent again with a new token is not', () => {
    const [bot] = oneAction({}, FETCHED);
    expect(shown({ outcome: 'renew', body: '{}' }, bot)).toMatchObject({ body: '{}' });
    expect(shown({ outcome: 'found', body: '{}' }, bot)).not.toHaveProperty('body');
  });
});

describe('pages', () => {
  const said = { q: 'mug' };
  const remembered = (more: State) => [['getItNextPage', { said, after: 'p2', ...more }, 15]];

  test.each([
    ['more', { outcome: 'found', next: 'p2' }, { more: 'yes', kept: remembered({}) }],
    ['no more', { outcome: 'found', next: null }, { more: 'no', kept: [] }],
    ['nothing found', { outcome: 'empty', next: 'p2' }, { more: 'no', kept: [] }],
  ])('are remembered where there is %s', (_, state, wanted) => {
    expect(shown({ said, page: {}, ...state }, paged)).toMatchObject(wanted);
  });

  test('are none of an action without them', () => {
    const { kept, more } = shown({ said, outcome: 'found' }, paged) as State;
    expect([kept, more]).toEqual([[], undefined]);
  });

  test.each([
    ['the first', {}, { pages: 2, after: 'p2', looked: 5, shown: false }],
    ['the second', { pages: 2, shown: true }, { pages: 3, after: 'p2', looked: 5, shown: true }],
  ])('are gone through by themselves while nothing may be shown: %s', (_, page, wanted) => {
    expect(shown({ said, page, outcome: 'noneYet', next: 'p2', looked: 5 }, further)).toMatchObject({
      outcome: 'nextPage',
      problem: 'nextPage',
      further: wanted,
      more: 'no',
      kept: [],
    });
  });

  test('are asked about after the third', () => {
    expect(shown({ said, page: { pages: 3 }, outcome: 'noneYet', next: 'p2', looked: 9 }, further)).toMatchObject({
      outcome: 'noneYet',
      more: 'yes',
      kept: remembered({ looked: 9, shown: false }),
    });
  });

  test('know that something was shown', () => {
    expect(shown({ said, page: {}, outcome: 'found', next: 'p2', looked: 0 }, further)).toMatchObject({
      more: 'yes',
      kept: remembered({ looked: 0, shown: true }),
    });
  });
});
