const readEmail = (value) => {
  if (!wasTyped(value)) return value;
  const signs = typed
    .replace(/\p{Cf}/gu, "")
    .replace(/[’‘]/g, "'")
    .replace(/＠/g, "@")
    .replace(/(@[^\s']+)'s(?!\S)/g, "$1")
    .replace(/[A-Z]/g, (sign) => sign.toLowerCase());
  const words = signs.split(/\s+/).filter((word) => word.includes("@"));
  const around = /^(?:[<("“«[¿¡]|(?:mailto|e-?mail|mail|correo|electr[oó]nico|address):)+|[>)"”»\].,;:!?…]+$/gu;
  return only(words.map((word) => word.replace(around, "").replace(/^'(.*)'$/, "$1")));
};
