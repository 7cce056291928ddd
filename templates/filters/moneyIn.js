filters.moneyIn = (value, path) => amount(value, read(body, path.split(".")));
