const unless = (value, common) => (text(value) === common ? "" : text(value));
