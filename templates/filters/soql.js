// A text of SOQL with its quotes; nothing in it can end them. Wildcards stand only where the spec puts them.
const soql = (value, before, after) => {
  const plain = String(value).replace(/\p{Cc}+/gu, " ");
  const text = plain.trim().replace(/[\\'"]/g, "\\$&");
  if (text === "") return null;
  const likes = before !== undefined || after !== undefined;
  return `'${before || ""}${likes ? text.replace(/[%_]/g, "\\$&") : text}${after || ""}'`;
};
