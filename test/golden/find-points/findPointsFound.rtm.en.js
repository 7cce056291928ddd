// findPointsFound: at most four things, one button each
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

const elements = answer.points.slice(0, 4).map((item) => {
  const card = { title: shown(item.name, 80) };
  const subtitle = shown([item.street, item.open].filter(Boolean).join(" · "), 200);
  if (subtitle) card.subtitle = subtitle;
  const buttons = [];
  const button = (title, payload) => payload && buttons.push({ type: "postback", title, payload: shown(payload) });
  button("Book a pickup", "can somebody collect a parcel from me");
  if (buttons.length > 0) card.buttons = buttons;
  return card;
});
const text = shown(said.town && `Drop-off points in ${said.town}`, 640);
const payload = { template_type: "list", text, heading: text, elements };
// A window that shows three things shows the fourth as a button; the newest shows nothing at all without one.
if (elements.length > 3) {
  const { title, buttons = [] } = elements[3];
  payload.buttons = [{ type: "postback", payload: title, ...buttons[0], title: shown(title, 20) }];
}
print(JSON.stringify({ type: "template", payload }));
