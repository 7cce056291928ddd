// An exact search for a reference in each way that its letters and digits may be joined. Only letters, digits and plain signs survive.
const searchReference = (value, field) => {
  const signs = String(value).replace(/[^\p{L}\p{N}#./_-]+/gu, " ");
  const plain = Array.from(signs.trim()).slice(0, 80).join("").trim();
  if (!/[\p{L}\p{N}]/u.test(plain)) return null;
  const seam = /(?<=\p{L})[^\p{L}\p{N}]*(?=\p{N})|(?<=\p{N})[^\p{L}\p{N}]*(?=\p{L})/gu;
  const written = [...new Set([plain, plain.replace(seam, ""), plain.replace(seam, " ")])];
  const terms = written.map((way) => `${field}:"${way}"`).join(" OR ");
  return written.length > 1 ? `(${terms})` : terms;
};
