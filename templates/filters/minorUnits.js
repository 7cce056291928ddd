// An amount in the smallest unit of its currency, exactly: the text is never turned into a float before its point is gone.
const minorUnits = (value, places = 2) => {
  const [, whole, part = ""] = /^(\d{1,12})(?:\.(\d+))?$/.exec(String(value).trim()) || [];
  if (!whole || /[1-9]/.test(part.slice(places))) return null;
  return Number(whole + part.slice(0, places).padEnd(places, "0"));
};
