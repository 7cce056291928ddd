const sum = (value) => value?.shopMoney || value?.presentmentMoney || value || {};
