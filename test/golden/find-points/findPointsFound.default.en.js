// findPointsFound: things, read aloud
const { said, answer } = context.findPoints;
// A text reads the same and does nothing in a chat window: no markup, link, picture or placeholder.
const shown = (text, most = Infinity) => {
  const inert = text
    .replace(/(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .replace(/["'<>]/g, (sign) => "”’‹›"["\"'<>".indexOf(sign)])
    .replace(/[*_~`[\]{}\\]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 65248))
    .replace(/&|:(?=\/\/|[\w+-]+:)|www|mailto|^(?=\s*[#-])|(?<!\S)(?!\w\w)[0o]?[#%8:;=bdx](?=[-^]?[#$()./3:?@bdlopx](?!\w))/gim, "$&\u2060");
  const letters = Array.from(inert);
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : letters.join("");
};

const sentence = (text) => (/[.!?:…]$/.test(text) ? text : `${text}.`);
const lines = answer.points.slice(0, 4).map((item) => {
  return [item.name, item.street, item.open].filter(Boolean).map(sentence).join(" ");
});
const text = said.town && `Drop-off points in ${said.town}`;
if (text) lines.unshift(sentence(text));
print(shown(lines.filter(Boolean).join("\n")));
