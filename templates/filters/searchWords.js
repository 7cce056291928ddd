// Each word is a prefix search. Only letters (with their marks) and digits survive, so nothing of it can be an operator.
// Articles are left out unless there is nothing else: a title need not have the one that was said.
const searchWords = (value, field) => {
  const plain = String(value).normalize("NFC");
  const said = plain.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) || [];
  const named = said.filter((word) => !/^(?:an?|the|some|any|una?|un[oa]s|el|l[ao]s?)$/i.test(word));
  const prefix = (word) => `${field}:${Array.from(word).slice(0, 40).join("")}*`;
  return (named.length > 0 ? named : said).slice(0, 8).map(prefix).join(" AND ") || null;
};
