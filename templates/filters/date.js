filters.date = (value) => {
    const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(String(value));
    if (!match) return "";
    const month = locale.months[Number(match[2]) - 1];
    if (!month) return match[0];
    return locale.date.replace("D", String(Number(match[3]))).replace("M", month).replace("Y", match[1]);
};
