// Find drop-off points: decides one outcome and keeps what the replies show.
const state = context.findPoints;
const { body } = context.findPointsService?.response || {};
const { locale } = context; // how this language writes, from the step before

const text = (value) => (value === undefined || value === null ? "" : [].concat(value).join(", ").trim());
const list = (value) => (Array.isArray(value) ? value.filter(Boolean) : []);
// The word for a value; a new value is made readable.
const words = (value, known) => {
  const readable = text(value).toLowerCase().replace(/_+/g, " ").trim();
  return new Map(Object.entries(known)).get(text(value)) || readable.charAt(0).toUpperCase() + readable.slice(1);
};
const truncate = (value, length) => {
  const letters = Array.from(text(value).replace(/\s+/g, " "));
  if (letters.length <= length) return letters.join("");
  const cut = letters.slice(0, length - 1).join("");
  return `${letters[length - 1] === " " ? cut : cut.replace(/\s+\S*$/, "")}…`;
};

const decide = () => {
  if (state.failure) return state.failure;
  const found = [body?.data].flat().find(Boolean);
  if (!found) return "empty";
  state.answer = {
    points: list(found.points)
      .filter((item) => item.kind === "shop")
      .map((item) => ({ id: text(item.id), name: text(item.name), street: truncate(item.address?.street, 60), open: words(item.isOpen, locale.words.open) })),
  };
  return state.answer.points.length === 0 ? "empty" : "found";
};

state.outcome = decide();
