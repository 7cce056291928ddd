const unpriced = (value) => asText(value).replace(priceLimits, "").trim();
