const { said, more, looked } = context.getProductsByName;

const sayings = ["buscar productos por nombre", "ver todas las colecciones"];
// Read aloud: nobody says a long number.
const further = `mostrar más productos llamados ${said.name}`;
if (more === "yes" && !/\d{6}/.test(further)) sayings.unshift(further);
const text = more === "yes" ? `He mirado ${looked} y no puedo mostrar ninguno. ¿Sigo buscando?` : "No puedo mostrar más.";
print(`${text} Puede decir: ${sayings.join(", ")}.`);
