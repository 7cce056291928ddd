import { describe, expect, test } from 'vitest';
import { versionCalendar } from '../../../services/shopify/protocol/versions';
import { ask, NOW, operation, storeAt } from './store-client';

const NAME = '{ shop { name } }';
const HOUR = 3_600_000;

describe('access tokens', () => {
  test('an unknown token is 401 in the recorded words', () => {
    const { status, body } = ask(storeAt(), NAME, {}, { token: 'nope' });
    expect(status).toBe(401);
    expect(body).toEqual({ errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' });
  });

  test('the default token is made anew for each store', () => {
    const [one, two] = [storeAt(), storeAt()];
    expect(one.token).not.toBe(two.token);
    expect(ask(one, NAME, {}, { token: two.token }).status).toBe(401);
  });

  test('tokens never reach the request log', () => {
    const store = storeAt({ token: 'a-fixed-token' });
    ask(store, NAME);
    ask(store, NAME, {}, { token: 'wrong-token' });
    expect(store.requests.map((r) => [r.status, r.authorized])).toEqual([
      [200, true],
      [401, false],
    ]);
    expect(JSON.stringify(store.requests)).not.toMatch(/-token/);
  });
});

describe('scopes', () => {
  const order = { id: 'gid://shopify/Order/5600000001001' };

  test('a missing one nulls the field and leaves the rest', () => {
    const store = storeAt({ scopes: ['read_orders', 'read_products'] });
    const { status, body } = ask(store, operation('03_get_order_by_id'), order);
    expect(status).toBe(200);
    expect(body.errors).toEqual([
      {
        message: 'Access denied for customer field. Required access: `read_customers` access scope.',
        locations: [{ line: 15, column: 5 }],
        extensions: {
          code: 'ACCESS_DENIED',
          documentation: 'https://shopify.dev/api/usage/access-scopes',
          requiredAccess: '`read_customers` access scope.',
        },
        path: ['order', 'customer'],
      },
    ]);
    expect(body.data?.['order']).toMatchObject({ name: '#1001', customer: null, email: 'ada@example.com' });
  });

  test('a missing one behind a field that may not be null nulls all data', () => {
    const { body } = ask(storeAt({ scopes: ['read_orders'] }), operation('08_list_collections'));
    expect(body.errors?.['0']?.['path']).toEqual(['collections']);
    expect(body.data).toBeNull();
  });

  test('any of the alternatives opens a field, and write_x implies read_x', () => {
    const query = '{ order(id: "gid://shopify/Order/5600000001001") { name } }';
    for (const scope of ['read_orders', 'read_marketplace_orders', 'write_orders']) {
      expect(ask(storeAt({ scopes: [scope] }), query).body.errors).toBeUndefined();
    }
    const denied = ask(storeAt({ scopes: ['read_products'] }), query).body.errors?.['0']?.['extensions'];
    expect(denied?.['requiredAccess']).toBe(
      '`read_orders` access scope, `read_marketplace_orders` access scope or `read_quick_sale` access scope.',
    );
  });

  test('hold for objects behind an interface too', () => {
    const { body } = ask(
      storeAt({ scopes: ['read_orders'] }),
      '{ node(id: "gid://shopify/Product/7700000000001") { id } }',
    );
    expect(body.errors?.['0']?.['extensions']?.['code']).toBe('ACCESS_DENIED');
  });

  test('are listed by the installation', () => {
    const { body } = ask(storeAt({ scopes: ['read_orders'] }), operation('00_token_scopes'));
    expect(body.data?.['currentAppInstallation']).toEqual({ accessScopes: [{ handle: 'read_orders' }] });
  });

  test('orders older than 60 days need read_all_orders', () => {
    const old = { id: 'gid://shopify/Order/5600000000901' };
    const byCustomer = { customerId: 'gid://shopify/Customer/6400000000001', first: 50 };
    const names = (store: ReturnType<typeof storeAt>): unknown =>
      (
        ask(store, operation('02_get_orders_by_customer_id'), byCustomer).body.data?.['customer']?.['orders']?.[
          'nodes'
        ] as unknown as { name: string }[]
      ).map((o) => o.name);
    const all = storeAt({ scopes: ['read_orders', 'read_all_orders', 'read_customers', 'read_products'] });
    expect(ask(storeAt(), operation('03_get_order_by_id'), old).body).toMatchObject({ data: { order: null } });
    expect(ask(all, operation('03_get_order_by_id'), old).body.data?.['order']?.['name']).toBe('#901');
    expect(names(storeAt())).toHaveLength(14);
    expect(names(all)).toContain('#901');
  });

  test('an order leaves the window while the clock runs', () => {
    const store = storeAt();
    const query = '{ order(id: "gid://shopify/Order/5600000001001") { name } }';
    expect(ask(store, query).body.data?.['order']).toEqual({ name: '#1001' });
    store.advance(17 * 24 * HOUR);
    expect(ask(store, query).body.data?.['order']).toBeNull();
  });
});

describe('client credentials', () => {
  test.each(['5', '"x"', 'null', '{'])('are not in the JSON %s', (body) => {
    const headers = { 'content-type': 'application/json' };
    const answer = storeAt().handle({ method: 'POST', url: '/admin/oauth/access_token', headers, body });
    expect([answer.status, /<title>(.*?)<\/title>/.exec(answer.body)?.[1]]).toEqual([
      400,
      'Oauth error invalid_request',
    ]);
  });

  const grant = (store: ReturnType<typeof storeAt>, body: string, type = 'application/x-www-form-urlencoded') => {
    const answer = store.handle({
      method: 'POST',
      url: '/admin/oauth/access_token',
      headers: { 'content-type': type },
      body,
    });
    return { status: answer.status, body: JSON.parse(answer.body) as Record<string, unknown> };
  };
  const form = (store: ReturnType<typeof storeAt>, secret = store.client.secret): Record<string, string> => ({
    grant_type: 'client_credentials',
    client_id: store.client.id,
    client_secret: secret,
  });

  test.each(['application/x-www-form-urlencoded', 'application/json'])(
    'give a token that ends after 86,399 s (%s)',
    (type) => {
      const store = storeAt();
      const body = /json/.test(type) ? JSON.stringify(form(store)) : String(new URLSearchParams(form(store)));
      const { status, body: answer } = grant(store, body, type);
      expect(status).toBe(200);
      expect(answer).toMatchObject({ scope: 'read_customers,read_orders,read_products', expires_in: 86_399 });
      const token = String(answer['access_token']);
      expect(ask(store, NAME, {}, { token }).status).toBe(200);
      store.advance(86_398_000);
      expect(ask(store, NAME, {}, { token }).status).toBe(200);
      store.advance(1000);
      expect(ask(store, NAME, {}, { token }).status).toBe(401);
    },
  );

  test.each([
    ['an unknown client', { client_id: 'nobody' }, {}, 'application_cannot_be_found'],
    ['a wrong secret', { client_secret: 'wrong' }, {}, 'invalid_client'],
    ['an app of another organisation', {}, { foreign: true }, 'shop_not_permitted'],
    ['an app that is not installed', {}, { installed: false }, 'app_not_installed'],
    ['another grant', { grant_type: 'password' }, {}, 'unsupported_grant_type'],
  ])('refuse %s with a page, status 400, whose title names the cause', (_what, said, app, cause) => {
    const client = { id: 'app', secret: 'x', scopes: [], ...app };
    const store = storeAt({ clients: [client] });
    const body = new URLSearchParams({ ...form(store), ...said }).toString();
    const answer = store.handle({
      method: 'POST',
      url: '/admin/oauth/access_token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
    expect(answer).toMatchObject({ status: 400, headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(answer.body).toContain(`<title>Oauth error ${cause}</title>`);
  });
});

describe('versions', () => {
  test('are those of the last twelve months and the next as candidate', () => {
    expect(versionCalendar(NOW)).toEqual({
      stable: ['2026-01', '2026-04', '2026-07', '2026-10'],
      candidate: '2027-01',
    });
    expect(versionCalendar(Date.parse('2027-01-01T16:59:59Z')).stable[0]).toBe('2026-01');
    expect(versionCalendar(Date.parse('2027-01-01T17:00:00Z'))).toEqual({
      stable: ['2026-04', '2026-07', '2026-10', '2027-01'],
      candidate: '2027-04',
    });
  });

  test.each([
    ['2025-10', '2026-01'],
    ['2020-01', '2026-01'],
    [null, '2026-01'],
    ['2026-07', '2026-07'],
    ['2027-01', '2027-01'],
    ['unstable', 'unstable'],
  ])('%s is answered by %s, which the header says', (asked, served) => {
    const { status, headers } = ask(storeAt(), NAME, {}, { version: asked });
    expect(status).toBe(200);
    expect(headers['x-shopify-api-version']).toBe(served);
  });

  test.each(['2029-01', '2026-02', 'v1'])('%s does not exist', (version) => {
    expect(ask(storeAt(), NAME, {}, { version })).toMatchObject({ status: 404, body: { errors: 'Not Found' } });
  });

  test('differ in their schemas', () => {
    const field = '{ __type(name: "Order") { fields { name } } }';
    const count = (version: string): number =>
      Object.keys(ask(storeAt(), field, {}, { version }).body.data?.['__type']?.['fields'] ?? {}).length;
    expect(count('2026-10')).toBeGreaterThan(100);
    expect(count('2026-10')).not.toBe(count('2026-01'));
  });
});

describe('requests that are none', () => {
  const send = (body: string, type = 'application/json') => {
    const store = storeAt();
    const headers = { 'x-shopify-access-token': store.token, 'content-type': type };
    return store.handle({ method: 'POST', url: '/admin/api/2026-10/graphql.json', headers, body });
  };

  test.each(['', '{', '[]', '"x"', '{}', '{"query":1}', '{"query":""}'])('%s is 400', (body) => {
    const answer = send(body);
    expect([answer.status, answer.body]).toEqual([400, '{"errors":{"query":"Required parameter missing or invalid"}}']);
  });

  test('variables that are no object are 400', () => {
    expect(send('{"query":"{ shop { name } }","variables":[1]}').status).toBe(400);
  });

  test('a bare query may come as application/graphql', () => {
    expect(JSON.parse(send(NAME, 'application/graphql').body)).toMatchObject({
      data: { shop: { name: 'Harbor & Pine' } },
    });
  });

  test.each([
    ['GET', '/admin/api/2026-10/graphql.json'],
    ['POST', '/admin/api/2026-10/orders.json'],
    ['GET', '/'],
    ['GET', '/images/1.svg'],
    ['GET', '/images/9999999999999.svg'],
    ['POST', '/images/7700000000001-1.svg'],
    ['GET', '/admin/oauth/access_token'],
  ])('%s %s is 404', (method, url) => {
    expect(storeAt().handle({ method, url, headers: {}, body: '' }).status).toBe(404);
  });
});
