const join = (value, separator = ", ") => (Array.isArray(value) ? value.filter((part) => part || part === 0).join(separator) : value);
