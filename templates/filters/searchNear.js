// Finds what is only like it, by any of the words and how long ones begin; the next step looks closer. Letters and digits alone survive.
const searchNear = (value, field, ...others) => {
  const termsOf = (word) => {
    const letters = Array.from(word);
    const starts = letters.length > 4 ? [letters.length, letters.length >> 1, 2] : [letters.length];
    return [...starts.map((length) => `${field}:${letters.slice(0, length).join("")}*`), ...others.map((other) => `${other}:${word}*`)];
  };
  const terms = stems(value).slice(0, 5).flatMap(termsOf);
  return terms.length > 0 ? `(${[...new Set(terms)].join(" OR ")})` : null;
};
