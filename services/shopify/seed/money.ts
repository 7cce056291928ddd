/** An amount of `MoneyV2`: a decimal string with trailing zeros cut, but one decimal kept (`"12.5"`, `"25.0"`). */
export interface MoneyV2 {
  readonly amount: string;
  readonly currencyCode: string;
}

/** The same amount in the shop's currency and in the one the buyer saw. */
export interface MoneyBag {
  readonly shopMoney: MoneyV2;
  readonly presentmentMoney: MoneyV2;
}

/** The currency a buyer pays in, and how much of it one unit of the shop's currency buys. */
export interface Presentment {
  readonly currency: string;
  readonly rate: number;
}

export const SHOP_CURRENCY = 'USD';

/** Currencies of the seed that have no minor unit. */
const WHOLE = new Set(['JPY']);

/** `1250` cents → `"12.5"`. */
const decimal = (cents: number): string => (cents / 100).toFixed(2).replace(/0$/, '');

/** `1250` cents → `"12.50"`, the `Money` scalar of `ProductVariant.price`. */
export const moneyScalar = (cents: number): string => (cents / 100).toFixed(2);

/** Cents of the shop's currency → `MoneyV2`. */
export const shopMoney = (cents: number): MoneyV2 => ({ amount: decimal(cents), currencyCode: SHOP_CURRENCY });

/**
 * Cents of the shop's currency → `MoneyBag`; a currency without minor units is rounded to whole units. Of several parts, each is
 * rounded by itself: what the buyer saw adds up.
 */
export function moneyBag(cents: number | readonly number[], { currency, rate }: Presentment): MoneyBag {
  const parts = typeof cents === 'number' ? [cents] : cents;
  const unit = WHOLE.has(currency) ? 100 : 1;
  const shown = parts.reduce((sum, part) => sum + Math.round(Math.round(part * rate) / unit) * unit, 0);
  const own = parts.reduce((sum, part) => sum + part, 0);
  return { shopMoney: shopMoney(own), presentmentMoney: { amount: decimal(shown), currencyCode: currency } };
}
