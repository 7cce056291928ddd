const trim = (value) => String(value).trim() || null;
