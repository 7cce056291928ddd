const quick_replies = [
  { content_type: "text", title: "Otro pedido", payload: "dónde está mi pedido" },
  { content_type: "text", title: "Buscar productos", payload: "buscar productos por nombre" },
];
const text = "¿Qué desea hacer ahora?";
print(JSON.stringify({ type: "template", payload: { template_type: "quick_replies", text, quick_replies } }));
