const { said, answer } = context.findPoints;

const sentence = (text) => (/[.!?:…]$/.test(text) ? text : `${text}.`);
const things = answer.points;
const lines = things.slice(0, 4).map((item) => {
  return [item.name, item.street, item.open].filter(Boolean).map(sentence).join(" ");
});
// What is not shown is told.
const left = things.length - 4;
const others = left > 0 ? `…and ${left} more.` : "";
const text = said.town && `Drop-off points in ${said.town}`;
if (text) lines.unshift(sentence(text));
if (others) lines.push(others);
print(lines.filter(Boolean).join("\n"));
