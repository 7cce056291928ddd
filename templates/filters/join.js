filters.join = (value, separator) => (Array.isArray(value) ? value.filter((part) => part !== null && part !== undefined && part !== "").join(separator || ", ") : value);
