const { answer } = context.getOrderDetails;
const tidy = (text, ...values) => (values.some(Boolean) ? text.replace(/^[\s,;·|]+|[\s,;·|]+$/g, "") : "");
const all = (things, say) => things.map(say).filter(Boolean).join("; ");

const lines = [];
const say = (text) => text && lines.push(/[.!?:…]$/.test(text) ? text : `${text}.`);
const row = (label, value) => value && say(`${label}: ${value}`);
say(`Pedido ${answer.order}`);
row("Fecha", answer.placed);
row("Cancelado", answer.cancelled);
row("Estado", [answer.payment, answer.fulfilment].filter(Boolean).join(", "));
row(
  "Artículos",
  all(answer.items, (item) => tidy(`${item.quantity} × ${item.item} ${item.variant}`, item.quantity, item.item, item.variant)),
);
row("Estos son los primeros de", answer.pieces && `${answer.pieces} unidades`);
row("Descuento (ya restado)", answer.discount);
row("Subtotal", answer.subtotal);
row("Envío", answer.shipping);
row("Impuestos", [answer.tax, answer.taxNote].filter(Boolean).join(" "));
row("Aranceles", answer.duties);
row("Tasas", answer.fees);
row("Propina", answer.tip);
row("Total", [answer.total, answer.paid].filter(Boolean).join(" "));
row("Reembolsado", answer.refunded);
row("Destino", answer.area);
row(
  "Seguimiento",
  all(answer.parcels, (item) => [item.company, item.numbers].filter(Boolean).join(" ")),
);
print(lines.join("\n"));
