// Inside quotes only the quote and the backslash mean anything; both are dropped, and so are control characters and half ones.
filters.searchPhrase = (value, field) => {
    const text = Array.from(String(value).replace(/["\\\p{Cc}\p{Cs}]/gu, " ").replace(/\s+/g, " ").trim()).slice(0, 80).join("").trim();
    return /[\p{L}\p{N}]/u.test(text) ? field + ":\"" + text + "\"" : null;
};
