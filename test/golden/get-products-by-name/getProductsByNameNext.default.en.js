const { said, more } = context.getProductsByName;

// Read aloud: what starts the action, not what the button is called; nobody says a long number.
const sayings = [];
const offer = (saying) => saying && !/\d{6}/.test(saying) && sayings.push(saying);
if (more === "yes") offer(`show more products named ${said.name}`);
offer("find products by name");
offer("show all collections");
const text = "What would you like to do next?";
print(sayings.length > 0 ? `${text} You can say: ${sayings.join(", ")}.` : text);
