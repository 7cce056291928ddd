import { describe, expect, test } from 'vitest';
import { hearScript, mayMishear, spokenAside } from '../../generator/compile/scripts/asides';
import { actionText, oneAction, shown, smallBot } from './small';

type Lines = Readonly<Record<string, string>>;

type View = Readonly<Record<string, unknown>>;

const ANSWERS = `answers:
  thanks: { title: T, description: D., utterances: [thanks], text: T. }
  stop: { title: S, description: D., utterances: ["please stop it", oh, "Leave me, thanks"], text: S., leaves: true }
  cancel: { title: C, description: D., utterances: [cancel my order 1001, cancel orders please 22, order], text: C. }
  refund: { title: R, description: D., utterances: [refund the order 5], text: R. }`;

const heard = (lines: Lines, more = ANSWERS): View | undefined => {
  const [bot, action] = oneAction(lines, { more });
  return shown(hearScript(bot, action)?.view) as View | undefined;
};

const TEXT = '{ a: { prompt: A? } }';

const NUMBER = '{ a: { type: reference, prompt: A? } }';

const patternsOf = (view: View | undefined) =>
  (view?.['patterns'] as readonly { readonly name: string }[]).map((p) => p.name);

describe('what is said beside an answer', () => {
  test('is heard where the bot knows how to leave a question', () => {
    expect(heard({ inputs: TEXT }, '')).toBeUndefined();
    expect(heard({ inputs: TEXT }, ANSWERS.replace(', leaves: true', ''))).toBeUndefined();
    expect(heard({ inputs: TEXT })).toMatchObject({ left: 'stop', leaves: '|leave me|stop it|', asks: true });
  });

  test('is not heard by a look-up', () => {
    const [bot, action] = oneAction({}, { more: ANSWERS });
    expect(hearScript(bot, { ...action, of: 'other' })).toBeUndefined();
    expect(mayMishear(bot, action)).toBe(false);
  });

  test.each([
    ['a text', TEXT, true],
    ['a number', NUMBER, false],
    ['nothing', '{}', false],
  ])('may be taken for the answer where it asks for %s', (_, inputs, wanted) => {
    const [bot, action] = oneAction({ inputs }, { more: ANSWERS });
    expect(mayMishear(bot, action)).toBe(wanted);
    const [without, same] = oneAction({ inputs });
    expect(mayMishear(without, same)).toBe(false);
  });

  const OTHERS = [
    { id: 'cancel', keys: 'cancel order' },
    { id: 'refund', keys: 'order refund' },
  ];
  test.each([
    [
      'a text',
      { inputs: TEXT },
      { isText: true, takesNumbers: false, others: [], entities: ['getItA'], texts: ['getItA'], asks: true },
      ['joint', 'opening', 'own', 'elsewhere', 'greeting'],
    ],
    [
      'a number',
      { inputs: NUMBER },
      { isText: false, takesNumbers: true, others: OTHERS, entities: ['getItA'], texts: [] },
      ['joint', 'opening', 'own', 'elsewhere'],
    ],
    [
      'an e-mail address',
      { inputs: '{ a: { type: email, prompt: A? } }' },
      { isText: false, takesNumbers: false, others: OTHERS },
      ['joint', 'opening', 'own'],
    ],
    [
      'a choice',
      { inputs: '{ a: { type: choice, prompt: A?, choices: [x, y] } }' },
      { takesNumbers: false },
      ['joint', 'opening', 'own'],
    ],
    [
      'a web address',
      { inputs: '{ a: { type: url, prompt: A? } }' },
      { takesNumbers: true },
      ['joint', 'opening', 'own', 'elsewhere'],
    ],
    ['nothing', {}, { asks: false, takesNumbers: false, others: OTHERS, entities: [] }, ['joint', 'opening', 'own']],
    [
      'what the site says',
      { inputs: '{ a: { value: "${session.x}" } }' },
      { asks: false, entities: [] },
      ['joint', 'opening', 'own'],
    ],
    [
      'something to be written',
      { inputs: NUMBER, request: '{ rest: { method: POST, path: /x } }', confirm: '{ ask: Sure? }' },
      { others: [], takesNumbers: true },
      ['joint', 'opening', 'own', 'elsewhere'],
    ],
    [
      'a text and a number',
      { inputs: '{ a: { prompt: A? }, b: { type: id, prompt: B? } }' },
      { isText: true, takesNumbers: false, texts: ['getItA'], entities: ['getItA', 'getItB'] },
      ['joint', 'opening', 'own', 'elsewhere', 'greeting'],
    ],
  ] satisfies readonly (readonly [string, Lines, View, readonly string[]])[])(
    'is heard where an action asks for %s',
    (_, lines, wanted, patterns) => {
      const view = heard(lines);
      expect(view).toMatchObject(wanted);
      expect(patternsOf(view)).toEqual(patterns);
    },
  );

  test('is tested with a pattern that matches nothing where no other action is', () => {
    const source = (view: View | undefined) =>
      (view?.['patterns'] as readonly { readonly name: string; readonly source: string }[]).find(
        (p) => p.name === 'elsewhere',
      )?.source;
    expect(source(heard({ inputs: TEXT }))).toBe('(?<!\\S)(?:$^)');
  });

  test('has long patterns on lines of their own', () => {
    const long = (utterances: string) =>
      (
        heard({ inputs: NUMBER, utterances })?.['patterns'] as readonly {
          readonly name: string;
          readonly source: string;
          readonly flags: string;
          readonly isLong: boolean;
        }[]
      ).map(({ name, source, flags, isLong }) => [name.length + source.length + flags.length > 144, isLong]);
    const pairs = [...long('[bring zebras]'), ...long(`[${'bring zebras '.repeat(1)}${'q'.repeat(150)}]`)];
    for (const [wanted, is] of pairs) expect(is).toBe(wanted);
    expect(new Set(pairs.map(([one]) => one)).size).toBe(2);
    const own = 'own'.length + '(?<!\\S)(?:|(?:it|its|that|this|they|them)(?!\\S))'.length;
    for (const [letters, isLong] of [
      [144 - own, false],
      [145 - own, true],
    ] as const)
      expect(
        (
          heard({ utterances: `[${'q'.repeat(letters)}]` })?.['patterns'] as readonly {
            readonly name: string;
            readonly isLong: boolean;
          }[]
        ).find((p) => p.name === 'own')?.isLong,
      ).toBe(isLong);
  });

  test('is what leaves a question, or is asked for with a number', () => {
    const [bot] = oneAction({}, { more: ANSWERS });
    expect([...spokenAside(bot)].sort()).toEqual(['cancel', 'refund', 'stop']);
    expect([...spokenAside(oneAction()[0])]).toEqual([]);
  });

  test('is not read in a file of utterances', () => {
    const file = {
      'get-it.yaml': actionText({ inputs: NUMBER }),
      'utterances/stop.yaml': 'en: { utterances: [go away] }',
    };
    const bot = smallBot(file, { more: ANSWERS });
    const [action] = bot.actions;
    expect(action && hearScript(bot, action)?.view['leaves']).toBe('|leave me|stop it|');
  });
});
