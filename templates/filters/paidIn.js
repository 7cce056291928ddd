// What was paid, in parentheses, where that was in another currency than the shop's.
const paidIn = (value) => {
  const { shopMoney: shop, presentmentMoney: paid } = value || {};
  return paid && shop && paid.currencyCode !== shop.currencyCode ? `(${amount(paid.amount, paid.currencyCode)})` : "";
};
