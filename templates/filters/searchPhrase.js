// Inside quotes only the quote and the backslash mean anything; both are dropped, and so are control characters and half ones.
const searchPhrase = (value, field) => {
  const plain = String(value).replace(/["\\\p{Cc}\p{Cs}\s]+/gu, " ");
  const phrase = Array.from(plain.trim()).slice(0, 80).join("").trim();
  return /[\p{L}\p{N}]/u.test(phrase) ? `${field}:"${phrase}"` : null;
};
