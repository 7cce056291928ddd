import { describe, expect, it } from 'vitest';
import { findOption } from '../../preview/values/options';
import { findNumber, percentage } from '../../preview/values/numbers';
import { plainWords } from '../../preview/values/spoken-times';
import { date, datetime, period, time } from '../../preview/values/dates';

const OPTIONS = [
  { title: 'Blue Mug', value: 'blue', synonyms: ['azure', '"exact word"', '<only this>'] },
  { title: 'Red Mug', value: 'red', synonyms: [] },
  { title: 'Large Green Lamp', value: 'lgl', synonyms: ['', 'verdant light'] },
  { title: 'Red Mug Deluxe', value: 'rmd', synonyms: [] },
];

describe('an option', () => {
  const found = (text: string, partly: boolean) => {
    const choice = findOption(OPTIONS, text, partly);
    if (choice?.kind === 'several') return choice.options.map(({ value }) => value);
    return choice && [choice.found.value, text.slice(choice.found.start, choice.found.end)];
  };
  it.each<[text: string, partly: boolean, found: unknown]>([
    ['I want the blue mug!', false, ['blue', 'blue mug']],
    ['BLUE', false, ['blue', 'BLUE']],
    ['bluemug', false, undefined],
    ['blues', false, undefined],
    ['xblue', false, undefined],
    ['-blue-', false, ['blue', 'blue']],
    ['blues and blue', false, ['blue', 'blue']],
    ['azure', false, ['blue', 'azure']],
    ['the exact word is', false, ['blue', 'exact word']],
    ['only this', false, ['blue', 'only this']],
    ['Only this!', false, ['blue', 'Only this']],
    ['only this please', false, undefined],
    ['red mug', false, ['red', 'red mug']],
    ['red mug deluxe', false, ['rmd', 'red mug deluxe']],
    ['mug', false, undefined],
    ['mug', true, ['blue', 'red', 'rmd']],
    ['exact', true, undefined],
    ['only', true, undefined],
    ['green', true, ['lgl', 'green']],
    ['verdant', true, ['lgl', 'verdant']],
    ['the green one please', true, ['lgl', 'the green one please']],
    ['green quickly', true, ['lgl', 'green quickly']],
    ['green quickly now', true, undefined],
    ['green azure-like', true, ['blue', 'azure']],
    ['large mug', true, undefined],
    ['large lamp', true, ['lgl', 'large lamp']],
    ['the of', true, undefined],
    ['', true, undefined],
    ['?!', true, undefined],
  ])('in %j, in part %s: %j', (text, partly, value) => expect(found(text, partly)).toEqual(value));
});

const reading = { now: Date.UTC(2026, 10, 23, 12), language: 'en', zone: 'UTC' };

describe('a number', () => {
  it.each<[text: string, value: unknown]>([
    ['1,234,567.5', 1_234_567.5],
    ['1,23', 1],
    ['-5', -5],
    ['a5', undefined],
    ['5a', undefined],
    ['5@x', undefined],
    ['1.2.3', undefined],
    ['twenty five', 25],
    ['one two three', 123],
    ['one, two', 1],
    ['one 2', 2],
    ['two million', 2_000_000],
    ['2 million', 2_000_000],
    ['5 or two', 5],
    ['two or 5', 5],
    ['xtwo', undefined],
    [`${'x '.repeat(98)} two`, 2],
    [`${'x '.repeat(98)}  two`, undefined],
    ['', undefined],
  ])('in %j is %j', async (text, value) => expect((await findNumber(text, reading))?.value).toBe(value));

  it.each<[text: string, value: unknown, said: string]>([
    ['about 60 % of it', 0.6, '60 %'],
    ['60percent', undefined, ''],
    ['60 percent', 0.6, '60 percent'],
    ['sixty percentage', 0.6, 'sixty percentage'],
    ['60 percents', undefined, ''],
    ['60', undefined, ''],
    ['none', undefined, ''],
  ])('with a sign in %j is %j', async (text, value, said) => {
    const found = await percentage(text, reading);
    expect([found?.value, text.slice(found?.start ?? 0, found?.end ?? 0)]).toEqual([value, said]);
  });
});

it.each([
  ['six in the evening', '6 pm'.padEnd(18)],
  ['at six AM sharp', 'at 6 am sharp'.replace('6 am', '6 am  ')],
  ['one a.m.', '1 am    '],
  ['twelve pm', '12 pm    '],
  ['thirteen pm', 'thirteen pm'],
  ['zero am', 'zero am'],
  ['six ammo', 'six ammo'],
  ['six', 'six'],
  ['twenty am then six pm', 'twenty am then 6 pm  '],
])('the hour in %j is written as %j', async (said, plain) => expect(await plainWords(said, reading)).toBe(plain));

describe('a date', () => {
  it.each<[text: string, value: unknown, doubt: boolean]>([
    ['on 2026-12-24', '2026-12-24', false],
    ['25-12-2026', '2026-12-25', false],
    ['05-03-2027', '2027-03-05', true],
    ['05/03/2027', '2027-05-03', true],
    ['12/12/2026', '2026-12-12', false],
    ['12/13/2026', '2026-12-13', false],
    ['at 5 pm', undefined, false],
    ['nothing', undefined, false],
    [`${'x'.repeat(289)} 2026-12-24`, '2026-12-24', false],
    [`${'x'.repeat(300)} 2026-12-24`, undefined, false],
  ])('in %j is %j', async (text, value, doubt) => {
    const found = await date(text, reading);
    expect([found?.value, found?.doubt !== undefined]).toEqual([value, doubt]);
  });

  it.each<[text: string, value: unknown, said: string]>([
    ['2026-12-24 to 2026-12-26', { fromDate: '2026-12-24', toDate: '2026-12-26' }, '2026-12-24 to 2026-12-26'],
    ['2026-12-24 only', { fromDate: '2026-12-24', toDate: '2026-12-24' }, '2026-12-24'],
    ['nothing', undefined, ''],
  ])('and another in %j are %j', async (text, value, said) => {
    const found = await period(text, reading);
    expect([found?.value, text.slice(found?.start ?? 0, found?.end ?? 0)]).toEqual([value, said]);
  });

  it.each<[text: string, value: unknown, when: unknown]>([
    ['2026-12-24', undefined, '2026-12-24T00:00:00+00:00'],
    ['5 pm', 'T17:00:00+00:00', '2026-11-23T17:00:00+00:00'],
    ['at 5 pm on 2026-12-24', 'T17:00:00+00:00', '2026-12-24T17:00:00+00:00'],
    ['nothing', undefined, undefined],
  ])('with a time in %j is %j and %j', async (text, value, when) => {
    expect((await time(text, reading))?.value).toBe(value);
    expect((await datetime(text, reading))?.value).toBe(when);
  });
});
