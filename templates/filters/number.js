filters.number = (value) => {
    const number = Number(String(value).trim());
    return String(value).trim() !== "" && isFinite(number) ? number : null;
};
