const isNotId = (value) => !isId(value);
