const { said, more } = context.getProductsByName;

const sayings = ["find products by name", "show all collections"];
// Read aloud: nobody says a long number.
const further = `show more products named ${said.name}`;
if (more === "yes" && !/\d{6}/.test(further)) sayings.unshift(further);
const text = "What would you like to do next?";
print(`${text} You can say: ${sayings.join(", ")}.`);
