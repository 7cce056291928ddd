// Inside quotes only the quote and the backslash mean anything; both are dropped, and so are control characters and half ones.
const searchPhrase = (value, field) => {
  const text = String(value).replace(/["\\\p{Cc}\p{Cs}]/gu, " ").replace(/\s+/g, " ").trim();
  const cut = Array.from(text).slice(0, 80).join("").trim();
  return /[\p{L}\p{N}]/u.test(cut) ? `${field}:"${cut}"` : null;
};
