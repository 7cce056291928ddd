filters.join = (value, separator) => (Array.isArray(value) ? value.filter((part) => part).join(separator || ", ") : value);
