const { said, more } = context.getProductsByName;

const quick_replies = [];
const button = (title, payload) => payload && quick_replies.push({ content_type: "text", title, payload });
if (more === "yes") button("Mostrar más", `mostrar más productos llamados ${said.name}`);
button("Otra búsqueda", "buscar productos por nombre");
button("Ver colecciones", "ver todas las colecciones");
const text = "¿Qué desea hacer ahora?";
const payload = { template_type: "quick_replies", text, quick_replies };
print(JSON.stringify(quick_replies.length > 0 ? { type: "template", payload } : { text }));
