// An amount as a person reads it, rounded half up. The text is never turned into a float; not every currency has two digits, or a symbol.
const amount = (value, currency) => {
  const [, minus, whole, part = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value)) || [];
  if (!whole) return "";
  const none = /^(BIF|CLP|DJF|GNF|ISK|JPY|KMF|KRW|PYG|RWF|UGX|UYI|VND|VUV|XAF|XOF|XPF)$/.test(currency);
  const places = none ? 0 : /^(BHD|IQD|JOD|KWD|LYD|OMR|TND)$/.test(currency) ? 3 : 2;
  const cut = `0${whole}${part.padEnd(places, "0").slice(0, places)}`;
  const up = (_, digit, nines) => Number(digit) + 1 + nines.replace(/9/g, "0");
  const digits = part[places] >= "5" ? cut.replace(/(\d)(9*)$/, up) : cut;
  const ones = digits.slice(0, digits.length - places).replace(/^0+(?=\d)/, "");
  const units = ones.replace(/\B(?=(\d{3})+$)/g, locale.group);
  const number = places ? units + locale.decimal + digits.slice(-places) : units;
  const symbols = "USD$ EUR€ GBP£ JPY¥ INR₹ CADCA$ AUDA$ NZDNZ$ MXNMX$ BRLR$ KRW₩ ILS₪".split(" ");
  const sign = symbols.find((one) => one.slice(0, 3) === currency);
  const named = sign ? locale.money.replace("¤", sign.slice(3)).replace("#", number) : `${number} ${currency || ""}`;
  return (minus && /[1-9]/.test(number) ? "-" : "") + named.trim();
};
