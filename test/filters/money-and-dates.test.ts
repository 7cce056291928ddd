import fc from 'fast-check';
import { describe, expect, test, it } from 'vitest';
import { evaluate } from './evaluate';

const money = (amount: unknown, currencyCode: unknown, language = 'en') =>
  evaluate('money', { language })({ amount, currencyCode });

describe('money', () => {
  test.each([
    ['19.99', 'USD', '$19.99'],
    ['19.9', 'USD', '$19.90'],
    ['19', 'USD', '$19.00'],
    [19.5, 'USD', '$19.50'],
    ['0.0', 'USD', '$0.00'],
    ['0.05', 'USD', '$0.05'],
    ['007.50', 'USD', '$7.50'],
    ['-5.00', 'USD', '-$5.00'],
    ['-0.00', 'USD', '$0.00'],
    ['1234567.89', 'USD', '$1,234,567.89'],
    ['99999999999999999999999.99', 'USD', '$99,999,999,999,999,999,999,999.99'],
    ['1000.0', 'JPY', '¥1,000'],
    ['0', 'JPY', '¥0'],
    ['1.5', 'KWD', '1.500 KWD'],
    ['0.005', 'KWD', '0.005 KWD'],
    ['5.00', 'CAD', 'CA$5.00'],
    ['5.00', 'XYZ', '5.00 XYZ'],
    ['5.00', undefined, '5.00'],
    ['5.00', 'constructor', '5.00 constructor'],
  ])('reads %j %s as %j', (amount, currency, expected) => {
    expect(money(amount, currency)).toBe(expected);
  });

  test.each(['', 'free', '1e3', '1,5', ' 5', '5.', '.5', '--5', '5.0.0', null, NaN, {}])(
    'shows nothing for %j',
    (amount) => {
      expect(money(amount, 'USD')).toBe('');
    },
  );

  test.each([
    ['de', '1.234,50 €'],
    ['es', '1.234,50 €'],
    ['fr', '1 234,50 €'],
    ['en', '€1,234.50'],
    ['xx', '€1,234.50'],
  ])('is written as in %s', (language, expected) => {
    expect(money('1234.5', 'EUR', language)).toBe(expected);
  });

  test('takes the shop’s money of a MoneyBag, or the customer’s', () => {
    const amount = { amount: '5.0', currencyCode: 'EUR' };
    expect(evaluate('money')({ shopMoney: amount })).toBe('€5.00');
    expect(evaluate('money')({ presentmentMoney: amount })).toBe('€5.00');
  });

  test.each([null, undefined, {}, { shopMoney: null }, 'x', 5])('shows nothing for %j', (value) => {
    expect(evaluate('money')(value)).toBe('');
  });

  test('keeps every digit of any amount with two decimals', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const written = `${whole}.${String(cents).padStart(2, '0')}`;
        expect(String(money(written, 'USD')).replace(/[$,]/g, '')).toBe(written);
      }),
    );
  });
});

test('moneyIn takes its currency from elsewhere, which may be missing', () => {
  expect(evaluate('moneyIn')('3.5', 'GBP')).toBe('£3.50');
  expect(evaluate('moneyIn')('3.5', undefined)).toBe('3.50');
});

test.each([
  ['1.0', '2.0', '$1.00 – $2.00'],
  ['2.0', '2.00', '$2.00'],
])('moneyRange from %s to %s is %s', (low, high, expected) => {
  const price = (amount: string) => ({ amount, currencyCode: 'USD' });
  const range = { minVariantPrice: price(low), maxVariantPrice: price(high) };
  expect(evaluate('moneyRange')(range)).toBe(expected);
  expect(evaluate('moneyRange')({ ...range, maxVariantPrice: null })).toBe('');
});

describe('date', () => {
  test.each([
    ['en', 'Nov 3, 2026'],
    ['de', '3. Nov. 2026'],
    ['es', '3 nov 2026'],
    ['fr', '3 nov. 2026'],
    ['xx', '2026-11-03'],
  ])('is written as in %s', (language, expected) => {
    expect(evaluate('date', { language })('2026-11-03T23:59:59Z')).toBe(expected);
  });

  test('writes every month of every known language out', () => {
    for (const language of ['en', 'de', 'es', 'fr']) {
      const dates = Array.from({ length: 12 }, (_, i) =>
        evaluate('date', { language })(`2026-${String(i + 1).padStart(2, '0')}-09`),
      );
      expect(new Set(dates).size).toBe(12);
      for (const date of dates)
        expect(date).toMatch(/^(?=.*\b9\b)(?=.*\b2026\b)(?=.*\p{L}{3})(?!.*(?<!\p{L})[DMY](?!\p{L}))/u);
    }
  });

  test.each(['', 'soon', null, undefined, 20261103, '03.11.2026'])('shows nothing for %j', (value) => {
    expect(evaluate('date')(value)).toBe('');
  });

  test('leaves a month that does not exist as it is', () => {
    expect(evaluate('date')('2026-13-01')).toBe('2026-13-01');
  });
});

describe('an amount', () => {
  it.each([
    ['99.999', 'USD', '$100.00'],
    ['99.994', 'USD', '$99.99'],
    ['0.005', 'USD', '$0.01'],
    ['-1.995', 'USD', '-$2.00'],
    ['1299.5', 'JPY', '¥1,300'],
    ['9.9995', 'KWD', '10.000 KWD'],
    ['999999.995', 'EUR', '€1,000,000.00'],
  ])('%s %s is rounded half up: %s', (amount, currencyCode, expected) => {
    expect(evaluate('money')({ amount, currencyCode })).toBe(expected);
  });
});

describe('a moment', () => {
  it.each([
    ['2026-11-20T03:30:00Z', 'America/Los_Angeles', 'Nov 19, 2026'],
    ['2026-07-01T23:30:00Z', 'Europe/Berlin', 'Jul 2, 2026'],
    ['2026-11-20T03:30:00+09:00', 'UTC', 'Nov 19, 2026'],
    ['2026-11-20', 'America/Los_Angeles', 'Nov 20, 2026'],
    ['2026-11-20T03:30:00Z', undefined, 'Nov 20, 2026'],
  ])('%s in %s is on %s', (value, zone, expected) => {
    expect(evaluate('date')(value, zone)).toBe(expected);
  });
});

describe('what was paid', () => {
  const bag = (currencyCode: string) => ({
    shopMoney: { amount: '39.5', currencyCode: 'USD' },
    presentmentMoney: { amount: '36.34', currencyCode },
  });

  it('is told beside the shop’s amount only when it was in another currency', () => {
    expect(evaluate('paidIn')(bag('EUR'))).toBe('(€36.34)');
    expect(evaluate('paidIn')(bag('USD'))).toBe('');
  });
});

describe('minor units', () => {
  test.each([
    ['12.50', [], 1250],
    ['12', [], 1200],
    ['0.05', [], 5],
    ['19.99', [], 1999],
    ['1.1', [], 110],
    ['500', [0], 500],
    ['1.234', [3], 1234],
    ['12.500', [], 1250],
    ['12.505', [], null],
    ['1.5', [0], null],
    ['-3', [], null],
    ['1e3', [], null],
    ['', [], null],
  ])('%j with %j is sent as %j', (amount, places, expected) => {
    expect(evaluate('minorUnits')(amount, ...places)).toBe(expected);
  });

  test.each([
    [1250, 'usd', '$12.50'],
    ['5', 'EUR', '€0.05'],
    [500, 'jpy', '¥500'],
    [1234, 'KWD', '1.234 KWD'],
    [-250, 'usd', '-$2.50'],
    [123456789, 'usd', '$1,234,567.89'],
    ['12.5', 'usd', ''],
    [undefined, 'usd', ''],
  ])('%j of %s is told as %s', (amount, currency, expected) => {
    expect(evaluate('minorMoney')(amount, currency)).toBe(expected);
  });
});
