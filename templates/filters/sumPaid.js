// A shopper sees what was paid, in the currency it was paid in.
const sum = (value) => value?.presentmentMoney || value?.shopMoney || value || {};
