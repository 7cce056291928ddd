const { said, more } = context.getProductsByName;

const sayings = ["buscar productos por nombre", "ver todas las colecciones"];
// Read aloud: nobody says a long number.
const further = `mostrar más productos llamados ${said.name}`;
if (more === "yes" && !/\d{6}/.test(further)) sayings.unshift(further);
const text = "¿Qué desea hacer ahora?";
print(`${text} Puede decir: ${sayings.join(", ")}.`);
