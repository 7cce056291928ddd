// What fits the pattern counts as a whole only, not inside a word.
const readWhole = (value, pattern) => {
  // Not a part of these words: it was said before.
  if (!typed.includes(value)) return value;
  const text = typed.replace(/\p{Cf}/gu, "").replace(/https?:\S+/g, (link) => link.replace(/[/?#&=]/g, " "));
  const isWhole = ({ 0: word, index }) => /(?:^|[\s"'“‘«(<[¿¡#])$/.test(text.slice(0, index)) && /^["'”’»)>\].,;:!?…]*(?:\s|$)/.test(text.slice(index + word.length));
  return only([...text.matchAll(pattern)].filter(isWhole).map(([word]) => word));
};
