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
row("Placed", answer.placed);
row("Cancelled", answer.cancelled);
row("Status", [answer.payment, answer.fulfilment].filter(Boolean).join(", "));
row(
  "Items",
  all(answer.items, (item) => tidy(`${item.quantity} × ${item.item} ${item.variant}`, item.quantity, item.item, item.variant)),
);
row("These are the first of", answer.pieces && `${answer.pieces} pieces`);
row("Discount (already taken off)", answer.discount);
row("Subtotal", answer.subtotal);
row("Shipping", answer.shipping);
row("Tax", [answer.tax, answer.taxNote].filter(Boolean).join(" "));
row("Duties", answer.duties);
row("Fees", answer.fees);
row("Tip", answer.tip);
row("Total", [answer.total, answer.paid].filter(Boolean).join(" "));
row("Refunded", answer.refunded);
row("Going to", answer.area);
row(
  "Tracking",
  all(answer.parcels, (item) => [item.company, item.numbers].filter(Boolean).join(" ")),
);

const buttons = [];
const link = (title, url) => isAddress(url) && buttons.push({ type: "web_url", title, url });
for (const item of answer.parcels) link(shown(`Track …${item.end}`, 20), item.url);
for (const item of answer.parcels) link(shown(`Track …${item.end2}`, 20), item.url2);

const title = `Order ${answer.order}`;
const text = shown(fitted([title, ...lines]), 640);
const payload = { template_type: "button", text, buttons: buttons.slice(0, 3) };
print(JSON.stringify(buttons.length > 0 ? { type: "template", payload } : { text }));
