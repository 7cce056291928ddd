import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from './evaluate';
import { anyInput } from './hostile';

const GID = 'gid://shopify/Order/1001';

describe('gid', () => {
  const gid = evaluate('gid');

  test.each([
    ['1001', GID],
    [' 1001\n', GID],
    [1001, GID],
    [GID, GID],
    ['0001', 'gid://shopify/Order/0001'],
    ['12345678901234567890', 'gid://shopify/Order/12345678901234567890'],
  ])('makes %j an id', (value, expected) => {
    expect(gid(value, 'Order')).toBe(expected);
  });

  test.each([
    ...[
      '',
      ' ',
      '#1001',
      '1001a',
      '10 01',
      '1.5',
      '-1',
      '1e3',
      '+1',
      '0x10',
      '١٢٣',
      '1001\n1002',
      '1001"',
      '123456789012345678901',
    ],
    ...['gid://shopify/Product/1001', 'gid://shopify/order/1001', 'gid://shopify/Order/', 'gid://shopify/Order/1?x=1'],
    ...[
      'gid://evil/Order/1001',
      'gid://shopify/Order/1/../../Customer/2',
      `x${GID}`,
      1.5,
      -1,
      1e21,
      NaN,
      null,
      undefined,
      {},
    ],
  ])('refuses %j', (value) => {
    expect(gid(value, 'Order')).toBeNull();
  });

  test('is always an id of the wanted type, or null', () => {
    fc.assert(
      fc.property(anyInput, (text) => {
        const result = gid(text, 'Order');
        if (result !== null) expect(result).toMatch(/^gid:\/\/shopify\/Order\/\d{1,20}$/);
      }),
    );
  });
});

describe('optionalGid', () => {
  const optionalGid = evaluate('optionalGid');

  test.each(['1001', '#1001', 'gid://evil/Order/1', '1234567890123456789012', '', '"'])(
    'leaves the variable out for %j',
    (value) => {
      expect(optionalGid(value, 'Order')).toBeUndefined();
    },
  );

  test('refuses the id of something else', () => {
    expect(optionalGid('gid://shopify/Product/1', 'Order')).toBeNull();
  });

  test.each([
    ['1234567890', 'gid://shopify/Order/1234567890'],
    [GID, GID],
  ])('makes %j an id', (value, expected) => {
    expect(optionalGid(value, 'Order')).toBe(expected);
  });

  test('has an id only where isId says so, and isNotId always says the opposite', () => {
    const [isId, isNotId] = [evaluate('isId'), evaluate('isNotId')];
    fc.assert(
      fc.property(fc.oneof(anyInput, fc.stringMatching(/^(gid:\/\/shopify\/Order\/)?\d{1,22}$/)), (text) => {
        expect(isNotId(text)).toBe(!(isId(text) as boolean));
        const id = optionalGid(text, 'Order');
        if (id !== undefined && id !== null) {
          expect(isId(text)).toBe(true);
          expect(id).toMatch(/^gid:\/\/shopify\/Order\/\d{1,20}$/);
        }
      }),
    );
  });
});

test.each([
  ['123', '123'],
  [' 123 ', '123'],
  ['gid://shopify/Customer/123', '123'],
  [123, '123'],
  ['12 3', null],
  ['-123', null],
  ['1.5', null],
  ['123 OR email:x', null],
  ['gid://shopify/Customer/123 OR 1', null],
  ['', null],
])('digits makes %j %j', (value, expected) => {
  expect(evaluate('digits')(value)).toBe(expected);
});

test('digits is always digits alone, or null', () => {
  const digits = evaluate('digits');
  fc.assert(fc.property(anyInput, (text) => /^\d{1,20}$|^null$/.test(String(digits(text)))));
});

test.each([
  ['gid://shopify/Product/42', '42'],
  ['42', '42'],
  ['no number', ''],
  ['', ''],
  [undefined, ''],
])('idNumber makes %j %j', (value, expected) => {
  expect(evaluate('idNumber')(value)).toBe(expected);
});
