const truncate = (value, length) => {
  const letters = Array.from(text(value).replace(/\s+/g, " "));
  if (letters.length <= length) return letters.join("");
  const cut = letters.slice(0, length - 1).join("");
  return `${letters[length - 1] === " " ? cut : cut.replace(/\s+\S*$/, "")}…`;
};
