import fc from 'fast-check';

/** Pieces that mean something to a search, a URL, JSON, a script, a template or a terminal. */
const PIECES = [
  ...['"', "'", '\\', '\\"', '*', ':', '(', ')', '-', '<', '>', '=', '{', '{{', '}}', '`', '${', '%', '%22', '&', '#'],
  ...[' ', '\n', '\r\n', '\t', '\u0000', '\u001b', '\u007f', '\u00a0', '\u2028', '\u202e', '\ufeff'],
  ...[
    'OR',
    'AND',
    'NOT',
    ' OR ',
    ' AND ',
    'title:',
    'name:',
    'gid://shopify/Order/',
    'gid://shopify/',
    '1',
    '007',
    '1001',
  ],
  ...[
    'mug',
    'Größe',
    'ﬁ',
    '和服',
    'کتاب',
    'किताब',
    'e\u0301',
    '😀',
    '👩‍👩‍👧',
    '\ud83d',
    '\udc00',
    '</script>',
    '__proto__',
  ],
];

/** Everything a person or a program could put into a chat: hostile pieces in any order, and any sequence of UTF-16 units. */
export const anyInput: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom('x'.repeat(5_000), '😀'.repeat(2_500), 'a '.repeat(2_500), '9'.repeat(5_000), '"'.repeat(5_000)),
);

/** Values that are no texts: what a platform could put into an entity, or an API into an answer. */
export const NOT_TEXTS: readonly unknown[] = [
  null,
  undefined,
  true,
  false,
  0,
  -1,
  1.5,
  NaN,
  Infinity,
  1e21,
  [],
  {},
  [null],
  { a: 1 },
];
