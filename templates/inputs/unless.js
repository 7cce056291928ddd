// Nothing, and a word that says so, is no value.
const unless = (value, ...words) => {
  const said = asText(value).trim();
  return said === "" || words.includes(said.toLowerCase()) ? undefined : value;
};
