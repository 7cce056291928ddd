filters.truncate = (value, length) => {
    const text = String(value === null || value === undefined ? "" : value).replace(/\s+/g, " ").trim();
    if (Array.from(text).length <= length) return text;
    const cut = Array.from(text).slice(0, length - 1).join("");
    return cut.replace(/\s+\S*$/, "") + "…";
};
