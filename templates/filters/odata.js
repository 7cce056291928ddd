// A text of OData with its quotes; a quote in it is written twice.
const odata = (value) => {
  const plain = String(value).replace(/\p{Cc}+/gu, " ");
  const text = plain.trim().replace(/'/g, "''");
  return text === "" ? null : `'${text}'`;
};
