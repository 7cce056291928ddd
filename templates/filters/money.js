filters.money = (value) => {
    const money = value && (value.shopMoney || value.presentmentMoney || value);
    return money && money.amount !== undefined ? amount(money.amount, money.currencyCode) : "";
};
