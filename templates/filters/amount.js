// How an amount reads: the currency's own number of digits, grouped; the text is never turned into a float.
function amount(value, currency) {
    const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value));
    if (!match) return "";
    const has = (table) => Object.prototype.hasOwnProperty.call(table, currency);
    const digits = has(locale.digits) ? locale.digits[currency] : 2;
    const scaled = (match[2] + ((match[3] || "") + "0000").slice(0, digits)).replace(/^0+(?=\d)/, "");
    const padded = ("0000" + scaled).slice(-Math.max(digits + 1, scaled.length));
    const whole = padded.slice(0, padded.length - digits).replace(/\B(?=(\d{3})+$)/g, locale.group);
    const number = digits > 0 ? whole + locale.decimal + padded.slice(-digits) : whole;
    const symbol = has(locale.symbols) ? locale.symbols[currency] : "";
    const sign = match[1] && /[1-9]/.test(scaled) ? "-" : "";
    return sign + (symbol ? locale.money.replace("¤", symbol).replace("#", number) : number + " " + (currency || "")).trim();
}
