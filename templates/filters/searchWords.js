// At most eight words of 40 characters. Only letters (with their marks) and digits survive, so nothing of it can be an operator.
filters.searchWords = (value, field) => {
    const words = String(value).normalize("NFC").match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) || [];
    if (words.length === 0) return null;
    return words.slice(0, 8).map((word) => field + ":" + Array.from(word).slice(0, 40).join("") + "*").join(" AND ");
};
