filters.trim = (value) => String(value).trim() || null;
