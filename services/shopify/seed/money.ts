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

/** Cents of the shop's currency → `MoneyBag`; a currency without minor units is rounded to whole units. */
export function moneyBag(cents: number, { currency, rate }: Presentment): MoneyBag {
  const exact = Math.round(cents * rate);
  const shown = WHOLE.has(currency) ? Math.round(exact / 100) * 100 : exact;
  return { shopMoney: shopMoney(cents), presentmentMoney: { amount: decimal(shown), currencyCode: currency } };
}
