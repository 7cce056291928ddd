import { describe, expect, test } from 'vitest';
import { readScript } from '../../generator/compile/scripts/read';
import { readers, readingsOf } from '../../generator/compile/scripts/readings';
import { oneAction, printed, shown } from './small';

type Lines = Readonly<Record<string, string>>;

type View = Readonly<Record<string, unknown>>;

describe('an input that is read again', () => {
  const readings = (input: string, more: Lines = {}, lines: Lines = {}) => {
    const [bot, action] = oneAction({ inputs: `{ a: { ${input} } }`, ...more }, lines);
    return readingsOf(bot, action).map((one) => ({ ...one, valueOf: printed(one.valueOf('v')) }));
  };

  test.each([
    ['an e-mail address', 'type: email, prompt: A?', 'readEmail(v)'],
    ['an id', 'type: pattern, pattern: "x\\\\d", prompt: A?', 'readWhole(v, /x\\d/g)'],
    ['a number of the store', 'type: reference, prompt: A?', 'readReference(v, aCues, aCommon)'],
  ])('is %s', (_, input, valueOf) => {
    expect(readings(input)).toMatchObject([{ name: 'a', entity: 'getItA', valueOf }]);
  });

  test.each([
    ['a text', 'prompt: A?'],
    ['several', 'type: email, prompt: A?, many: true'],
    ['what the site says', 'type: email, value: "${session.x}"'],
    ['one with a word that skips it', 'type: email, prompt: A?, optional: true, skip: none'],
  ])('is not %s', (_, input) => {
    expect(readings(input)).toEqual([]);
  });

  const step = (when: string) =>
    `\n  person:\n    request: { rest: { path: /p } }\n    response: { fields: { id: id } }\n    none: None.${when}`;
  test('is read by what is looked up before', () => {
    const kind = 'type: email, prompt: A? }, k: { type: choice, prompt: K?, choices: [x, y]';
    expect(readings(kind, { steps: step('') })).toEqual([]);
    expect(readings(kind, { steps: step('\n    when: { k: x }') })).toHaveLength(1);
  });

  test.each([
    [undefined, 'readReference(v, aCues, aCommon)'],
    ['"1001"', 'readReference(v, aCues, aCommon)'],
    ['"#1001"', 'readReference(v, aCues, aCommon)'],
    [
      'EN-1001',
      'readReference(v, aCues, aCommon, "^[^\\\\p{L}\\\\p{N}]*(?:EN[^\\\\p{L}\\\\p{N}]*)?(\\\\d{1,9})(?:[^\\\\p{L}\\\\p{N}]*)?$", "EN-$1")',
    ],
    [
      '1001-A B',
      'readReference(v, aCues, aCommon, "^[^\\\\p{L}\\\\p{N}]*(?:[^\\\\p{L}\\\\p{N}]*)?(\\\\d{1,9})(?:[^\\\\p{L}\\\\p{N}]*A[^\\\\p{L}\\\\p{N}]*B)?$", "$1-A B")',
    ],
  ])('knows how the store writes its numbers: %s', (example, valueOf) => {
    const lines = example === undefined ? {} : { more: `references: { a: ${example} }` };
    expect(readings('type: reference, prompt: A?', {}, lines)).toMatchObject([{ valueOf }]);
  });

  test('is told from the words around it', () => {
    const [one] = readings('type: reference, prompt: A?, label: the Ördernumber no', {
      utterances: '[track my ördernumber parcel]',
    });
    expect(one?.texts).toEqual([
      { name: 'aCues', isLong: false, text: 'ördernumber|ordernumber|no|nr|num|núm|nro|id|ref|reference|referencia' },
      { name: 'aCommon', isLong: true, text: expect.stringMatching(/ parcel .*track/) as string },
    ]);
    const common = one?.texts[1]?.text.split(' ') ?? [];
    expect(common).toContain('my');
    expect(common).toContain('no');
    expect(common).not.toContain('ordernumber');
    expect(common).not.toContain('nr');
  });

  test('has long words on lines of their own', () => {
    const cues = (letters: number) =>
      readings(`type: reference, prompt: A?, label: ${'q'.repeat(letters)}`)[0]?.texts[0];
    const short = cues(1);
    const rest = (short?.text.length ?? 0) - 1;
    expect(cues(179 - rest)).toMatchObject({ isLong: false });
    expect(cues(180 - rest)).toMatchObject({ isLong: true });
  });

  test('has a reader, once', () => {
    const [bot, action] = oneAction({
      inputs: '{ a: { type: email, prompt: A? }, b: { type: email, prompt: B? }, c: { type: id, prompt: C? } }',
    });
    expect(readers(readingsOf(bot, action))).toEqual([
      { partial: 'reading/readEmail' },
      { partial: 'reading/readWhole' },
    ]);
  });
});

describe('the script that reads again', () => {
  const read = (lines: Lines) => {
    const [bot, action] = oneAction(lines);
    return shown(readScript(bot, action)?.view) as View | undefined;
  };
  const EMAIL = '{ a: { type: email, prompt: A? } }';
  const SINGLE = { entity: 'getItA', value: 'readEmail(taken)' };

  test.each([
    ['one input', { inputs: EMAIL }, { single: SINGLE, squashes: false, again: false }],
    ['one of two', { inputs: '{ a: { type: email, prompt: A? }, b: { prompt: B? } }' }, { single: null }],
    [
      'one beside what the site says',
      { inputs: '{ a: { type: email, prompt: A? }, b: { value: "${session.x}" } }' },
      { single: SINGLE },
    ],
    ['an open one', { inputs: '{ a: { type: email, prompt: A?, optional: true } }' }, { again: true }],
    ['a number of the store', { inputs: '{ a: { type: reference, prompt: A? } }' }, { squashes: true }],
    [
      'one that is looked up at times',
      {
        inputs: '{ k: { type: choice, prompt: K?, choices: [x, y] }, a: { type: email, prompt: A? } }',
        steps:
          '\n  person:\n    when: { k: x }\n    request: { rest: { path: /p } }\n    response: { fields: { id: id } }\n    none: None.',
      },
      { single: null },
    ],
  ] satisfies readonly (readonly [string, Lines, View])[])('has %s', (_, lines, wanted) => {
    expect(read(lines)).toMatchObject(wanted);
  });

  test('is not there without', () => {
    expect(read({ inputs: '{ a: { prompt: A? } }' })).toBeUndefined();
  });

  test('takes no single input that is looked up before', () => {
    const [bot, action] = oneAction({ inputs: EMAIL });
    const when = { input: 'a', is: ['x'], where: action.where };
    const look = {
      name: 'p',
      when,
      request: action.request,
      response: action.response,
      none: action.title,
      giveUp: action.title,
      where: action.where,
    };
    expect(readScript(bot, { ...action, steps: [look] })?.view['single']).toBeNull();
  });
});
