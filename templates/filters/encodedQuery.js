// A value of an encoded query: a caret would begin another condition, and "javascript:" a script.
const encodedQuery = (value) => {
  const plain = String(value).replace(/[\p{Cc}^]+/gu, " ");
  const text = plain.trim();
  return text === "" || /^\s*javascript\s*:/i.test(text) ? null : text;
};
