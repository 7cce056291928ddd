import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edited, specsOf } from '../build/specs';
import { readerOf } from './scripts';

const email = readerOf('getCustomerDetailsByEmail', 'getCustomerDetailsByEmailEmail');
const id = readerOf('getOrdersByCustomerId', 'getOrdersByCustomerIdCustomerId');

/** What the platform took, at worst: plain letters around the sign. */
const taken = (typed: string) => /[a-z]+@[a-z.]+[a-z]/i.exec(typed)?.[0] ?? '';

describe('an address counts as a whole:', () => {
  test.each([
    ['find the customer x&ada@example.com', 'x&ada@example.com'],
    ['o’ada@example.com', "o'ada@example.com"],
    ['müller.ada@example.com', 'müller.ada@example.com'],
    ["!#$%&'*+-/=?^_`{|}~ada@example.com", "!#$%&'*+-/=?^_`{|}~ada@example.com"],
    ['(ada@example.com).', 'ada@example.com'],
    ['is it <ada@example.com>?', 'ada@example.com'],
    ['e-mail:ada@example.com', 'ada@example.com'],
    ['mailto:Ada@Example.com', 'ada@example.com'],
    ["ada@example.com's orders", 'ada@example.com'],
    ['the orders of ada@example.com’s account', 'ada@example.com'],
    ['correo electrónico:ada@example.com', 'ada@example.com'],
    ['ada@sub.example.com.au', 'ada@sub.example.com.au'],
    ['x=ada@example.com', 'x=ada@example.com'],
    ['josé.ada@example.com', 'josé.ada@example.com'],
    ['busque a «ada@example.com», por favor', 'ada@example.com'],
  ])('%s', (typed, value) => {
    expect(email(typed, taken(typed)).value).toBe(value);
  });
});

test('of two addresses the bot asks which', () => {
  expect(email('is it ada@example.com or bob@example.com?', 'ada@example.com').state).toMatchObject({
    outcome: 'needs-input',
    choices: 'ada@example.com, bob@example.com',
  });
});

test('nobody is looked up by a part of an address', () => {
  const real = 'ada@example.com';
  const before = fc.stringMatching(/^[a-zß-ž0-9!#$%&'*+\-/=?^_`{|}~.,;:"\\@ا-ي]{1,8}$/u);
  const after = fc.stringMatching(/^[a-z0-9\-_/+&=@]{1,6}$/u);
  const said = fc.oneof(
    before.map((text) => text + real),
    after.map((text) => real + text),
    fc.tuple(before, after).map(([a, b]) => a + real + b),
    fc.constantFrom('.', '-').map((sign) => `${real}${sign}uk`),
  );
  const frame = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => `find the customer ${text}`,
    (text) => `busque al cliente ${text} por favor`,
  );
  fc.assert(
    fc.property(said, frame, (text, framed) => {
      fc.pre(!/^(?:e-?mail|mail|mailto|correo):ada@/.test(text) && !/^["'<(:;,]+ada/.test(text));
      const { state } = email(framed(text), real);
      expect(JSON.parse(state.body ?? '{}')).not.toMatchObject({ variables: { email: real } });
    }),
    { numRuns: 800 },
  );
});

describe('an ID counts as a whole:', () => {
  const real = '7210000000001';

  test.each([
    `orders of customer ${real}`,
    `#${real}`,
    `(${real}).`,
    `https://admin.shopify.com/store/demo/customers/${real}?tab=1`,
  ])('%s', (typed) => {
    expect(id(typed, real).value).toBe(real);
  });

  test('no part of one does', () => {
    const sign = fc.stringMatching(/^[a-zA-Z0-9_.\-/&+]{1,5}$/);
    const said = fc.oneof(
      sign.map((text) => text + real),
      sign.filter((text) => !/^\.+$/.test(text)).map((text) => real + text),
    );
    fc.assert(
      fc.property(said, (text) => {
        const { value } = id(`orders of customer ${text}`, real);
        expect([text, value]).not.toEqual([text, real]);
      }),
      { numRuns: 1000 },
    );
  });
});

test('the answer to one question is not taken for that to an earlier one', () => {
  const folder = edited(specsOf('shopify'), 'get-product-variants.yaml', (text) =>
    text.replace('inputs:\n', "inputs:\n  shelf:\n    type: pattern\n    pattern: '\\d+'\n    prompt: Which shelf?\n"),
  );
  const shelf = readerOf('getProductVariants', 'getProductVariantsShelf', folder);
  const product = { getProductVariantsProductId: '8110000000001' };
  expect(shelf('8110000000001', '81', product)).toMatchObject({ value: undefined, state: { outcome: 'needs-input' } });
  expect(shelf('8110000000001', '7', product).value).toBe('7');
  expect(shelf('shelf 81 and 8110000000001', '81', product).state.outcome).toBe('needs-input');
  expect(shelf('81', '81', product).value).toBe('81');
});
