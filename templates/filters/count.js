const count = (value) => (Array.isArray(value) ? String(value.length) : "");
