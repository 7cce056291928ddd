// An amount as a person reads it. The text is never turned into a float; not every currency has two digits, or a symbol.
const amount = (value, currency) => {
  const [, minus, whole, part = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value)) || [];
  if (!whole) return "";
  const none = /^(BIF|CLP|DJF|GNF|ISK|JPY|KMF|KRW|PYG|RWF|UGX|UYI|VND|VUV|XAF|XOF|XPF)$/.test(currency);
  const cents = part.padEnd(3, "0").slice(0, none ? 0 : /^(BHD|IQD|JOD|KWD|LYD|OMR|TND)$/.test(currency) ? 3 : 2);
  const units = whole.replace(/^0+(?=\d)/, "").replace(/\B(?=(\d{3})+$)/g, locale.group);
  const number = cents ? units + locale.decimal + cents : units;
  const symbols = "USD$ EUR€ GBP£ JPY¥ INR₹ CADCA$ AUDA$ NZDNZ$ MXNMX$ BRLR$ KRW₩ ILS₪".split(" ");
  const sign = symbols.find((one) => one.slice(0, 3) === currency);
  const named = sign ? locale.money.replace("¤", sign.slice(3)).replace("#", number) : `${number} ${currency || ""}`;
  return (minus && /[1-9]/.test(number) ? "-" : "") + named.trim();
};
