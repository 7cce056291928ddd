import { describe, expect, test } from 'vitest';
import type { StoreData } from '../../../services/shopify/seed/build';
import { ask, NOW, operation, storeAt } from './store-client';

const { data } = storeAt();
const DAY = 86_400_000;
const order = (store: StoreData, name: string) => store.orders.find((o) => o.name === name);
const details = (number: number) =>
  ask(storeAt(), operation('03_get_order_by_id'), { id: `gid://shopify/Order/${5_600_000_000_000 + number}` }).body
    .data?.['order'];

describe('the seed', () => {
  test('is large enough to page through', () => {
    expect(data.products.length).toBeGreaterThanOrEqual(60);
    expect(data.collections.length).toBeGreaterThanOrEqual(12);
    expect(data.customers.length).toBeGreaterThanOrEqual(30);
    expect(data.orders.length).toBeGreaterThanOrEqual(120);
  });

  test('has 13-digit ids, each once', () => {
    const nodes = [...data.products, ...data.variants, ...data.collections, ...data.customers, ...data.orders];
    expect(data.byGid.size).toBe(nodes.length);
    for (const node of nodes) expect(node.legacyResourceId).toMatch(/^\d{13}$/);
    const lines = data.orders.flatMap((o) => o.lineItems.map((l) => l.id));
    expect(new Set(lines).size).toBe(lines.length);
    expect(new Set(data.orders.map((o) => o.confirmationNumber)).size).toBe(data.orders.length);
    expect(new Set(data.products.map((p) => p.handle)).size).toBe(data.products.length);
  });

  test('is the same at every start, but for its dates', () => {
    const [one, two, later] = [storeAt(), storeAt(), storeAt({ now: () => NOW + 30 * DAY })].map((s) => s.data);
    const names = (store: StoreData | undefined) => store?.orders.map((o) => [o.name, o.createdAt]);
    expect(names(one)).toEqual(names(two));
    expect(later && order(later, '#1014')?.createdAt).toBe('2026-12-22T08:00:00Z');
    expect(one && order(one, '#1014')?.createdAt).toBe('2026-11-22T08:00:00Z');
  });

  test('holds products of every awkward kind', () => {
    const has = (what: (p: (typeof data.products)[number]) => boolean): boolean => data.products.some(what);
    for (const status of ['ACTIVE', 'DRAFT', 'ARCHIVED', 'UNLISTED'])
      expect(has((p) => p.status === status)).toBe(true);
    expect(has((p) => p.status === 'ACTIVE' && p.publishedAt === null)).toBe(true);
    expect(has((p) => p.status === 'ACTIVE' && !p.isGiftCard && p.totalInventory === 0)).toBe(true);
    expect(has((p) => p.variants.length >= 100)).toBe(true);
    expect(data.products.filter((p) => p.isGiftCard)).toHaveLength(1);
    for (const text of ['"', ':', '🎁', '<b>', '{{', '${', 'ص'])
      expect(
        has((p) => p.title.includes(text)),
        text,
      ).toBe(true);
  });

  test('holds collections that are hidden, empty, of drafts only, and long', () => {
    expect(data.collections.some((c) => !c.isPublished)).toBe(true);
    expect(data.collections.some((c) => c.products.length === 0)).toBe(true);
    expect(data.collections.some((c) => c.products.length > 0 && c.products.every((p) => p.status === 'DRAFT'))).toBe(
      true,
    );
    expect(data.collections.some((c) => c.products.filter((p) => p.publishedAt !== null).length >= 20)).toBe(true);
  });

  test('holds customers of every awkward kind', () => {
    const names = data.customers.map((c) => c.displayName);
    expect(new Set(names).size).toBeLessThan(names.length);
    expect(names).toEqual(
      expect.arrayContaining(["Bo O'Connor", '<b>Eve</b> & "Co" {{x}}', 'just.an.address@example.com']),
    );
    expect(data.customers.some((c) => c.phone === null && c.email !== null)).toBe(true);
    expect(data.customers.some((c) => c.email === null)).toBe(true);
    expect(data.customers.find((c) => c.displayName === "Bo O'Connor")?.orders).toEqual([]);
  });

  test('holds orders of every awkward kind', () => {
    const age = (o: { createdAt: string }): number => (NOW - Date.parse(o.createdAt)) / DAY;
    expect(data.orders.some((o) => o.customer === null && o.email !== null)).toBe(true);
    expect(data.orders.filter((o) => age(o) > 60).length).toBeGreaterThan(20);
    expect(order(data, 'EN1001')?.number).toBe(1101);
    expect(data.customers[0]?.orders.filter((o) => age(o) < 60)).toHaveLength(14);
  });
});

describe("Ada's orders", () => {
  test('#1001 came in two parcels', () => {
    expect(details(1001)?.['fulfillments']?.['0']?.['trackingInfo']).toHaveLength(2);
  });

  test('#1002 is half on its way, with a code', () => {
    expect(details(1002)).toMatchObject({
      displayFulfillmentStatus: 'PARTIALLY_FULFILLED',
      discountCodes: ['WARM10'],
      lineItems: { nodes: [{ unfulfilledQuantity: 0 }, { unfulfilledQuantity: 1 }] },
    });
  });

  test('#1003 was refunded in part: what is left and what went back make the total', () => {
    const found = details(1003);
    const cents = (field: string): number => Math.round(Number(found?.[field]?.['shopMoney']?.['amount']) * 100);
    expect(found?.['displayFinancialStatus']).toBe('PARTIALLY_REFUNDED');
    expect(cents('totalRefundedSet')).toBeGreaterThan(0);
    expect(cents('subtotalPriceSet') + cents('totalShippingPriceSet') + cents('totalTaxSet')).toBe(
      cents('currentTotalPriceSet') + cents('totalRefundedSet'),
    );
  });

  test('#1004 was cancelled and paid back', () => {
    expect(details(1004)).toMatchObject({
      cancelReason: 'CUSTOMER',
      currentTotalPriceSet: { shopMoney: { amount: '0.0' } },
    });
  });

  test('#1005 was paid in yen, which have no cents', () => {
    const paid = details(1005)?.['currentTotalPriceSet']?.['presentmentMoney'];
    expect(paid?.['currencyCode']).toBe('JPY');
    expect(paid?.['amount']).toMatch(/^\d+\.0$/);
  });

  test('#1006 has more lines than a page', () => {
    expect(details(1006)?.['lineItems']).toMatchObject({ pageInfo: { hasNextPage: true } });
  });

  test('#1008 has a status this schema does not know', () => {
    expect(details(1008)?.['displayFulfillmentStatus']).toBe('AWAITING_DRONE');
  });

  test('count for life, beyond the 60 days', () => {
    const { body } = ask(storeAt(), operation('01_get_customer_by_email'), { email: 'ADA@example.com' });
    expect(body.data?.['customer']).toMatchObject({ id: 'gid://shopify/Customer/6400000000001', numberOfOrders: '16' });
  });
});

describe('money', () => {
  test('is "18.0" as MoneyV2 and "18.00" as Money', () => {
    const query =
      '{ product(id: "gid://shopify/Product/7700000000001") { priceRangeV2 { minVariantPrice { amount } } variants(first: 1) { nodes { price compareAtPrice } } } }';
    expect(ask(storeAt(), query).body.data?.['product']).toEqual({
      priceRangeV2: { minVariantPrice: { amount: '18.0' } },
      variants: { nodes: [{ price: '18.00', compareAtPrice: '21.00' }] },
    });
  });

  test('never has more than two decimals or a bare integer', () => {
    for (const {
      currentTotalPriceSet: { shopMoney, presentmentMoney },
    } of data.orders) {
      expect(shopMoney.amount).toMatch(/^\d+\.\d{1,2}$/);
      expect(presentmentMoney.amount).toMatch(/^\d+\.\d{1,2}$/);
    }
  });
});
