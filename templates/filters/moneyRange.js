const moneyRange = (value) => {
  const { minVariantPrice: low, maxVariantPrice: high } = value || {};
  const [from, to] = [low, high].map((price) => amount(price?.amount, price?.currencyCode));
  return from === to || !from || !to ? to && from : `${from} – ${to}`;
};
