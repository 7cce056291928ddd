import type { CollectionNode, CustomerNode, OrderNode, ProductNode, VariantNode } from '../seed/nodes';
import type { FieldKind } from './match';

/** A field of a search: how it compares and what an object has to offer. */
export interface SearchField<T> {
  readonly kind: FieldKind;
  readonly of: (node: T) => readonly unknown[];
}

/** The fields a search of one kind of object knows, and those a term without a field looks into. */
export interface SearchFields<T> {
  readonly fields: Readonly<Record<string, SearchField<T>>>;
  readonly byDefault: readonly string[];
}

const field = <T>(kind: FieldKind, of: (node: T) => unknown): SearchField<T> => ({
  kind,
  of: (node) => {
    const value = of(node);
    return Array.isArray(value) ? (value as readonly unknown[]) : [value];
  },
});

const shown = (online: boolean): readonly string[] => (online ? ['published', 'visible'] : ['unpublished', 'hidden']);

export const PRODUCT_FIELDS: SearchFields<ProductNode> = {
  byDefault: ['title', 'vendor', 'product_type', 'tag'],
  fields: {
    id: field('id', (p) => p.legacyResourceId),
    title: field('text', (p) => p.title),
    vendor: field('text', (p) => p.vendor),
    product_type: field('text', (p) => p.productType),
    tag: field('keyword', (p) => p.tags),
    handle: field('keyword', (p) => p.handle),
    status: field('keyword', (p) => p.status),
    published_status: field('keyword', (p) => shown(p.publishedAt !== null)),
    collection_id: field('id', (p) => p.collections.map((c) => c.legacyResourceId)),
    variant_title: field('text', (p) => p.variants.map((v) => v.title)),
    variant_id: field('id', (p) => p.variants.map((v) => v.legacyResourceId)),
    sku: field('keyword', (p) => p.variants.map((v) => v.sku)),
    price: field('number', (p) => p.variants.map((v) => v.price)),
    inventory_total: field('number', (p) => p.totalInventory),
    gift_card: field('keyword', (p) => p.isGiftCard),
    created_at: field('date', (p) => p.createdAt),
    updated_at: field('date', (p) => p.updatedAt),
    published_at: field('date', (p) => p.publishedAt),
  },
};

export const VARIANT_FIELDS: SearchFields<VariantNode> = {
  byDefault: ['title', 'sku'],
  fields: {
    id: field('id', (v) => v.legacyResourceId),
    title: field('text', (v) => v.title),
    sku: field('keyword', (v) => v.sku),
    product_id: field('id', (v) => v.product.legacyResourceId),
    product_status: field('keyword', (v) => v.product.status),
    inventory_quantity: field('number', (v) => v.inventoryQuantity),
  },
};

export const COLLECTION_FIELDS: SearchFields<CollectionNode> = {
  byDefault: ['title'],
  fields: {
    id: field('id', (c) => c.legacyResourceId),
    title: field('text', (c) => c.title),
    handle: field('keyword', (c) => c.handle),
    product_id: field('id', (c) => c.products.map((p) => p.legacyResourceId)),
    published_status: field('keyword', (c) => shown(c.isPublished)),
    updated_at: field('date', (c) => c.updatedAt),
  },
};

export const CUSTOMER_FIELDS: SearchFields<CustomerNode> = {
  byDefault: ['email', 'first_name', 'last_name', 'phone'],
  fields: {
    id: field('id', (c) => c.legacyResourceId),
    // Tokenised, so that an unquoted address can match others of the same words (the schema says so).
    email: field('text', (c) => c.email),
    phone: field('keyword', (c) => c.phone),
    first_name: field('text', (c) => c.firstName),
    last_name: field('text', (c) => c.lastName),
    state: field('keyword', (c) => c.state),
    tag: field('keyword', (c) => c.tags),
    orders_count: field('number', (c) => c.numberOfOrders),
    customer_date: field('date', (c) => c.createdAt),
    updated_at: field('date', (c) => c.updatedAt),
  },
};

const orderStatus = (o: OrderNode): readonly string[] => {
  if (o.cancelledAt !== null) return ['cancelled'];
  return o.closedAt === null ? ['open', 'not_closed'] : ['closed'];
};

const STATUS_NAMES: Readonly<Record<string, string>> = {
  FULFILLED: 'shipped',
  PARTIALLY_FULFILLED: 'partial',
  UNFULFILLED: 'unshipped',
};

export const ORDER_FIELDS: SearchFields<OrderNode> = {
  byDefault: ['name', 'email', 'customer_name'],
  fields: {
    id: field('id', (o) => o.legacyResourceId),
    // By words: a search for #1001 finds #1001-A and #1001-B as well.
    name: field('text', (o) => o.name),
    email: field('text', (o) => o.email),
    customer_id: field('id', (o) => o.customer?.legacyResourceId),
    customer_name: field('text', (o) => o.customer?.displayName),
    confirmation_number: field('keyword', (o) => o.confirmationNumber),
    status: field('keyword', orderStatus),
    financial_status: field('keyword', (o) => o.displayFinancialStatus),
    fulfillment_status: field('keyword', (o) => [o.displayFulfillmentStatus, STATUS_NAMES[o.displayFulfillmentStatus]]),
    sku: field('keyword', (o) => o.lineItems.map((l) => l.sku)),
    tag: field('keyword', (o) => o.tags),
    test: field('keyword', () => false),
    created_at: field('date', (o) => o.createdAt),
    processed_at: field('date', (o) => o.createdAt),
    updated_at: field('date', (o) => o.updatedAt),
  },
};
