filters.truncate = (value, length) => {
    const text = String(value === null || value === undefined ? "" : value).replace(/\s+/g, " ").trim();
    const characters = Array.from(text);
    if (characters.length <= length) return text;
    const cut = characters.slice(0, length - 1).join("");
    return (characters[length - 1] === " " ? cut : cut.replace(/\s+\S*$/, "")) + "…";
};
