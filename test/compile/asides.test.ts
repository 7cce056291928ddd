import { describe, expect, test } from 'vitest';
import { hearScript, mayMishear, spokenAside, topicView } from '../../generator/compile/scripts/asides';
import { actionText, oneAction, shown, smallBot } from './small';

type Lines = Readonly<Record<string, string>>;

type View = Readonly<Record<string, unknown>>;

const ANSWERS = `answers:
  thanks: { title: T, description: D., utterances: [thanks], text: T. }
  stop: { title: S, description: D., utterances: ["please stop it", oh, "Leave me, thanks"], text: S., leaves: true }
  cancel: { title: C, description: D., utterances: [cancel my order 1001, cancel orders please 22, order], text: C. }
  refund: { title: R, description: D., utterances: [refund the order 5], text: R. }`;

const heard = (lines: Lines, more = ANSWERS): View | undefined => {
  const [bot] = oneAction(lines, { more });
  return shown(hearScript(bot)?.view) as View | undefined;
};

const topic = (lines: Lines, more = ANSWERS): View | null => topicView(...oneAction(lines, { more }));

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
    expect(topicView(bot, action)).not.toBeNull();
    expect(topicView(bot, { ...action, of: 'other' })).toBeNull();
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
  const PATTERNS = ['joint', 'opening', 'pronouns'];
  test.each([
    [
      'a text',
      { inputs: TEXT },
      { takes: 'text', entities: ['getItA'], texts: ['getItA'], shows: { a: 'getItA' } },
      { isText: true, takesNumbers: false, asks: true },
      [...PATTERNS, 'greeting'],
    ],
    [
      'a number',
      { inputs: NUMBER },
      { takes: 'number', entities: ['getItA'], texts: [], shows: { a: 'getItA' } },
      { isText: false, takesNumbers: true, asks: true, others: OTHERS },
      PATTERNS,
    ],
    [
      'an e-mail address',
      { inputs: '{ a: { type: email, prompt: A? } }' },
      { takes: 'value', elsewhere: '' },
      { isText: false, takesNumbers: false, asks: true },
      PATTERNS,
    ],
    [
      'a choice',
      { inputs: '{ a: { type: choice, prompt: A?, choices: [x, y] } }' },
      { takes: 'value' },
      { takesNumbers: false },
      PATTERNS,
    ],
    [
      'a web address',
      { inputs: '{ a: { type: url, prompt: A? } }' },
      { takes: 'number' },
      { takesNumbers: true },
      PATTERNS,
    ],
    ['nothing', {}, { takes: 'nothing', entities: [], shows: null }, { asks: false, takesNumbers: false }, PATTERNS],
    [
      'what the site says',
      { inputs: '{ a: { value: "${session.x}" } }' },
      { takes: 'nothing', entities: [], shows: null },
      { asks: false },
      PATTERNS,
    ],
    [
      'several',
      { inputs: '{ a: { type: reference, prompt: A?, many: true }, b: { type: id, prompt: B? } }' },
      { takes: 'number', shows: { b: 'getItB' } },
      {},
      PATTERNS,
    ],
    [
      'something to be written',
      { inputs: NUMBER, request: '{ rest: { method: POST, path: /x } }', confirm: '{ ask: Sure? }' },
      { writes: true, takes: 'number' },
      { takesNumbers: true },
      PATTERNS,
    ],
    [
      'a text and a number',
      { inputs: '{ a: { prompt: A? }, b: { type: id, prompt: B? } }' },
      { takes: 'text', texts: ['getItA'], entities: ['getItA', 'getItB'] },
      { isText: true, takesNumbers: false },
      [...PATTERNS, 'greeting'],
    ],
  ] satisfies readonly (readonly [string, Lines, View, View, readonly string[]])[])(
    'is heard where an action asks for %s',
    (_, lines, wanted, shared, patterns) => {
      expect(topic(lines)).toMatchObject(wanted);
      const view = heard(lines);
      expect(view).toMatchObject(shared);
      expect(patternsOf(view)).toEqual(patterns);
    },
  );

  test('is told from words of other actions where a text or a number is asked for', () => {
    const others = (inputs: string) => {
      const bot = smallBot(
        {
          'get-it.yaml': actionText({ inputs }),
          'b.yaml': actionText({ title: 'B', description: 'B.', utterances: '[bring zebras]' }),
        },
        { more: ANSWERS },
      );
      const [action] = bot.actions.filter(({ id }) => id === 'get-it');
      return action && topicView(bot, action)?.['elsewhere'];
    };
    expect(others(TEXT)).toBe('bring zebra');
    expect(others(NUMBER)).toBe('bring zebra');
    expect(others('{ a: { type: email, prompt: A? } }')).toBe('');
    expect(topic({ inputs: TEXT })).toMatchObject({ elsewhere: '', isLong: false });
  });

  test.each([
    [144, false],
    [145, true],
  ])('has %d signs of words on one line: %s', (letters, isLong) => {
    const bot = smallBot(
      {
        'get-it.yaml': actionText({ inputs: NUMBER }),
        'b.yaml': actionText({ title: 'B', description: 'B.', utterances: `[${'q'.repeat(letters)}]` }),
      },
      { more: ANSWERS },
    );
    const [action] = bot.actions.filter(({ id }) => id === 'get-it');
    expect(action && topicView(bot, action)).toMatchObject({ isLong });
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
    expect(hearScript(bot)?.view['leaves']).toBe('|leave me|stop it|');
  });
});
