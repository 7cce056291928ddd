import type { MoneyBag, MoneyV2 } from './money';

/** What every object of the store has; all other keys are fields of the Admin schema, or functions of their arguments. */
export interface StoreNode {
  readonly __typename: string;
  readonly id: string;
  readonly legacyResourceId: string;
}

export interface ImageNode {
  readonly id: string;
  readonly url: () => string;
  readonly altText: string;
  readonly width: number;
  readonly height: number;
}

export interface MediaNode {
  readonly __typename: 'MediaImage';
  readonly id: string;
  readonly mediaContentType: 'IMAGE';
  readonly alt: string;
  readonly status: 'READY';
  readonly image: ImageNode;
  readonly preview: { readonly image: ImageNode; readonly status: 'READY' };
}

export interface ProductNode extends StoreNode {
  readonly title: string;
  readonly handle: string;
  readonly vendor: string;
  readonly productType: string;
  readonly status: string;
  readonly tags: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly publishedAt: string | null;
  readonly isGiftCard: boolean;
  readonly totalInventory: number;
  readonly priceRangeV2: { readonly minVariantPrice: MoneyV2; readonly maxVariantPrice: MoneyV2 };
  readonly media: readonly MediaNode[];
  readonly variants: readonly VariantNode[];
  /** Filled once all collections are known. */
  readonly collections: CollectionNode[];
}

export interface VariantNode extends StoreNode {
  readonly title: string;
  readonly sku: string;
  readonly position: number;
  readonly price: string;
  readonly cents: number;
  readonly inventoryQuantity: number;
  readonly product: ProductNode;
}

export interface CollectionNode extends StoreNode {
  readonly title: string;
  readonly handle: string;
  readonly updatedAt: string;
  /** Not a field of the schema: whether the online store shows it. */
  readonly isPublished: boolean;
  readonly products: readonly ProductNode[];
}

export interface CustomerNode extends StoreNode {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly displayName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly state: string;
  readonly tags: readonly string[];
  readonly numberOfOrders: string;
  readonly defaultAddress: object | null;
  /** Filled once all orders are known. */
  readonly orders: OrderNode[];
}

export interface LineItemNode {
  readonly __typename: 'LineItem';
  readonly id: string;
  readonly title: string;
  readonly sku: string | null;
  readonly quantity: number;
}

export interface OrderNode extends StoreNode {
  readonly name: string;
  readonly number: number;
  readonly confirmationNumber: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly cancelledAt: string | null;
  readonly closedAt: string | null;
  readonly email: string | null;
  readonly customer: CustomerNode | null;
  readonly displayFinancialStatus: string;
  readonly displayFulfillmentStatus: string;
  readonly tags: readonly string[];
  readonly totalPriceSet: MoneyBag;
  readonly currentTotalPriceSet: MoneyBag;
  readonly lineItems: readonly LineItemNode[];
}
