// findPointsFound: things, read aloud
const { said, answer } = context.findPoints;

const sentence = (text) => (/[.!?:…]$/.test(text) ? text : `${text}.`);
const lines = answer.points.slice(0, 4).map((item) => {
  return [item.name, item.street, item.open].filter(Boolean).map(sentence).join(" ");
});
const text = said.town && `Drop-off points in ${said.town}`;
if (text) lines.unshift(sentence(text));
print(lines.filter(Boolean).join("\n"));
