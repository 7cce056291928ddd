// Words alone: no quotes, operators, wildcards or fields of a search.
const plainWords = (value) => {
  const words = String(value).match(/[\p{L}\p{N}_@.]+(?:-[\p{L}\p{N}_@.]+)*/gu) || [];
  const text = words.map((word) => (/^(?:AND|OR|NOT|NEAR|TO)$/.test(word) ? word.toLowerCase() : word)).join(" ");
  return text === "" ? null : text;
};
