filters.words = (value, table) => {
    if (value === null || value === undefined || value === "") return "";
    const known = (words[table] || {})[String(value)];
    if (known !== undefined) return known;
    const text = String(value).toLowerCase().replace(/_+/g, " ").trim();
    return text.charAt(0).toUpperCase() + text.slice(1);
};
