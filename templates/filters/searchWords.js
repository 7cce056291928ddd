// Each word is a prefix search. Only letters (with their marks) and digits survive, so nothing of it can be an operator.
const searchWords = (value, field) =>
  stems(value)
    .map((word) => `${field}:${word}*`)
    .join(" AND ") || null;
