// An amount as a person reads it, rounded half up. It never becomes a float; not every currency has two digits, or a symbol.
const amount = (value, currency) => {
  const [, minus, whole, part = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) || [];
  if (!whole) return "";
  const places = /^(BIF|CLP|DJF|GNF|ISK|JPY|KMF|KRW|PYG|RWF|UGX|UYI|VND|VUV|XAF|XOF|XPF)$/.test(currency) ? 0 : /^(BHD|IQD|JOD|KWD|LYD|OMR|TND)$/.test(currency) ? 3 : 2;
  const tenths = BigInt(whole + part.padEnd(places + 1, "0").slice(0, places + 1));
  const digits = String((tenths + BigInt(5)) / BigInt(10)).padStart(places + 1, "0");
  const units = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, locale.group);
  const number = places ? units + locale.decimal + digits.slice(-places) : units;
  const symbols = "USD$ EUR€ GBP£ JPY¥ INR₹ CADCA$ AUDA$ NZDNZ$ MXNMX$ BRLR$ KRW₩ ILS₪".split(" ");
  const sign = symbols.find((one) => one.slice(0, 3) === currency);
  const named = sign ? locale.money.replace("¤", sign.slice(3)).replace("#", number) : `${number} ${currency || ""}`;
  return (minus && /[1-9]/.test(number) ? "-" : "") + named.trim();
};
