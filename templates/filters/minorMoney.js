// An amount in the smallest unit of its currency. Nothing at all is written with one nought, and one for each place.
const minorMoney = (value, code) => {
  const currency = text(code).toUpperCase();
  const [, minus, units] = /^(-?)(\d{1,15})$/.exec(text(value)) || [];
  if (!units) return "";
  const places = amount("0", currency).replace(/[^0]/g, "").length - 1;
  const digits = units.padStart(places + 1, "0");
  const whole = digits.length - places;
  return amount(`${minus}${digits.slice(0, whole)}.${digits.slice(whole)}0`, currency);
};
