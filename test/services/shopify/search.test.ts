import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSearch } from '../../../services/shopify/search/parse';
import { ask, storeAt, type Body } from './store-client';

const store = storeAt({ bucketSize: 1e9 });
const LIVE = 'status:active AND published_status:published';

function found(kind: string, query: string, field = 'title'): readonly string[] {
  const { body } = ask(store, `query Q($q: String) { ${kind}(first: 250, query: $q) { nodes { ${field} } } }`, {
    q: query,
  });
  expect(body.errors).toBeUndefined();
  return (body.data?.[kind]?.['nodes'] as unknown as Record<string, string>[]).map((node) => node[field] ?? '');
}
const warnings = (body: Body): unknown => body.extensions?.['search']?.['0']?.['warnings'];

test('a group of nothing but fields that there are not is no restriction, and one beside another is left out', () => {
  const all = found('products', '');
  expect(all.length).toBeGreaterThan(3);
  expect(found('products', 'nope:1 OR bogus:2')).toEqual(all);
  expect(found('products', '(nope:1 OR bogus:2) AND status:active')).toEqual(found('products', 'status:active'));
});

describe('the grammar', () => {
  test('binds AND tighter than OR (recorded)', () => {
    expect(parseSearch('vendor:NIKE OR vendor:VANS tag:x')).toEqual({
      or: [
        { field: 'vendor', match_all: 'NIKE' },
        {
          and: [
            { field: 'vendor', match_all: 'VANS' },
            { field: 'tag', match_all: 'x' },
          ],
        },
      ],
    });
  });

  test('starts a bogus field at an unescaped second colon (recorded)', () => {
    expect(parseSearch('updated_at:<2000-01-01T00:00:00Z')).toMatchObject({
      and: [{ field: 'updated_at' }, { field: '' }, { field: '' }],
    });
  });

  test.each([
    [
      'a "b c"',
      {
        and: [
          { field: 'default', match_all: 'a' },
          { field: 'default', match_phrase: 'b c' },
        ],
      },
    ],
    ["title:'it\\'s'", { field: 'title', match_phrase: "it's" }],
    ['mug*', { field: 'default', match_prefix: 'mug' }],
    ['title:*', { field: 'title', exists: true }],
    ['title:a\\:b\\*', { field: 'title', match_all: 'a:b*' }],
    ['price:>=10', { field: 'price', range: { op: '>=', value: '10' } }],
    [
      '-tag:x NOT tag:y',
      { and: [{ not: { field: 'tag', match_all: 'x' } }, { not: { field: 'tag', match_all: 'y' } }] },
    ],
    [
      '(a OR b) c',
      {
        and: [
          {
            or: [
              { field: 'default', match_all: 'a' },
              { field: 'default', match_all: 'b' },
            ],
          },
          { field: 'default', match_all: 'c' },
        ],
      },
    ],
    [
      'or ORANGE',
      {
        and: [
          { field: 'default', match_all: 'or' },
          { field: 'default', match_all: 'ORANGE' },
        ],
      },
    ],
    ['  ', { all: true }],
    ['"ab\\', { field: 'default', match_phrase: 'ab\\' }],
    ['"a\\"b"', { field: 'default', match_phrase: 'a"b' }],
    ['"ab', { field: 'default', match_phrase: 'ab' }],
  ])('reads %s', (text, tree) => {
    expect(parseSearch(text)).toEqual(tree);
  });

  test('takes any text without failing', () => {
    const bits = fc.constantFrom(
      'a',
      ' ',
      '"',
      "'",
      '\\',
      ':',
      '(',
      ')',
      '*',
      '-',
      '<',
      '>',
      '=',
      'OR',
      'AND',
      'NOT',
      'é',
      '\n',
      '🎁',
      'title:',
    );
    fc.assert(
      fc.property(
        fc.array(bits, { maxLength: 30 }),
        (parts) => ask(store, '{ shop { name } }').status === 200 && typeof parseSearch(parts.join('')) === 'object',
      ),
    );
  });

  test('takes parentheses of any depth', () => {
    expect(found('products', `${'('.repeat(50_000)}title:purple`)).toEqual(['Purple Enamel Mug (coming soon)']);
  });

  test('keeps a quoted phrase in its field, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const clean = text.replace(/["\\]/g, ' ');
        expect(parseSearch(`title:"${clean}"`)).toEqual({ field: 'title', match_phrase: clean });
      }),
    );
  });
});

describe('a search of products', () => {
  test('finds whole words, phrases and prefixes in titles', () => {
    expect(found('products', 'title:"blue enamel"')).toEqual(['Blue Enamel Mug']);
    expect(found('products', 'title:blue AND title:mug*')).toEqual([
      'Blue Enamel Mug',
      'Blue Stoneware Mug',
      'Blue Travel Mug',
    ]);
    expect(found('products', 'title:enam')).toEqual([]);
    expect(found('products', 'title:"enamel blue"')).toEqual([]);
    expect(found('products', 'title:creme* title:brulee')).toEqual(['Crème Brûlée Torch']);
    expect(found('products', 'title:الصوف')).toEqual(['وسادة من الصوف']);
    expect(found('products', 'title:"Trail Map: (North"')).toEqual(['Trail Map: "North Loop" (2nd ed.)']);
    expect(found('products', `title:'Trail Map: "North Loop"'`)).toEqual(['Trail Map: "North Loop" (2nd ed.)']);
    expect(found('products', `title:"ranger's"`)).toEqual(["Ranger's Wool Blanket"]);
  });

  test('has no hidden filter for drafts and unpublished products (recorded)', () => {
    const all = found('products', 'title:mug*');
    expect(all).toEqual(
      expect.arrayContaining([
        'Purple Enamel Mug (coming soon)',
        'Anniversary Mug 2019',
        'Wholesale Mug Crate',
        'Secret Menu Mug',
      ]),
    );
    const shown = found('products', `${LIVE} AND title:mug*`);
    expect(shown).toHaveLength(27);
  });

  test('lets an OR escape a filter before it (recorded)', () => {
    expect(found('products', `${LIVE} AND title:lantern OR title:purple`)).toContain('Purple Enamel Mug (coming soon)');
    expect(found('products', `${LIVE} AND (title:lantern OR title:purple)`)).not.toContain(
      'Purple Enamel Mug (coming soon)',
    );
  });

  test('knows ids, lists, numbers, dates and negation', () => {
    expect(found('products', 'id:7700000000001')).toEqual(['Blue Enamel Mug']);
    expect(found('products', 'id:"gid://shopify/Product/7700000000001"')).toEqual(['Blue Enamel Mug']);
    expect(found('products', 'collection_id:2900000000013')).toEqual(["Ranger's Wool Blanket", 'وسادة من الصوف']);
    expect(found('products', 'status:draft,archived')).toHaveLength(5);
    expect(found('products', 'price:>10000')).toEqual(['Oak Dining Table']);
    expect(found('products', 'vendor:"Fjell & Sønn" -title:table')).toEqual(["Ranger's Wool Blanket"]);
    expect(found('products', 'gift_card:true')).toEqual(['Gift Card']);
    expect(found('products', "created_at:>'2026-11-01T00:00:00Z'")).not.toContain('Blue Enamel Mug');
    expect(found('products', 'trailhead')).toEqual(['Backpack 24 L']);
  });

  test('finds nothing for a word of symbols only', () => {
    expect(found('products', 'title:"!?"')).toEqual([]);
  });
});

describe('a search of orders and customers', () => {
  test('finds an order by its name, with or without #', () => {
    for (const query of ['name:#1003', 'name:1003', 'name:"#1003"'])
      expect(found('orders', query, 'name')).toEqual(['#1003']);
    expect(found('orders', 'name:EN1001', 'name')).toEqual(['EN1001']);
    expect(found('orders', 'name:"#1001"', 'name')).toEqual(['#1001']);
  });

  test('finds orders by customer, e-mail, status and confirmation number', () => {
    expect(found('orders', 'customer_id:6400000000001', 'name')).toHaveLength(14);
    expect(found('orders', 'email:"ada@example.com"', 'name')).toHaveLength(15);
    expect(found('orders', 'status:cancelled customer_id:6400000000001', 'name')).toEqual(['#1004']);
    expect(found('orders', 'financial_status:pending customer_id:6400000000001', 'name')).toEqual(['#1009']);
    const code = found('orders', 'name:1007', 'confirmationNumber')[0] ?? '';
    expect(found('orders', `confirmation_number:${code}`, 'name')).toEqual(['#1007']);
  });

  test('takes an e-mail address apart unless it is quoted', () => {
    expect(found('customers', 'email:"ada@example.com"', 'displayName')).toEqual(['Ada Lindqvist']);
    expect(found('customers', 'email:rivera', 'displayName')).toEqual(['Sam Rivera', 'Sam Rivera']);
    expect(found('customers', `email:"bo+shop@example.org"`, 'displayName')).toEqual(["Bo O'Connor"]);
  });
});

describe('an unknown search field', () => {
  const customers = 'query Q($q: String) { customers(first: 3, query: $q) { nodes { id } } }';

  test('narrows nothing and leaves a warning (recorded)', () => {
    const query = 'mail:"nobody@example.com"';
    const { body } = ask(store, customers, { q: query });
    expect(body.data?.['customers']?.['nodes']).toHaveLength(3);
    expect(body.extensions?.['search']).toEqual([
      {
        path: ['customers'],
        query,
        parsed: { field: 'mail', match_phrase: 'nobody@example.com' },
        warnings: [{ field: 'mail', message: 'Invalid search field for this query.', code: 'invalid_field' }],
      },
    ]);
  });

  test('narrows nothing under NOT or OR either', () => {
    expect(ask(store, customers, { q: 'NOT mail:x' }).body.data?.['customers']?.['nodes']).toHaveLength(3);
    expect(found('products', 'nope:x title:purple')).toEqual(['Purple Enamel Mug (coming soon)']);
  });

  test('is reported once a search; known fields only on request', () => {
    const q = 'email:"ada@example.com"';
    expect(ask(store, customers, { q }).body.extensions).not.toHaveProperty('search');
    const debug = ask(store, customers, { q }, { headers: { 'shopify-search-query-debug': '1' } });
    expect(warnings(debug.body)).toEqual([]);
  });
});
