// The word for a value; a new value is made readable.
const words = (value, known) => {
  const readable = text(value).toLowerCase().replace(/_+/g, " ").trim();
  return new Map(Object.entries(known)).get(text(value)) || readable.charAt(0).toUpperCase() + readable.slice(1);
};
