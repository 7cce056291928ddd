import { describe, expect, it } from 'vitest';
import { findOption } from '../../preview/values/options';
import type { OptionChoice } from '../../preview/values/options';
import { findName, findTyped } from '../../preview/values/typed';

const now = Date.UTC(2026, 0, 15, 12);
const found = (type: string, text: string, language = 'en', zone = 'Asia/Kolkata') =>
  findTyped(type, text, { now, language, zone });
const value = async (type: string, text: string, language?: string) => (await found(type, text, language))?.value;

describe('finding a value in a text', () => {
  it.each([
    ['number', 'where is order 1002?', 1002],
    ['number', 'order #1001', 1001],
    ['number', '-3.5 degrees', -3.5],
    ['number', '1,200 pieces', 1200],
    ['number', 'I want two', 2],
    ['number', 'one two three', 123],
    ['number', 'twenty five', 25],
    ['number', 'two million three hundred', 2000300],
    ['number', '1M', 1000000],
    ['number', '2.5k please', 2500],
    ['number', 'order 1001 for two', 1001],
    ['number', 'not one@example.com', undefined],
    ['percentage', '60 %', 0.6],
    ['percentage', 'sixty percent', 0.6],
    ['percentage', '60', undefined],
    ['number', '8110000000001', 8110000000001],
    ['number', '123456789012345678', '123456789012345678'],
    ['number', 'abc12 bob7@x.com', undefined],
    ['number', 'nothing', undefined],
    ['email', 'mail ann.lee+x@example.co.uk, please', 'ann.lee+x@example.co.uk'],
    ['email', 'ann at example', undefined],
    ['phone_number', 'call +1 (415) 555-0123 now', '+14155550123'],
    ['phone_number', '12', undefined],
    ['date', 'on 2026-03-05', '2026-03-05'],
    ['date', '03/05/2026', '2026-03-05'],
    ['date', '5th March 2026', '2026-03-05'],
    ['date', 'March 5', '2026-03-05'],
    ['date', 'tomorrow', '2026-01-16'],
    ['date', '2026-13-45', undefined],
    ['date', '25-12-2026', '2026-12-25'],
    ['date', '05-03-2026', '2026-03-05'],
    ['date', '12/25/2026', '2026-12-25'],
    ['date', '25.12.2026', '2026-12-25'],
    ['date', '31-02-2026', undefined],
    ['date', 'in 3 days', '2026-01-18'],
    ['date', '10 pm', undefined],
    ['time', 'at 7pm', 'T19:00:00+05:30'],
    ['time', '10 pm', 'T22:00:00+05:30'],
    ['time', 'Six AM', 'T06:00:00+05:30'],
    ['time', 'six in the evening', 'T18:00:00+05:30'],
    ['time', 'let us say six in the evening tomorrow', 'T18:00:00+05:30'],
    ['time', '10:30', 'T10:30:00+05:30'],
    ['time', 'the 5th', undefined],
    ['time', '25:00', undefined],
    ['datetime', 'tomorrow 7:30 pm', '2026-01-16T19:30:00+05:30'],
    ['datetime', '10-10-2017 6 pm', '2017-10-10T18:00:00+05:30'],
    ['zipcode', '98101', '98101'],
    ['url', 'see https://example.com/a?b=1 ok', 'https://example.com/a?b=1'],
    ['label', 'anything', undefined],
  ])('%s in "%s" is %s', async (type, text, expected) => expect(await value(type, text)).toBe(expected));

  it.each([
    ['number', 'veinticinco mil', 25000],
    ['date', 'el 5 de marzo', '2026-03-05'],
    ['date', '03/05/2026', '2026-05-03'],
    ['time', 'a las siete de la tarde', 'T19:00:00+05:30'],
  ])('%s in Spanish "%s" is %s', async (type, text, expected) => expect(await value(type, text, 'es')).toBe(expected));
  it('says where it stands', async () => {
    expect(await found('number', 'order 42 now')).toMatchObject({ start: 6, end: 8 });
    expect(await found('number', 'make it two million, ok')).toMatchObject({ start: 8, end: 19 });
  });
  it('has the offset that the zone has on that day', async () => {
    const at = async (text: string) => (await found('datetime', text, 'en', 'Europe/Berlin'))?.value;
    expect(await at('2026-01-20 6 pm')).toBe('2026-01-20T18:00:00+01:00');
    expect(await at('2026-07-20 6 pm')).toBe('2026-07-20T18:00:00+02:00');
  });
  it('says when day and month may be the other way round', async () => {
    expect((await found('date', '05-03-2026'))?.doubt).toContain('the day first');
    expect((await found('date', '03/05/2026'))?.doubt).toContain('the month first');
    expect((await found('date', '25-12-2026'))?.doubt).toBeUndefined();
    expect((await found('date', '5 March 2026'))?.doubt).toBeUndefined();
  });
  it('knows names', () => {
    expect(findName('I am Ann Lee')?.value).toBe('Ann Lee');
    expect(findName('ann lee')?.value).toBe('ann lee');
    expect(findName('123')).toBeUndefined();
  });
  describe('in a list', () => {
    const options = [
      { title: 'Tea', value: 'tea', synonyms: ['"chai"', '<hot>'] },
      { title: 'Tea pot', value: 'pot', synonyms: [] },
      { title: 'Fruit juice', value: 'juice', synonyms: [] },
      { title: 'Fruit salad', value: 'salad', synonyms: ['greens and fruit'] },
    ];
    const told = (choice: OptionChoice | undefined) =>
      choice?.kind === 'several' ? choice.options.map(({ value }) => value) : choice?.found.value;
    it.each([
      ['a tea pot please', 'pot'],
      ['Chai!', 'tea'],
      ['steam', undefined],
      ['hot', 'tea'],
      ['hot fruit', ['juice', 'salad']],
      ['Fruit', ['juice', 'salad']],
      ['the fruit one', ['juice', 'salad']],
      ['salad', 'salad'],
      ['my greens', 'salad'],
      ['juice with a lot of other words around it', 'juice'],
      ['greens with a lot of other words around it', undefined],
      ['the', undefined],
    ])('"%s" is %s', (text, expected) => expect(told(findOption(options, text, true))).toEqual(expected));
    it('a part does not count in passing', () => {
      expect(findOption(options, 'fruit', false)).toBeUndefined();
      expect(told(findOption(options, 'a fruit juice', false))).toBe('juice');
    });
  });
  it('reads only so much of a hostile text that no library takes long over it', async () => {
    for (const type of [
      'number',
      'percentage',
      'email',
      'phone_number',
      'date',
      'time',
      'datetime',
      'url',
      'zipcode',
    ]) {
      for (const text of ['1', 'a', '1-', 'a.', '@', '(1) ', 'one ', 'one hundred ', '1/', 'jan 1 ', 'six in the '])
        await value(type, text.repeat(Math.ceil(3000 / text.length)));
    }
  });
});
