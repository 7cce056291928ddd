const { said, more } = context.getProductsByName;

// Read aloud: what starts the action, not what the button is called; nobody says a long number.
const sayings = [];
const offer = (saying) => saying && !/\d{6}/.test(saying) && sayings.push(saying);
if (more === "yes") offer(`mostrar más productos llamados ${said.name}`);
offer("buscar productos por nombre");
offer("ver todas las colecciones");
const text = "¿Qué desea hacer ahora?";
print(sayings.length > 0 ? `${text} Puede decir: ${sayings.join(", ")}.` : text);
