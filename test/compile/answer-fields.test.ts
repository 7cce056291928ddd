import { describe, expect, test } from 'vitest';
import { pathSteps } from '../../generator/model/path-steps';
import { optionalValueAt, textOf, valueIn } from '../../generator/compile/expressions';
import { answerScript } from '../../generator/compile/scripts/answer';
import { checkScript } from '../../generator/compile/scripts/check';
import { functionPartials, localeNeeds } from '../../generator/compile/scripts/filters';
import { oneAction, printed, shown } from './small';

type Lines = Readonly<Record<string, string>>;

type View = Readonly<Record<string, unknown>>;

/** What the script after the request is made of. */
const answered = (lines: Lines, bot: Lines = {}): View => {
  const [made, action] = oneAction(lines, bot);
  return shown(answerScript(made, action).view) as View;
};

describe('a field', () => {
  const value = (field: string, reply = '{ found: Here., empty: Nothing. }') => {
    const [first] = answered({ response: `{ fields: { f: '${field}', g: g } }`, reply })['fields'] as readonly View[];
    return first?.['value'];
  };
  const RAW = '{ found: { text: F, buttons: [{ title: B, url: "${f}" }] }, empty: E }';

  test.each([
    ['is a text, whatever it was', 'a.b', 'text(found.a?.b)', 'found.a?.b'],
    ['is a text after most filters', 'a | truncate(5)', 'truncate(found.a, 5)', undefined],
    ['is a text as a date', 'a | date', 'date(found.a)', undefined],
    ['may be a list', 'a | pluck("n")', 'text(pluck(found.a, "n"))', undefined],
    ['may be joined', 'a | join', 'text(join(found.a))', undefined],
    ['may say something of a list', 'a | anyTrue("b")', 'text(anyTrue(found.a, "b"))', 'anyTrue(found.a, "b")'],
    ['has a currency of its own', 'a | moneyIn("b")', 'amount(found.a, body?.b)', undefined],
    ['has a currency beside it', 'a | minorMoney("b")', 'minorMoney(found.a, found.b)', undefined],
    ['has a zone', 'a | date("shop.zone")', 'date(found.a, body?.shop?.zone)', undefined],
    ['has words', 'a | words("open")', 'words(found.a, locale.words.open)', undefined],
    ['may depend', 'a | when("b", "x")', 'text(text(found.b) === "x" ? found.a : "")', undefined],
    ['may depend on what is there', 'a | when("b", "present")', 'text(text(found.b) !== "" ? found.a : "")', undefined],
    [
      'may depend on what is not',
      'a | when("b", "absent")',
      'text([""].includes(text(found.b)) ? found.a : "")',
      undefined,
    ],
    ['may depend on an amount', 'a | when("b", "positive")', 'text(Number(found.b) > 0 ? found.a : "")', undefined],
    ['may depend as a text', 'a | trim | when("b", "positive")', 'Number(found.b) > 0 ? trim(found.a) : ""', undefined],
  ])('%s', (_, field, wanted, raw = wanted) => {
    expect(value(field)).toBe(wanted);
    expect(value(field, RAW)).toBe(raw);
  });

  test('of a thing of a list stays as it came where it is opened', () => {
    const fields = (item: string) =>
      (
        answered({
          response:
            '{ fields: { n: n, things: { each: items, where: { kind: x }, total: count, fields: { n: n, m: m } } } }',
          reply: `{ found: { look: list, each: things, item: { ${item} } }, empty: Nothing. }`,
        })['fields'] as readonly View[]
      ).slice(0);
    expect(fields('title: "${n}"')).toEqual([
      { name: 'n', value: 'text(found.n)' },
      {
        name: 'things',
        list: 'found.items',
        only: ['item.kind === "x"'],
        fields: [
          { name: 'n', value: 'text(item.n)' },
          { name: 'm', value: 'text(item.m)' },
        ],
      },
      { name: 'thingsInAll', value: 'text(found.count)' },
    ]);
    expect(fields('title: T, link: "${m}"')[1]?.['fields']).toEqual([
      { name: 'n', value: 'text(item.n)' },
      { name: 'm', value: 'item.m' },
    ]);
  });
});

describe('what a script knows of a language', () => {
  const WORDS = { more: 'words: { open: { "true": yes }, other: { x: y } }' };
  const made = (field: string) => oneAction({ response: `{ fields: { f: ${field} } }` }, WORDS);

  test.each([
    ['nothing', 'f', {}, false],
    ['its months', 'f | date', { date: 'M D, Y', months: expect.stringContaining('Jan') as string }, true],
    ['its amounts', 'f | moneyIn("b")', { decimal: '.', group: ',', money: '¤#' }, true],
    ['its words', 'f | words("open")', { words: { open: { true: 'yes' } } }, true],
    ['no words', 'f | words("none")', { words: { none: {} } }, true],
  ])('is %s', (_, field, wanted, localized) => {
    const [bot, action] = made(field);
    expect(checkScript(bot).view).toMatchObject({ locales: { en: wanted }, localized, amounts: false });
    expect(answerScript(bot, action).view).toMatchObject({ localized, amounts: false, written: localized });
  });

  test('is not what it makes of an amount, which is written already', () => {
    const [bot, action] = made('f | money');
    expect(checkScript(bot).view).toMatchObject({
      locales: { en: { decimal: '.', group: ',', money: '¤#' } },
      localized: true,
      amounts: true,
    });
    expect(answerScript(bot, action).view).toMatchObject({ localized: false, amounts: true, written: true });
  });

  test.each([
    ['date', ['date']],
    ['moneyRange', ['money']],
    ['trim', []],
  ] as const)('is what the filter %s needs', (name, needs) => {
    expect([...localeNeeds([{ name, args: [] }])]).toEqual(needs);
  });

  test.each([
    ['money', 'staff', ['filters/amountWritten', 'filters/sum', 'filters/money']],
    ['money', 'shopper', ['filters/amountWritten', 'filters/sumPaid', 'filters/money']],
    ['moneyIn', 'staff', ['filters/amount']],
    ['searchWords', 'staff', ['filters/stems', 'filters/searchWords']],
    ['isNotId', 'staff', ['filters/isId', 'filters/isNotId']],
    ['when', 'staff', []],
    ['date', 'shopper', ['filters/date']],
  ] as const)('has the functions of %s for %s', (name, audience, wanted) => {
    expect(functionPartials([{ name, args: [] }], audience).map(({ partial }) => partial)).toEqual(wanted);
  });
});

describe('what is kept', () => {
  test('is a field, for so many minutes', () => {
    expect(
      answered({ keep: '{ token: "${id}", other: { value: "${id}", minutes: 5 }, none: plain }' })['kept'],
    ).toEqual([
      { name: 'token', minutes: 15, value: 'state.answer.id' },
      { name: 'other', minutes: 5, value: 'state.answer.id' },
      { name: 'none', minutes: 15, value: 'state.answer[""]' },
    ]);
  });
});

describe('a path', () => {
  test.each([
    ['.', 'body', 'body'],
    ['a', 'body.a', 'body?.a'],
    ['a.b[0].c-d', 'body.a?.b?.[0]?.["c-d"]', 'body?.a?.b?.[0]?.["c-d"]'],
    [
      'a.*.b',
      'Object.values(body.a || {}).flatMap((one) => one?.b)',
      'Object.values(body?.a || {}).flatMap((one) => one?.b)',
    ],
    ['*', 'Object.values(body || {}).flatMap((one) => one)', 'Object.values(body || {}).flatMap((one) => one)'],
    ['a.1x', 'body.a?.["1x"]', 'body?.a?.["1x"]'],
  ])('%s leads to a value', (path, known, open) => {
    expect(printed(valueIn('body', pathSteps(path)))).toBe(known);
    expect(printed(optionalValueAt('body', pathSteps(path)))).toBe(open);
  });
});

test.each([
  [[], '""'],
  [['a'], '"a"'],
  [[{ kind: 'constant', value: 5 }], '5'],
  [['a', { kind: 'constant', value: 5 }], '`a${5}`'],
] as const)('a text of %j is as short as it can be', (parts, wanted) => {
  expect(printed(textOf(parts))).toBe(wanted);
});
