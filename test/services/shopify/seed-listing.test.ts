import { join } from 'node:path';
import { expect, test } from 'vitest';
import { truncatedText } from '../../../services/shopify/seed/text';
import { ask, storeAt } from './store-client';

type Node = Readonly<Record<string, unknown>>;

/** What stands in another place as well, or is the same for all. */
const REPEATED = new Set(
  `__typename id order preview images image featuredMedia featuredImage addresses descriptionHtml updatedAt media name
  mediaCount lineItems billingAddress priceRangeV2 addressesV2 defaultEmailAddress defaultPhoneNumber firstName lastName product cents sku`.split(
    /\s+/,
  ),
);

/** One value in a few signs: money by its amounts, another node by its number, a function by what it gives. */
function short(value: unknown): string {
  if (typeof value === 'function') return short((value as (args: object) => unknown)({}));
  if (Array.isArray(value)) return `[${value.map(short).join(', ')}]`;
  if (value === null || value === undefined || value === false) return '-';
  if (typeof value !== 'object')
    return (value as string | number | true).toString().replace(/^\d{4}-(\d\d-\d\dT\d\d:\d\d):00Z$/, '$1');
  const node = value as Node;
  if ('presentmentMoney' in node)
    return [...new Set([node['shopMoney'], node['presentmentMoney']].map(short))].join(' = ');
  if ('currencyCode' in node) return `${short(node['amount'])} ${short(node['currencyCode'])}`;
  if ('legacyResourceId' in node) return short(Number(node['legacyResourceId']) % 1e8);
  const left = Object.entries(node).filter(([key]) => !REPEATED.has(key));
  return `{${left.map(([, inner]) => short(inner)).join(' ')}}`;
}

/** A line of names, and one for each node, without what is the same for all. */
function table(nodes: readonly object[], only?: readonly string[]): string {
  const rows = nodes as readonly Node[];
  const keys = (only ?? Object.keys(nodes[0] ?? {})).filter(
    (key) => key === 'name' || (!REPEATED.has(key) && new Set(rows.map((row) => short(row[key]))).size > 1),
  );
  return [keys, ...rows.map((row) => keys.map((key) => short(row[key])))].map((cells) => cells.join(' | ')).join('\n');
}

test('the store holds what is listed', async () => {
  const { products, variants, collections, customers, orders } = storeAt().data;
  const written = orders.filter(({ number }) => (number > 1000 && number < 1200) || number === 901);
  const text = [
    table(collections),
    table(products),
    table(variants.filter(({ position }) => position < 3)),
    table(customers),
    table(written),
    table(written.flatMap((order) => order.lineItems.map((line) => ({ order: order.name, ...line })))),
    table(orders, [
      'name',
      'createdAt',
      'email',
      'displayFinancialStatus',
      'displayFulfillmentStatus',
      'totalPriceSet',
      'fulfillments',
    ]),
  ];
  await expect(`${text.join('\n\n')}\n`).toMatchFileSnapshot(join(__dirname, 'seed-listing.txt'));
});

test('what takes an argument answers by it', () => {
  const query = `{
    collection(id: "gid://shopify/Collection/2900000000013") {
      yes: hasProduct(id: "gid://shopify/Product/7700000000106") no: hasProduct(id: "gid://shopify/Product/7700000000001")
    }
    product(id: "gid://shopify/Product/7700000000001") { description(truncateAt: 10) images(first: 5) { nodes { altText } } }
    customer(id: "gid://shopify/Customer/6400000000001") {
      defaultAddress { plain: formatted(withName: false) named: formatted(withName: true) }
    }
    order(id: "gid://shopify/Order/5600000001002") { lineItems(first: 1) { nodes {
      whole: discountedTotalSet(withCodeDiscounts: false) { shopMoney { amount } }
      less: discountedTotalSet(withCodeDiscounts: true) { shopMoney { amount } }
    } } }
  }`;
  const lines = ['12 Alder Lane', 'Seattle Washington 98101', 'United States'];
  expect(ask(storeAt(), query).body.data).toEqual({
    collection: { yes: true, no: false },
    product: {
      description: 'A steel...',
      images: { nodes: ['', ', view 2', ', view 3'].map((more) => ({ altText: `Blue Enamel Mug${more}` })) },
    },
    customer: { defaultAddress: { plain: lines, named: ['Ada Lindqvist', ...lines] } },
    order: {
      lineItems: { nodes: [{ whole: { shopMoney: { amount: '189.0' } }, less: { shopMoney: { amount: '181.65' } } }] },
    },
  });
});

test.each([
  ['abcdef', undefined, 'abcdef'],
  ['abcdef', null, 'abcdef'],
  ['abcdef', 7, 'abcdef'],
  ['abcdef', 6, 'abcdef'],
  ['abcdef', 5, 'ab...'],
  ['abcdef', 2, '...'],
])('%j cut to %j is %j', (text, most, cut) => expect(truncatedText(text, most)).toBe(cut));
