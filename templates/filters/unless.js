filters.unless = (value, text) => (value === null || value === undefined || String(value) === text ? "" : String(value));
