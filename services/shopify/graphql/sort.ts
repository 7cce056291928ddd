/** What a sort key looks at. */
export type SortValue = (item: unknown) => string | number;

function read(item: unknown, name: string): unknown {
  return typeof item === 'object' && item !== null ? (item as Readonly<Record<string, unknown>>)[name] : undefined;
}

const words = (value: unknown): string => (typeof value === 'string' ? value.toLowerCase() : '');
const text =
  (name: string): SortValue =>
  (item) =>
    words(read(item, name));
const number =
  (name: string): SortValue =>
  (item) =>
    Number(read(item, name) ?? 0);
const amount =
  (...path: readonly string[]): SortValue =>
  (item) =>
    Number(path.reduce<unknown>(read, item) ?? 0);

const KEYS: Readonly<Record<string, SortValue>> = {
  ID: number('legacyResourceId'),
  TITLE: text('title'),
  FULL_TITLE: text('displayName'),
  NAME: (item) => words(read(item, 'lastName') ?? read(item, 'displayName')),
  CUSTOMER_NAME: (item) => text('displayName')(read(item, 'customer')),
  VENDOR: text('vendor'),
  PRODUCT_TYPE: text('productType'),
  SKU: text('sku'),
  POSITION: number('position'),
  ORDER_NUMBER: number('number'),
  CREATED: text('createdAt'),
  CREATED_AT: text('createdAt'),
  PROCESSED_AT: text('processedAt'),
  PUBLISHED_AT: text('publishedAt'),
  UPDATED_AT: text('updatedAt'),
  INVENTORY_TOTAL: number('totalInventory'),
  INVENTORY_QUANTITY: number('inventoryQuantity'),
  FINANCIAL_STATUS: text('displayFinancialStatus'),
  FULFILLMENT_STATUS: text('displayFulfillmentStatus'),
  TOTAL_ITEMS_QUANTITY: number('subtotalLineItemsQuantity'),
  PRICE: amount('priceRangeV2', 'minVariantPrice', 'amount'),
  TOTAL_PRICE: amount('totalPriceSet', 'shopMoney', 'amount'),
  CURRENT_TOTAL_PRICE: amount('currentTotalPriceSet', 'shopMoney', 'amount'),
};

/** The sort of a `sortKey`; null for the list's own order (RELEVANCE, which the search sees to, COLLECTION_DEFAULT, MANUAL, BEST_SELLING and unknown keys). */
export const sortKeyOf = (sortKey: string): SortValue | null => KEYS[sortKey] ?? null;
