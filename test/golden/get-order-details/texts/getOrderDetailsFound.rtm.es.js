const { answer } = context.getOrderDetails;
const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1).replace(/\p{Cs}$/u, "")}…` : text);
const tidy = (text, ...values) => (values.some(Boolean) ? text.replace(/^[\s,;·|]+|[\s,;·|]+$/g, "") : "");
const all = (things, say) => things.map(say).filter(Boolean).join("; ");

const lines = [`Pedido ${answer.order}`];
const row = (label, value) => value && lines.push(`${label}: ${value}`);
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

const buttons = [];
const link = (title, url) => url && buttons.push({ type: "web_url", title, url });
for (const item of answer.parcels) link(short(`Seguir …${item.end}`, 20), item.url);
for (const item of answer.parcels) link(short(`Seguir …${item.end2}`, 20), item.url2);

// The longest line gives way where there is too much to say.
const over = lines.join("\n").length - 600;
const longest = lines.reduce((one, other) => (other.length > one.length ? other : one), "");
if (over > 0) lines[lines.indexOf(longest)] = short(longest, Math.max(1, longest.length - over));
const text = short(lines.filter(Boolean).join("\n"), 640);
const payload = { template_type: "button", text, buttons: buttons.slice(0, 3) };
print(JSON.stringify(buttons.length > 0 ? { type: "template", payload } : { text }));
