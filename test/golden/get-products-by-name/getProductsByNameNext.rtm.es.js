const { said, more } = context.getProductsByName;

const quick_replies = [
  { content_type: "text", title: "Otra búsqueda", payload: "buscar productos por nombre" },
  { content_type: "text", title: "Ver colecciones", payload: "ver todas las colecciones" },
];
if (more === "yes") quick_replies.unshift({ content_type: "text", title: "Mostrar más", payload: `mostrar más productos llamados ${said.name}` });
const text = "¿Qué desea hacer ahora?";
print(JSON.stringify({ type: "template", payload: { template_type: "quick_replies", text, quick_replies } }));
