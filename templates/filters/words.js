filters.words = (value, table) => {
    if (value === null || value === undefined || value === "") return "";
    const known = words[table] || {};
    if (Object.prototype.hasOwnProperty.call(known, String(value))) return known[String(value)];
    const text = String(value).toLowerCase().replace(/_+/g, " ").trim();
    return text.charAt(0).toUpperCase() + text.slice(1);
};
