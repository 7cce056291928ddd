// Inside quotes only the quote and the backslash mean anything; both are dropped.
filters.searchPhrase = (value, field) => {
    const text = String(value).replace(/["\\\u0000-\u001f\u007f]/g, " ").replace(/\s+/g, " ").trim().slice(0, 80).trim();
    return /[\p{L}\p{N}]/u.test(text) ? field + ":\"" + text + "\"" : null;
};
