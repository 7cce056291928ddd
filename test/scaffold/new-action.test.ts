import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { WrittenAction } from '../../generator/model/written/action';
import { scaffoldProject } from './scaffolded';

const DRAFT_ORDER = `query GetDraftOrder($id: ID!) {
  draftOrder(id: $id) {
    id
    name
    createdAt
    invoiceUrl
    totalPriceSet { shopMoney { amount currencyCode } }
    lineItems(first: 5) { nodes { title quantity } }
  }
}
`;

const queries: readonly (readonly [string, string, string])[] = [
  ['one thing by id', 'get-draft-order', DRAFT_ORDER],
  [
    'a searched list with pages',
    'find-gift-cards',
    'query F($query: String!, $first: Int! = 4, $after: String) { giftCards(query: $query, first: $first, after: $after) { nodes { id lastCharacters balance { amount currencyCode } expiresOn } pageInfo { hasNextPage endCursor } } }',
  ],
  [
    'a long list as edges',
    'list-locations',
    'query L { locations(first: 20) { edges { node { name isActive address { city } } } } }',
  ],
  ['a thing without variables', 'get-shop', 'query S { shop { name email currencyCode primaryDomain { url } } }'],
  [
    'an e-mail inside an input object',
    'look-up-account',
    'query A($email: String!) { customerByIdentifier(identifier: { emailAddress: $email }) { displayName numberOfOrders } }',
  ],
  [
    'paged things of a thing',
    'get-product-media',
    'query M($id: ID!, $first: Int! = 3, $after: String) { product(id: $id) { id title media(first: $first, after: $after) { nodes { alt mediaContentType } pageInfo { hasNextPage endCursor } } } }',
  ],
  [
    'an enum and a number',
    'sort-collections',
    'query C($order: CollectionSortKeys!, $first: Int!) { collections(first: $first, sortKey: $order) { nodes { title } } }',
  ],
];

const shop = (id: string) => ({ what: 'action', integration: 'shopify', id, graphql: 'query.graphql' }) as const;

/** In Shopify every new text is missing in Spanish at first, and nothing else is wrong. */
const codesOf = (diagnostics: readonly { readonly code: string }[]) => [...new Set(diagnostics.map((d) => d.code))];

describe('a new action from a query', () => {
  describe('beside others', () => {
    const w = scaffoldProject('shopify');

    it.each(queries)('is made without an error: %s', async (_what, id, query) => {
      w.write('query.graphql', query);
      const ran = await w.run(shop(id));
      expect(ran.err.replace(/^specs\/shopify\/locales[\s\S]*?\n\n\n?/gm, '')).not.toContain('error');
      expect(ran.code).toBe(0);
    });

    it('builds at once', async () => {
      const built = await w.build('shopify');
      expect(codesOf(built.diagnostics)).toEqual(['untranslated']);
      expect(built.bot?.actions.map((a) => a.id)).toEqual(expect.arrayContaining(queries.map(([, id]) => id)));
    });

    it('comes with a transcript that passes', async () => {
      const failures = await w.play(...queries.map(([, id]) => `specs/shopify/${id}.chat`));
      expect(failures.length).toBeGreaterThanOrEqual(2 * queries.length);
      expect(failures.filter((f) => f !== '')).toEqual([]);
    });
  });

  it('takes inputs from variables, the mapping from fields, scopes and cost from the schema', async () => {
    const w = scaffoldProject('shopify');
    w.write('query.graphql', DRAFT_ORDER);
    await w.run(shop('get-draft-order'));
    const text = w.read('specs/shopify/get-draft-order.yaml');
    const spec = parse(text) as WrittenAction;
    expect(spec.scopes).toEqual(['read_draft_orders']);
    expect(text).toMatch(/# Costs \d+ points \(an estimate\)/);
    expect(Object.keys(spec.inputs ?? {})).toEqual(['draftOrderId']);
    expect(spec.request.variables).toEqual({ id: '${draftOrderId | gid("DraftOrder")}' });
    expect(spec.response?.confirm).toEqual({ draftOrderId: 'id' });
    expect(spec.response?.fields).toEqual({
      id: 'id | idNumber',
      name: 'name',
      createdAt: 'createdAt | date',
      invoiceUrl: 'invoiceUrl | url',
      totalPriceSet: 'totalPriceSet | money',
      lineItems: { each: 'lineItems.nodes', fields: { title: 'title', quantity: 'quantity' } },
    });
    expect(spec.utterances.length).toBeGreaterThanOrEqual(10);
    expect(spec.tests).toBeUndefined();
    const utterances = parse(w.read('specs/shopify/utterances/get-draft-order.yaml')) as { en: { tests: string[] } };
    expect(utterances.en.tests).toHaveLength(2);
  });

  it('gives an example id that the local store has, where another action knows one', async () => {
    const w = scaffoldProject('shopify');
    w.write('query.graphql', 'query P($id: ID!) { product(id: $id) { id title } }');
    await w.run(shop('get-product-name'));
    const spec = parse(w.read('specs/shopify/get-product-name.yaml')) as WrittenAction;
    expect(spec.inputs?.['productId']?.example).toBe('7700000000001');
  });

  it('lets words of a person into a search through a search filter alone', async () => {
    const w = scaffoldProject('shopify');
    w.write('query.graphql', 'query O($query: String!) { orders(first: 3, query: $query) { nodes { name } } }');
    await w.run(shop('search-orders-by-name'));
    const spec = parse(w.read('specs/shopify/search-orders-by-name.yaml')) as WrittenAction;
    expect(spec.request.variables).toEqual({ query: '${searchText | searchPhrase("name")}' });
  });

  it.each([
    [
      'a field that does not exist',
      'query X($id: ID!) {\n  order(id: $id) {\n    nmae\n  }\n}',
      /query\.graphql:3:5 +error .*nmae/,
    ],
    ['a variable that nobody can answer', 'query X($ids: [ID!]!) { nodes(ids: $ids) { id } }', /\$ids/],
    ['something that is no query', 'mutation X { x }', /Only queries/],
    [
      'text that does not parse',
      'query {',
      /query\.graphql:1:8 +error +The query cannot be read: Expected Name, found the end of the query \(is a closing brace missing\?\)\.\n/,
    ],
  ])('is refused with its place for %s, and nothing is written', async (_what, query, message) => {
    const w = scaffoldProject('shopify');
    const before = readdirSync(join(w.root, 'specs/shopify'));
    w.write('query.graphql', query);
    const ran = await w.run(shop('get-something'));
    expect([ran.code, ran.out]).toEqual([1, '']);
    expect(ran.err).toMatch(message);
    expect(readdirSync(join(w.root, 'specs/shopify'))).toEqual(before);
  });

  it('never overwrites a file', async () => {
    const w = scaffoldProject('shopify');
    const path = 'specs/shopify/get-order-details.yaml';
    const before = w.read(path);
    w.write('query.graphql', DRAFT_ORDER);
    const ran = await w.run(shop('get-order-details'));
    expect([ran.code, w.read(path)]).toEqual([1, before]);
    expect(ran.err).toContain(`${path} exists already`);
  });

  it('says of a file that exists no more than that', async () => {
    const w = scaffoldProject('shopify');
    w.write('query.graphql', DRAFT_ORDER);
    await w.run(shop('get-draft-order'));
    const again = await w.run(shop('get-draft-order'));
    expect(again.err.trimEnd().split('\n')).toEqual([
      'specs/shopify/get-draft-order.yaml exists already. Choose another id, or remove it first.',
      'specs/shopify/get-draft-order.chat exists already. Choose another id, or remove it first.',
      'Nothing was written.',
    ]);
  });

  it('warns of the new file alone', async () => {
    const w = scaffoldProject('shopify');
    w.write('query.graphql', DRAFT_ORDER);
    await w.run(shop('get-draft-order'));
    const description = 'When someone wants to change a quote before it is sent.';
    const { err } = await w.run({ ...shop('get-another-order'), description });
    expect(err).toContain('get-another-order.yaml will stay in the default language');
    expect(err).not.toContain('get-draft-order.yaml');
  });

  it('keeps hidden products out where the query can tell, and says so where it cannot', async () => {
    const w = scaffoldProject('shopify');
    const query = (fields: string) =>
      `query P($first: Int! = 4) { products(first: $first) { nodes { title ${fields} } } }`;
    w.write('query.graphql', query('status onlineStoreUrl'));
    await w.run(shop('list-new-products'));
    const spec = parse(w.read('specs/shopify/list-new-products.yaml')) as WrittenAction;
    expect(spec.response?.fields?.['products']).toMatchObject({
      where: { status: 'ACTIVE', onlineStoreUrl: 'present' },
    });
    w.write('query.graphql', query(''));
    await w.run(shop('list-old-products'));
    expect(w.read('specs/shopify/list-old-products.yaml')).toContain(
      '# Hidden ones come too: select status and onlineStoreUrl',
    );
  });

  it('carries both schema comments', async () => {
    const w = scaffoldProject('shopify');
    w.write('query.graphql', DRAFT_ORDER);
    await w.run(shop('get-draft-order'));
    const [first, second] = w.read('specs/shopify/get-draft-order.yaml').split('\n');
    const shipped = readFileSync(join(__dirname, '../../specs/shopify/get-order-details.yaml'), 'utf8').split('\n');
    // In a project of one's own they are in the tool that it has installed.
    const installed = shipped.map((line) =>
      line.replace('generator/', 'node_modules/kore-action-templates/generator/'),
    );
    expect([first, second]).toEqual(installed.slice(0, 2));
  });
});
