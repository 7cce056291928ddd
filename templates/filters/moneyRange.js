filters.moneyRange = (value) => {
    const low = value && value.minVariantPrice;
    const high = value && value.maxVariantPrice;
    if (!low || !high) return "";
    const from = amount(low.amount, low.currencyCode);
    const to = amount(high.amount, high.currencyCode);
    return from === to ? from : from + " – " + to;
};
