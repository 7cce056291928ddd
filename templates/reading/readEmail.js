const readEmail = (value) => {
  const clean = (text) =>
    text
      .replace(/\p{Cf}/gu, "")
      .replace(/[’‘]/g, "'")
      .replace(/＠/g, "@")
      .replace(/(@[^\s']+)'s(?!\S)/g, "$1")
      .replace(/[A-Z]/g, (sign) => sign.toLowerCase());
  // Not a part of these words: it was said before.
  if (!clean(typed).includes(clean(value))) return value;
  const words = clean(typed).split(/\s+/);
  const around = /^(?:[<("“«[¿¡]|(?:mailto|e-?mail|mail|correo|electr[oó]nico|address):)+|[>)"”»\].,;:!?…]+$/gu;
  return only(words.filter((word) => word.includes("@")).map((word) => word.replace(around, "").replace(/^'(.*)'$/, "$1")));
};
