filters.moneyIfAny = (value) => {
    const money = value && (value.shopMoney || value.presentmentMoney || value);
    return money && /[1-9]/.test(String(money.amount)) ? amount(money.amount, money.currencyCode) : "";
};
