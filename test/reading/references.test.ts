import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edited, specsOf } from '../build/specs';
import { readerOf, showsTo } from './scripts';

const ENTITY = 'getOrderDetailsOrder';
const read = readerOf('getOrderDetails', ENTITY);
const shows = showsTo('getOrderDetails', ENTITY);

/** What the platform took, at worst: nothing but the digits. */
const taken = (typed: string) => /\p{Nd}+/u.exec(typed)?.[0] ?? '';

describe('the whole of what was said counts:', () => {
  test.each([
    ['where is order EN 1001', 'EN 1001'],
    ['where is order en 1001', 'en 1001'],
    ['where is order EN#1001', 'EN#1001'],
    ['where is order EN–1001', 'EN-1001'],
    ['where is order EN.1001', 'EN.1001'],
    ['where is order EN. 1001', 'EN.1001'],
    ['where is order AU#1001', 'AU#1001'],
    ['where is order US 1001', 'US 1001'],
    ['WHERE IS ORDER EN 1001', 'EN 1001'],
    ['dónde está el pedido ES 1001', 'ES 1001'],
    ['donde esta mi pedido en 1001', 'en 1001'],
    ['EN - 1001', 'EN-1001'],
    ['#EN 1001', '#EN 1001'],
    ['1102 A', '1102 A'],
    ['where is order 1102 A', '1102 A'],
    ['#1001-A', '#1001-A'],
    ['HARBORPINE1001', 'HARBORPINE1001'],
    ['harborpine 1001', 'harborpine 1001'],
    ['1-A', '1-A'],
    ['99', '99'],
    ['1001-2', '1001-2'],
    ['ORDER1001', 'ORDER1001'],
    ['where is tracker1001', 'tracker1001'],
    ['order gid://shopify/Order/5600000001003', 'gid://shopify/Order/5600000001003'],
    ['order 5600000001003', '5600000001003'],
  ])('%s', (typed, value) => {
    expect(read(typed, taken(typed)).value).toBe(value);
  });
});

describe('the one beside a word for it counts:', () => {
  test.each([
    'order (1001) 10/16/2026',
    'my order (1001), call me at (206) 555-0101',
    'order (1001) 10 16 2026',
    'call me at 206-555-0101 about order #1001',
    'call me at (206) 555-0101 about order 1001',
    'my number is (206) 555-0101, the order is #1001',
    'call +1 206 555 0101, order no. 1001',
    'I live in 98101, order 1001',
    'vivo en 28013, pedido 1001',
    'placed on 10/16/2026, order 1001',
    'I placed it on October 16, 2026: order 1001',
    'I love your #blackfriday deals, order 1001',
    'it cost $39.50, order 1001',
    'pagué 39,50 € por el pedido nº 1001',
    'mail ada2001@example.com about order 1001',
    'order number is 1001',
    'Where is my order? The number is #1001.',
    'order no. 1001',
    'order № 1001',
    'el número de mi pedido es 1001',
    'pedido: 1001',
    'order1001',
    'where is Order1001',
    'pedido1001',
    'order №1001',
    'pedido nº1001',
    'el pedido n.º 1001',
    'núm. 1001',
    'ref. 1001',
    'Reference: 1001',
    'order 1001 from 2026',
    'mi pedido de 2026, el 1001',
    'order 1001, 12 Alder Lane, Seattle 98101',
    'ship to 98101-1234, order 1001',
    'código postal 28013, pedido 1001',
    'you can reach me on 07700 900123 regarding order 1001',
    'mi teléfono es 612 345 678, pedido 1001',
    'my number is 206.555.0101 and my order is 1001',
    'order 1001 placed Oct 16',
    'del 16 de octubre de 2026, pedido 1001',
    'order 1001 at 10:30',
    'you charged me 1,200 dollars for order 1001',
    'order 1001 was 15% off',
    'I paid 500 kr for order 1001',
    'I bought 120 mugs in order 1001',
    '#cybermonday order 1001',
    'order 1001, not 1002',
  ])('%s', (typed) => {
    expect(read(typed, taken(typed)).value?.replace('#', '')).toBe('1001');
  });
});

describe('signs around it and other digits do not matter:', () => {
  test.each([
    ...['1,001', '1.001', '1 001', '１００１', '١٠٠١', '1001!', '#1001.', '(1001)', '“1001”', '¿1001?', '1001 please'],
    ...['1001’s status', 'where is 1001', 'order 1001 pls', 'pedido 1001 por favor', '# 1001', 'track 1001 in 98101'],
    ...[
      'order १००१',
      'pedido ۱۰۰۱',
      'order ๑๐๐๑',
      'order １，００１',
      '1’001',
      'order 1\u202f001',
      'order 𝟏𝟎𝟎𝟏',
      'order 1001 sir',
      'maybe 1001',
      'pedido 1001 xfa',
    ],
  ])('%s', (typed) => {
    expect(read(typed, taken(typed)).value?.replace('#', '')).toBe('1001');
  });
});

test('of two that are left the bot asks which', () => {
  for (const typed of ['orders #1001 and #1002', '1001 or 1002', '#1001, #1002', 'el pedido #1001 o el #1002'])
    expect(read(typed, '1001')).toMatchObject({ value: undefined, state: { outcome: 'needs-input' } });
  expect(read('where are orders #1001 and #1002', '1001').state.choices).toBe('#1001, #1002');
});

test.each(['where is my order, I placed it 3 days ago', 'I want 2 mugs', 'my zip code is 98101', 'ordered in 2026'])(
  'there is none in "%s"',
  (typed) => {
    expect(read(typed, taken(typed))).toMatchObject({ value: undefined, state: { outcome: 'needs-input' } });
  },
);

test('without the words that were typed, or with others, what the platform took is taken', () => {
  expect(read(undefined, 'EN1001').value).toBe('EN1001');
  expect(read('Get order details', '#1001').value).toBe('#1001');
});

test('a store that says how it writes its numbers needs no more than the number', () => {
  const store = edited(specsOf('shopify'), 'bot.yaml', (t) => `${t}\nreferences: { order: '#EN-1001-A' }\n`);
  const own = readerOf('getOrderDetails', ENTITY, store);
  for (const typed of ['where is order 1002', 'EN1002', 'en 1002 a', '#EN-1002-A', '1002A'])
    expect([typed, own(typed, '1002').value]).toEqual([typed, 'EN-1002-A']);
  expect(own('US1002', 'US1002').value).toBe('US1002');
  expect(own('5600000001003', '5600000001003').value).toBe('5600000001003');
});

const letters = (max: number) => fc.stringMatching(new RegExp(`^[bcdfgjkqvwxz]{1,${max}}$`));
const capitals = letters(10).map((text) => text.toUpperCase());
const digits = fc.stringMatching(/^[1-9]{1,3}$/);
const tight = fc.constantFrom('', '-', '#', '.', '_', '/', '–', '‐', '−');
const loose = fc.constantFrom(' ', ' - ', '- ', ' #', '. ');
const real = fc.constantFrom('1001', '1002', '42', '98765', '5');

/** What is near a real name and is not it. */
const neighbour = real.chain((name) =>
  fc
    .oneof(
      fc.tuple(fc.oneof(capitals, letters(10)), tight).map(([word, sign]) => word + sign + name),
      fc.tuple(fc.oneof(capitals, letters(3)), loose).map(([word, sign]) => word + sign + name),
      fc.tuple(tight, fc.oneof(capitals, letters(10))).map(([sign, word]) => name + sign + word),
      fc.tuple(fc.constantFrom(' ', ' - ', '- '), letters(3)).map(([sign, word]) => name + sign + word.toUpperCase()),
      fc.tuple(digits, fc.constantFrom('', '-', '.', '/', '–')).map(([more, sign]) => more + sign + name),
      fc.tuple(fc.constantFrom('', '-', '/', '–'), digits).map(([sign, more]) => name + sign + more),
      fc.tuple(letters(3), tight, tight, letters(2)).map(([a, b, c, d]) => a + b + name + c + d),
    )
    .map((said) => ({ name, said })),
);

const frame = fc.constantFrom<(said: string) => string>(
  (said) => said,
  (said) => `#${said}`,
  (said) => `where is order ${said}`,
  (said) => `please track order number ${said}`,
  (said) => `dónde está el pedido ${said}`,
  (said) => `I was told that my order is ${said}`,
  (said) => `where is order ${said}?`,
);

/** However thousands are separated, or whatever sign stands before it, that is the number. */
const isSame = (said: string, name: string) =>
  [said, said.replace(/^#/, '')].some((text) => text.replace(/[.,](?=\d{3}\b)/g, '') === name);

test('nobody sees an order whose name is not the whole of what was said', () => {
  fc.assert(
    fc.property(neighbour, frame, ({ name, said }, framed) => {
      fc.pre(!isSame(said, name));
      const typed = framed(said);
      const { value } = read(typed, name);
      const order = { id: 'gid://shopify/Order/5600000001001', name: `#${name}` };
      expect([typed, value, value !== undefined && shows(value, { orders: { nodes: [order] } })]).toEqual([
        typed,
        value,
        false,
      ]);
    }),
    { numRuns: 800 },
  );
});

test('whoever says the name of an order sees it', () => {
  fc.assert(
    fc.property(fc.oneof(capitals, fc.constant('')), tight, real, frame, (word, sign, number, framed) => {
      const said = word === '' ? number : word + sign + number;
      const { value } = read(framed(said), number);
      const order = { id: 'gid://shopify/Order/5600000001001', name: word === '' ? `#${number}` : `${word}-${number}` };
      expect([said, value, value !== undefined && shows(value, { orders: { nodes: [order] } })]).toEqual([
        said,
        value,
        true,
      ]);
    }),
    { numRuns: 300 },
  );
});
