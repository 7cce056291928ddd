const moneyIfAny = (value) => (/[1-9]/.test(sum(value).amount) ? money(value) : "");
