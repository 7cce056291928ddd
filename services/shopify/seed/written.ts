/** A product as the seed's lists state it; everything left out has its default below. */
export interface WrittenProduct {
  readonly n: number;
  readonly title: string;
  readonly vendor?: string;
  readonly type: string;
  /** Price of the first variant, in cents of the shop's currency. */
  readonly cents: number;
  readonly description?: string;
  readonly status?: 'ACTIVE' | 'DRAFT' | 'ARCHIVED' | 'UNLISTED';
  readonly unpublished?: boolean;
  readonly giftCard?: boolean;
  readonly tags?: readonly string[];
  /** Option name → its values; the variants are their product. None means one "Default Title" variant. */
  readonly options?: Readonly<Record<string, readonly string[]>>;
  /** Cents added to the price per step of the last option. */
  readonly step?: number;
  /** Old price in cents, shown struck through. */
  readonly was?: number;
  /** Stock of each variant in turn (repeats); 0 = sold out. */
  readonly stock?: readonly number[];
  readonly pictures?: number;
  /** Days before now. */
  readonly age?: number;
}

/** A written product with every default in place. */
export type CompleteProduct = WrittenProduct & typeof DEFAULTS;

/** What a product has that its list does not state. */
export const DEFAULTS = {
  vendor: 'Harbor & Pine',
  status: 'ACTIVE' as NonNullable<WrittenProduct['status']>,
  unpublished: false,
  giftCard: false,
  tags: [] as readonly string[],
  options: { Title: ['Default Title'] } as Readonly<Record<string, readonly string[]>>,
  step: 0,
  was: 0,
  stock: [25] as readonly number[],
  pictures: 1,
  age: 90,
};

export interface WrittenCollection {
  readonly n: number;
  readonly title: string;
  readonly description?: string;
  readonly hidden?: boolean;
  readonly picture?: boolean;
  /** Chooses its products, in the store's own order. */
  readonly holds: (product: WrittenProduct) => boolean;
}

export interface WrittenCustomer {
  readonly n: number;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly phone?: string;
  readonly locale?: string;
  readonly verified?: boolean;
  /** Street, city, province, zip, country, ISO code. */
  readonly address?: readonly [string, string, string | null, string, string, string];
  readonly age: number;
}

export interface WrittenFulfillment {
  readonly status: string;
  /** Days after the order. */
  readonly after: number;
  readonly deliveredAfter?: number;
  readonly estimatedAfter?: number;
  /** Company, number and, if the carrier has one, a link. */
  readonly tracking: readonly (readonly [string, string, (string | null)?])[];
  /** How many of the order's line items it carried; default all. */
  readonly lines?: number;
}

export interface WrittenOrder {
  readonly number: number;
  readonly name?: string;
  /** `n` of a customer; left out for a guest, who then has only an e-mail. */
  readonly customer?: number;
  readonly email?: string;
  /** Days before now. */
  readonly age: number;
  readonly financial: string;
  readonly fulfillment: string;
  readonly returnStatus?: string;
  readonly cancelled?: string;
  /** Product `n`, variant position (from 1) and quantity. */
  readonly lines: readonly (readonly [product: number, variant: number, quantity: number])[];
  /** Per line: units sent back. */
  readonly returned?: readonly number[];
  readonly shipping?: number;
  readonly taxRate?: number;
  readonly discount?: number;
  readonly codes?: readonly string[];
  readonly currency?: string;
  readonly rate?: number;
  readonly fulfillments?: readonly WrittenFulfillment[];
}
