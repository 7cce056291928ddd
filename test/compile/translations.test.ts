import { describe, expect, test } from 'vitest';
import { actionFlow } from '../../generator/compile/action-flow';
import { rawNames } from '../../generator/compile/messages/raw';
import { answeredScope } from '../../generator/compile/messages/scope';
import type { Piece } from '../../generator/compile/plan';
import { prepareScript } from '../../generator/compile/scripts/prepare';
import { readingsOf } from '../../generator/compile/scripts/readings';
import { planned } from './plans';
import { actionText, oneAction, smallBot } from './small';

const STEPS =
  '{ other: { request: { rest: { path: /o } }, response: { fields: { id: id } }, none: No other. }, person: { request: { rest: { path: /p } }, response: { fields: { id: id, name: name } }, none: Nobody., choose: { prompt: Which?, title: "${name}" } } }';
const TEXTS = {
  inputs: '{ b: { prompt: B?, optional: true, skip: nix }, a: { prompt: A?, giveUp: Pity. } }',
  steps: STEPS,
  outcomes: '{ late: { status: 425 }, gone: { status: 410 } }',
  reply: '{ found: F., empty: E., late: Late., gone: Gone. }',
  next: '{ text: Next?, buttons: [] }',
};
const GERMAN = `
actions:
  first:
    inputs: { b: { skip: falsch }, a: { prompt: Falsch?, giveUp: Falsch. } }
    steps: { person: { none: Falsch., choose: { prompt: Falsch? } } }
    reply: { found: Falsch., gone: Falsch. }
    next: { text: Falsch? }
  get-it:
    utterances: [hol es]
    inputs: { b: { skip: Keins }, a: { prompt: Was?, giveUp: Schade. } }
    steps: { other: { none: Falsch. }, person: { none: Niemand., choose: { prompt: Wer? } } }
    reply: { found: Da., late: Falsch., gone: Weg. }
    next: { text: Weiter? }
`;

/** A bot whose action stands behind another one that looks like it. */
const bot = () =>
  smallBot({
    'first.yaml': actionText({ title: 'First', ...TEXTS }),
    'get-it.yaml': actionText(TEXTS),
    'locales/de.yaml': GERMAN,
  });

function actionOf(made: ReturnType<typeof bot>) {
  const action = made.actions.find(({ id }) => id === 'get-it');
  if (action === undefined) throw new Error('no action');
  return action;
}

describe('in another language', () => {
  /** What a step says, as text or as JSON. */
  const said = (name: string) => {
    const made = bot();
    const step = actionFlow(made, actionOf(made)).steps.find((one) => one.name === name);
    const [entry] = (step && 'component' in step ? step.component.view['message'] : []) as readonly Piece[];
    return JSON.stringify((entry?.view['localeData'] as Readonly<Record<string, unknown>>)['de']);
  };

  test.each([
    ['found', 'Da.'],
    ['outcome-gone', 'Weg.'],
    ['next', 'Weiter?'],
    ['a', 'Was?'],
    ['give-up-a', 'Schade.'],
    ['none-person', 'Niemand.'],
    ['choose-person', 'Wer?'],
  ])('the step %s says its own words', (step, wanted) => {
    expect(said(step)).toContain(wanted);
    expect(said(step)).not.toContain('Falsch');
  });

  test('an input is skipped by its own word', () => {
    const made = bot();
    const view = JSON.stringify(prepareScript(made, actionOf(made)).view['given']);
    expect(view).toContain('"nix"');
    expect(view).toContain('"keins"');
    expect(view).not.toContain('falsch');
  });

  test('sentences mark the action’s own inputs', () => {
    const lines = { inputs: '{ a: { prompt: A?, example: e }, b: { prompt: B?, example: f } }' };
    const made = smallBot({
      'first.yaml': actionText({ title: 'First', ...lines, utterances: '["first ${b}"]' }),
      'get-it.yaml': actionText({ ...lines, utterances: '["second ${b}"]' }),
      'locales/de.yaml': 'actions: { get-it: { utterances: ["zweite ${b}"] } }',
    });
    const { sentences, components } = planned(made, 'xo10', 'get-it').definition.view;
    const idOf = (name: string) =>
      (components as readonly Piece[]).find(({ view }) => view['name'] === name)?.view['id'];
    const views = (sentences as readonly Piece[]).map(({ view }) => view);
    expect(views.map((view) => view['sentence'])).toEqual(['second f', 'zweite f']);
    for (const view of views) {
      expect(view['entities']).toMatchObject([{ entityId: idOf('getItB') }]);
      expect([view['task'], view['taskName']]).toEqual([idOf('GetIt'), 'GetIt']);
    }
  });

  test('what a button opens is kept as it came, in whatever language', () => {
    const button = (name: string) => `{ found: { text: F, buttons: [{ title: B, url: "\${${name}}" }] }, empty: E }`;
    const response = '{ fields: { a: a, b: b } }';
    const made = smallBot({
      'first.yaml': actionText({ title: 'First', response, reply: button('b') }),
      'get-it.yaml': actionText({ response, reply: button('a') }),
    });
    expect([...rawNames(made, actionOf(made))]).toEqual(['a']);
  });

  test('a reference is told by the words of its own action', () => {
    const lines = (label: string) => ({ inputs: `{ n: { type: reference, label: ${label}, prompt: N? } }` });
    const made = smallBot({
      'first.yaml': actionText({ title: 'First', ...lines('zebra') }),
      'get-it.yaml': actionText(lines('parcel')),
    });
    const [reading] = readingsOf(made, actionOf(made));
    expect(reading?.texts[0]?.text).toContain('parcel');
    expect(reading?.texts[0]?.text).not.toContain('zebra');
  });
});

test('a bot without words for a problem is a mistake of the tool', () => {
  const [made, action] = oneAction();
  const [locale] = made.locales;
  const mute = { ...made, locales: [{ ...locale, texts: { ...locale.texts, shared: new Map() } }] as const };
  expect(() => actionFlow(mute, action)).toThrow('no words for');
});

describe('a page', () => {
  const scope = (request: string) => answeredScope(...oneAction({ request }));
  test.each([
    ['what a variable says', "{ graphql: 'query Q($first: Int) { a }', variables: { first: 5 } }", 5],
    ['what a default says', "{ graphql: 'query Q($first: Int! = 7) { a }' }", 7],
    [
      'what a default says before what an input does',
      "{ graphql: 'query Q($first: Int = 6) { a }', variables: { first: '${a}' } }",
      6,
    ],
  ])('has as many things as %s', (_, request, most) => {
    expect([most - 1, most].map((shown) => scope(request).isLong?.(shown))).toEqual([true, false]);
  });

  test('has any number of things where nothing says how many', () => {
    expect(scope('{ rest: { path: /x } }').isLong?.(1e9)).toBe(true);
    expect(scope("{ graphql: 'query Q { a }' }").isLong?.(0)).toBe(false);
    expect(scope('{ rest: { path: /x } }').paged).toBe(false);
    expect(scope('{ rest: { path: /x }, paging: { next: n } }').paged).toBe(true);
  });
});
