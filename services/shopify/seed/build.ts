import { COLLECTIONS } from './collections';
import { customerNode } from './customer-node';
import { CUSTOMERS } from './customers';
import { gid, numericId } from './ids';
import { shopMoney } from './money';
import type { CollectionNode, CustomerNode, OrderNode, ProductNode, StoreNode, VariantNode } from './nodes';
import { orderNode } from './order-node';
import { ORDERS } from './orders';
import { handleOf, imageNode, productNode } from './product-node';
import { PRODUCTS } from './products';
import { daysAgo, type SeedContext } from './seed-clock';
import { truncatedText, paragraph } from './text';
import type { WrittenCollection } from './written';

/** All objects of the store, linked to each other, and a lookup by global id. */
export interface StoreData {
  readonly products: readonly ProductNode[];
  readonly variants: readonly VariantNode[];
  readonly collections: readonly CollectionNode[];
  readonly customers: readonly CustomerNode[];
  readonly orders: readonly OrderNode[];
  readonly byGid: ReadonlyMap<string, StoreNode>;
}

function collectionNode(
  context: SeedContext,
  written: WrittenCollection,
  products: readonly ProductNode[],
): CollectionNode {
  const id = numericId.collection(written.n);
  const description = written.description ?? '';
  const fields = {
    description: ({ truncateAt }: { truncateAt?: number }) => truncatedText(description, truncateAt),
    descriptionHtml: paragraph(description),
    image: written.picture ? imageNode(context, id, written.title) : null,
    sortOrder: 'MANUAL',
    productsCount: { count: products.length, precision: 'EXACT' },
    hasProduct: (args: { id: string }) => products.some((p) => p.id === args.id),
  };
  return {
    __typename: 'Collection',
    id: gid('Collection', id),
    legacyResourceId: id,
    title: written.title,
    handle: handleOf(written.title, written.n),
    updatedAt: daysAgo(context, written.n * 3),
    isPublished: !written.hidden,
    products,
    ...fields,
  };
}

function linkCollections(context: SeedContext, products: ReadonlyMap<number, ProductNode>): CollectionNode[] {
  return COLLECTIONS.map((written) => {
    const held = PRODUCTS.filter((p) => written.holds(p)).map((p) => found(products, p.n, 'product'));
    const node = collectionNode(context, written, held);
    for (const product of held) product.collections.push(node);
    return node;
  });
}

/** Gives each customer their orders and the lifetime figures. */
function linkCustomers(customers: Iterable<CustomerNode>, orders: readonly OrderNode[]): void {
  for (const customer of customers) {
    const own = orders.filter((o) => o.customer === customer);
    customer.orders.push(...own);
    const spent = own.reduce((sum, o) => sum + Math.round(Number(o.currentTotalPriceSet.shopMoney.amount) * 100), 0);
    Object.assign(customer, {
      numberOfOrders: String(own.length),
      amountSpent: shopMoney(spent),
      lastOrder: own[0] ?? null,
    });
  }
}

function found<T>(map: ReadonlyMap<number, T>, n: number, what: string): T {
  const node = map.get(n);
  if (node === undefined) throw new Error(`the seed has no ${what} ${n}`);
  return node;
}

/** The whole store; the same for every start but for the dates, which count back from `context.now`. */
export function buildStore(context: SeedContext): StoreData {
  const products = new Map(PRODUCTS.map((p) => [p.n, productNode(context, p)]));
  const customers = new Map(CUSTOMERS.map((c) => [c.n, customerNode(context, c)]));
  const variant = (product: number, position: number): VariantNode => {
    const node = found(products, product, 'product').variants[position - 1];
    if (!node) throw new Error(`product ${product} of the seed has no variant ${position}`);
    return node;
  };
  const orders = ORDERS.map((o) =>
    orderNode(context, o, { variant, customer: (n) => found(customers, n, 'customer') }),
  );
  orders.sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  linkCustomers(customers.values(), orders);
  const collections = linkCollections(context, products);
  const all = {
    products: [...products.values()],
    variants: [...products.values()].flatMap((p) => p.variants),
    collections,
    customers: [...customers.values()],
    orders,
  };
  const nodes: StoreNode[] = Object.values(all).flat();
  return { ...all, byGid: new Map(nodes.map((node) => [node.id, node])) };
}
