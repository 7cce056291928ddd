import { describe, expect, it } from 'vitest';
import { findName, findOption, findTyped } from '../../preview/entity-values';

const now = new Date(2026, 0, 15, 12).getTime();
const value = (type: string, text: string) => findTyped(type, text, now)?.value;

describe('finding a value in a text', () => {
  it.each([
    ['number', 'where is order 1002?', 1002],
    ['number', 'order #1001', 1001],
    ['number', '-3.5 degrees', -3.5],
    ['number', '1,200 pieces', 1200],
    ['number', 'I want two', 2],
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
    ['time', 'at 7pm', '19:00:00'],
    ['time', '25:00', undefined],
    ['datetime', 'tomorrow 7:30 pm', '2026-01-16T19:30:00'],
    ['zipcode', '98101', '98101'],
    ['url', 'see https://example.com/a?b=1 ok', 'https://example.com/a?b=1'],
    ['label', 'anything', undefined],
  ])('%s in "%s" is %s', (type, text, expected) => expect(value(type, text)).toBe(expected));

  it('says where it stands', () =>
    expect(findTyped('number', 'order 42 now', now)).toMatchObject({ start: 6, end: 8 }));
  it('knows names', () => {
    expect(findName('I am Ann Lee')?.value).toBe('Ann Lee');
    expect(findName('ann lee')?.value).toBe('ann lee');
    expect(findName('123')).toBeUndefined();
  });
  it('finds the longest option, by whole words', () => {
    const options = [
      { title: 'Tea', value: 'tea', synonyms: ['"chai"'] },
      { title: 'Tea pot', value: 'pot', synonyms: [] },
    ];
    expect(findOption(options, 'a tea pot please')?.value).toBe('pot');
    expect(findOption(options, 'Chai!')?.value).toBe('tea');
    expect(findOption(options, 'steam')).toBeUndefined();
  });
  it('takes no time over hostile text', () => {
    const started = performance.now();
    for (const type of ['number', 'email', 'phone_number', 'date', 'time', 'url', 'zipcode']) {
      for (const text of [
        '1'.repeat(3000),
        'a'.repeat(3000),
        '1-'.repeat(1500),
        'a.'.repeat(1500),
        '@'.repeat(3000),
        '(1) '.repeat(700),
      ])
        value(type, text);
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
