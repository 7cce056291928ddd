const readEmail = (value) => {
  if (!wasTyped(value)) return value;
  const signs = typed
    .replace(/\p{Cf}/gu, "")
    .replace(/[’‘]/g, "'")
    .replace(/[A-Z]/g, (sign) => sign.toLowerCase());
  const words = signs.split(/\s+/).filter((word) => word.includes("@"));
  const around = /^(?:[<("“«[¿¡]|(?:mailto|e-?mail|mail|correo):)+|[>)"”»\].,;:!?…]+$/gu;
  return only(words.map((word) => word.replace(around, "").replace(/^'(.*)'$/, "$1")));
};
