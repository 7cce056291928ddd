// What was paid, in parentheses, where that was in another currency than the one that is told.
const paidIn = (value) => {
  const [paid, told] = [value?.presentmentMoney, sum(value).currencyCode];
  return paid && told && paid.currencyCode !== told ? `(${amount(paid.amount, paid.currencyCode)})` : "";
};
