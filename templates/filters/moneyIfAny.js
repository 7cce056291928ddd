const moneyIfAny = (value) => (/[1-9]/.test(sum(value).amount) ? amount(sum(value).amount, sum(value).currencyCode) : "");
