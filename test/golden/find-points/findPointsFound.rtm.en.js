const { said, answer } = context.findPoints;
const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1).replace(/\p{Cs}$/u, "")}…` : text);

const things = answer.points;
const elements = things.slice(0, 4).map((item) => {
  const card = { title: short(item.name, 80) };
  const subtitle = short([item.street, item.open].filter(Boolean).join(" · "), 200);
  if (subtitle) card.subtitle = subtitle;
  const buttons = [];
  const button = (title, payload) => payload && buttons.push({ type: "postback", title, payload });
  button("Book a pickup", "can somebody collect a parcel from me");
  if (buttons.length > 0) card.buttons = buttons;
  return card;
});
// What is not shown is told.
const left = things.length - 4;
const others = left > 0 ? `…and ${left} more.` : "";
const text = [short(said.town && `Drop-off points in ${said.town}`, 640), others].filter(Boolean).join(" ");
const payload = { template_type: "list", text, heading: text, elements };
// A window of three things shows the fourth as a button; the newest needs one to show anything.
if (elements.length > 3) {
  const { title, buttons = [] } = elements[3];
  payload.buttons = [{ type: "postback", payload: title, ...buttons[0], title: short(title, 20) }];
}
print(JSON.stringify({ type: "template", payload }));
