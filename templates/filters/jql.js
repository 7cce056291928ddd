// A text of JQL with its quotes; nothing in it can end them.
const jql = (value) => {
  const plain = String(value).replace(/\p{Cc}+/gu, " ");
  const text = plain.trim().replace(/[\\"]/g, "\\$&");
  return text === "" ? null : `"${text}"`;
};
