// getOrderDetailsNext: a sentence and buttons

const quick_replies = [];
const button = (title, payload) => quick_replies.push({ content_type: "text", title, payload });
button("Otro pedido", "dónde está mi pedido");
button("Buscar productos", "buscar productos por nombre");
const payload = { template_type: "quick_replies", text: "¿Qué desea hacer ahora?", quick_replies };
print(JSON.stringify({ type: "template", payload }));
