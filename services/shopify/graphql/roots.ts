import type { GraphQLResolveInfo } from 'graphql';
import {
  COLLECTION_FIELDS,
  CUSTOMER_FIELDS,
  ORDER_FIELDS,
  PRODUCT_FIELDS,
  VARIANT_FIELDS,
  type SearchFields,
} from '../search/fields';
import { runSearch } from '../search/run';
import type { OrderNode } from '../seed/nodes';
import { SHOP } from '../seed/shop';
import { isVisible, type RequestContext } from './context';
import { gidType, invalidId, plainGid } from './gid';

type Arguments = Readonly<Record<string, unknown>>;
type Root = (args: Arguments, context: RequestContext, info: GraphQLResolveInfo) => unknown;

const byId: Root = (args, context) => context.data.byGid.get(plainGid(String(args['id']))) ?? null;

const count = (items: readonly unknown[]): object => ({ count: items.length, precision: 'EXACT' });

/** The items that a connection's `query` argument leaves; notes ignored fields in `context.searches`. */
function searched<T>(
  items: readonly T[],
  fields: SearchFields<T>,
): (args: Arguments, context: RequestContext, info: GraphQLResolveInfo) => readonly T[] {
  return (args, context, info) => {
    const seen = items.filter((item) => isVisible(item, context));
    const query = args['query'];
    if (typeof query !== 'string' || query.trim() === '') return seen;
    const result = runSearch(seen, query, fields, args['sortKey'] === 'RELEVANCE');
    const { parsed, warnings } = result;
    if (warnings.length > 0 || context.debugSearch)
      context.searches.push({ path: [info.path.key], query, parsed, warnings });
    return result.items;
  };
}

/** `customer.orders(query:)`, the one nested list of the seed with a search of its own. */
export const searchOrders = (orders: readonly OrderNode[]): Root => searched(orders, ORDER_FIELDS);

const products: Root = (args, context, info) => searched(context.data.products, PRODUCT_FIELDS)(args, context, info);
const variants: Root = (args, context, info) => searched(context.data.variants, VARIANT_FIELDS)(args, context, info);
const collections: Root = (args, context, info) =>
  searched(context.data.collections, COLLECTION_FIELDS)(args, context, info);
const customers: Root = (args, context, info) => searched(context.data.customers, CUSTOMER_FIELDS)(args, context, info);
const orders: Root = (args, context, info) => searched(context.data.orders, ORDER_FIELDS)(args, context, info);

const counted =
  (list: Root): Root =>
  (args, context, info) =>
    count(list(args, context, info) as readonly unknown[]);

/** Finds one object by the single key of its identifier input; `keys` says how each key other than `id` finds it. */
function identified(
  type: string,
  keys: Readonly<Record<string, (value: string, context: RequestContext) => unknown>>,
): Root {
  return (args, context, info) => {
    const [key, value] = Object.entries((args['identifier'] ?? {}) as Arguments).find(([, v]) => v !== null) ?? [
      '',
      '',
    ];
    if (key !== 'id') return keys[key]?.(String(value), context) ?? null;
    if (gidType(String(value)) !== type) throw invalidId(String(value), info);
    return context.data.byGid.get(plainGid(String(value))) ?? null;
  };
}

const productByHandle = (handle: string, { data }: RequestContext): unknown =>
  data.products.find((p) => p.handle === handle);
const collectionByHandle = (handle: string, { data }: RequestContext): unknown =>
  data.collections.find((c) => c.handle === handle);

const names =
  (of: (context: RequestContext) => readonly string[]): Root =>
  (_args, context) =>
    [...new Set(of(context))].sort();

/** The root fields the seed has an answer for; all others get a filler. */
export const ROOTS: Readonly<Record<string, Root>> = {
  shop: () => SHOP,
  currentAppInstallation: (_args, { scopes }) => ({
    id: 'gid://shopify/AppInstallation/6200000000001',
    accessScopes: [...scopes].map((handle) => ({ handle, description: handle.replaceAll('_', ' ') })),
  }),
  publicApiVersions: (_args, { versions }) =>
    versions.map((handle) => ({ handle, displayName: handle, supported: true })),
  node: byId,
  nodes: (args, context) =>
    (args['ids'] as readonly string[]).map((id) => context.data.byGid.get(plainGid(id)) ?? null),
  product: byId,
  productVariant: byId,
  collection: byId,
  customer: byId,
  order: byId,
  products,
  productVariants: variants,
  collections,
  customers,
  orders,
  productsCount: counted(products),
  productVariantsCount: counted(variants),
  collectionsCount: counted(collections),
  customersCount: counted(customers),
  ordersCount: counted(orders),
  productByHandle: (args, context) => productByHandle(String(args['handle']), context),
  collectionByHandle: (args, context) => collectionByHandle(String(args['handle']), context),
  productByIdentifier: identified('Product', { handle: productByHandle }),
  collectionByIdentifier: identified('Collection', { handle: collectionByHandle }),
  orderByIdentifier: identified('Order', {}),
  customerByIdentifier: identified('Customer', {
    // Compared without regard to case: plausible, not observed.
    emailAddress: (email, { data }) =>
      data.customers.find((c) => c.email?.toLowerCase() === email.trim().toLowerCase()),
    phoneNumber: (phone, { data }) => data.customers.find((c) => c.phone === phone),
  }),
  productVendors: names(({ data }) => data.products.map((p) => p.vendor)),
  productTypes: names(({ data }) => data.products.map((p) => p.productType)),
  productTags: names(({ data }) => data.products.flatMap((p) => p.tags)),
};
