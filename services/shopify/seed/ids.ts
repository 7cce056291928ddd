/** A global id as the Admin API writes it. */
export const gid = (type: string, id: string): string => `gid://shopify/${type}/${id}`;

/**
 * Every id of the seed is a 13-digit number, as in a store of today: past 2^31, so a client that keeps it as a 32-bit
 * integer shows its mistake. `order(1001)` is the order named #1001, and so on.
 */
export const numericId = {
  customer: (n: number): string => String(6_400_000_000_000 + n),
  product: (n: number): string => String(7_700_000_000_000 + n),
  variant: (product: number, n: number): string => String(4_400_000_000_000 + product * 1000 + n),
  collection: (n: number): string => String(2_900_000_000_000 + n),
  order: (number: number): string => String(5_600_000_000_000 + number),
  lineItem: (order: number, n: number): string => String(1_400_000_000_000 + order * 1000 + n),
  fulfillment: (order: number, n: number): string => String(3_100_000_000_000 + order * 100 + n),
  refund: (order: number): string => String(8_800_000_000_000 + order),
  address: (customer: number): string => String(9_200_000_000_000 + customer),
};
