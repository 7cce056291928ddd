// Find drop-off points: decides one outcome and keeps what the replies show.
const state = context.findPoints;
const { body } = context.findPointsService?.response || {};
// prettier-ignore
const locales = { en: { words: { open: { true: "open now", false: "closed" } } } };
const locale = locales[context.currentLanguage] || locales.en;

const text = (value) => (value === undefined || value === null ? "" : [].concat(value).join(", ").trim());
// A text from elsewhere reads the same and does nothing in a chat window: no markup, link, picture or placeholder.
const shown = (value) => {
  const joined = text(value).split("\u2060").join("");
  const plain = joined.replace(/(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ").trim();
  const alike = plain.replace(/["'<>*_~`[\]{}\\]/g, (sign) => "”’‹›＊＿～｀［］｛｝＼"["\"'<>*_~`[]{}\\".indexOf(sign)]);
  return alike.replace(/&|:(?=\/\/|[\w+-]+:)|www|mailto|^(?=[\s,;·|]*(?:[#-](?!\d)|\)))|(?<![^\s,;·|])(?!\w\w)[0o]?[#%8:;=bdx](?=[-^]?[#$()./3:?@bdlopx](?!\w)|[-^][\s,;·|]*$)/gim, "$&\u2060");
};
const list = (value) => (Array.isArray(value) ? value.filter(Boolean) : []);
// The word for a value; a value that is new to the service is made readable.
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
      .map((item) => ({
        id: shown(item.id),
        name: shown(item.name),
        street: shown(truncate(item.address?.street, 60)),
        open: shown(words(item.isOpen, locale.words.open)),
      })),
  };
  return state.answer.points.length === 0 ? "empty" : "found";
};

state.outcome = decide();
state.body = undefined;
context.problem = state.outcome;
