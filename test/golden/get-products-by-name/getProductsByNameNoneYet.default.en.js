const { said, more, looked } = context.getProductsByName;

const sayings = ["find products by name", "show all collections"];
// Read aloud: nobody says a long number.
const further = `show more products named ${said.name}`;
if (more === "yes" && !/\d{6}/.test(further)) sayings.unshift(further);
const text = more === "yes" ? `I looked through ${looked} and can show none of them. Shall I look further?` : "That was all that I can show.";
print(`${text} You can say: ${sayings.join(", ")}.`);
