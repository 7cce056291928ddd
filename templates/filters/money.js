const money = (value) => amount(sum(value).amount, sum(value).currencyCode);
