// getOrderDetailsFound: labels and values
const { answer } = context.getOrderDetails;
// A text reads the same and does nothing in a chat window: no markup, link, picture or placeholder.
const shown = (text, most = Infinity) => {
  const inert = text
    .replace(/(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .replace(/["'<>]/g, (sign) => "”’‹›"["\"'<>".indexOf(sign)])
    .replace(/[*_~`[\]{}\\]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 65248))
    .replace(/&|:(?=\/\/|[\w+-]+:)|www|mailto|^(?=\s*[#-])|(?<!\S)(?!\w\w)[0o]?[#%8:;=bdx](?=[-^]?[#$()./3:?@bdlopx](?!\w))/gim, "$&\u2060");
  const letters = Array.from(inert);
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : letters.join("");
};
const tidy = (text, ...values) => (values.some(Boolean) ? text.replace(/^[\s,;·|]+|[\s,;·|]+$/g, "") : "");
const all = (things, say) => things.map(say).filter(Boolean).join("; ");
// Only an address that is safe in a page: https, and nothing that could end an attribute.
const isAddress = (url) => /^https:\/\/[^\s"'<>\\`{}]+$/.test(url) && !/&#?\w+;/.test(url);

const lines = [];
// Where there is too much to say, the longest line gives way: no other is lost.
const fitted = (all) => {
  const said = all.filter(Boolean);
  const over = said.join("\n").length - 600;
  const [longest] = [...said].sort((a, b) => b.length - a.length);
  return said.map((line) => (over > 0 && line === longest ? `${line.slice(0, -over - 1)}…` : line)).join("\n");
};
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
const link = (title, url) => isAddress(url) && buttons.push({ type: "web_url", title, url });
for (const item of answer.parcels) link(shown(`Seguir …${item.end}`, 20), item.url);
for (const item of answer.parcels) link(shown(`Seguir …${item.end2}`, 20), item.url2);

const title = `Pedido ${answer.order}`;
const text = shown(fitted([title, ...lines]), 640);
const payload = { template_type: "button", text, buttons: buttons.slice(0, 3) };
print(JSON.stringify(buttons.length > 0 ? { type: "template", payload } : { text }));
