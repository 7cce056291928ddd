const { said, more, looked } = context.getProductsByName;

const quick_replies = [
  { content_type: "text", title: "Otra búsqueda", payload: "buscar productos por nombre" },
  { content_type: "text", title: "Ver colecciones", payload: "ver todas las colecciones" },
];
if (more === "yes") quick_replies.unshift({ content_type: "text", title: "Mostrar más", payload: `mostrar más productos llamados ${said.name}` });
const text = more === "yes" ? `He mirado ${looked} y no puedo mostrar ninguno. ¿Sigo buscando?` : "No puedo mostrar más.";
print(JSON.stringify({ type: "template", payload: { template_type: "quick_replies", text, quick_replies } }));
