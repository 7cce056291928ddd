// What was not asked for this time does not count, even if it was said before.
const onlyIf = (value, other, ...wanted) => (wanted.includes(asText(other)) ? value : undefined);
