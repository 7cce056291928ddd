const orElse = (value, otherwise) => (asText(value).trim() === "" ? otherwise : value);
