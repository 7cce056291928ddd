const { answer } = context.getOrderDetails;
const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1).replace(/\p{Cs}$/u, "")}…` : text);
const tidy = (text, ...values) => (values.some(Boolean) ? text.replace(/^[\s,;·|]+|[\s,;·|]+$/g, "") : "");
const all = (things, say) => things.map(say).filter(Boolean).join("; ");

const lines = [`Order ${answer.order}`];
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
const link = (title, url) => url && buttons.push({ type: "web_url", title, url });
for (const item of answer.parcels) link(short(`Track …${item.end}`, 20), item.url);
for (const item of answer.parcels) link(short(`Track …${item.end2}`, 20), item.url2);

// The longest line gives way where there is too much to say.
const over = lines.join("\n").length - 600;
const longest = lines.reduce((one, other) => (other.length > one.length ? other : one), "");
if (over > 0) lines[lines.indexOf(longest)] = short(longest, Math.max(1, longest.length - over));
const text = short(lines.filter(Boolean).join("\n"), 640);
const payload = { template_type: "button", text, buttons: buttons.slice(0, 3) };
print(JSON.stringify(buttons.length > 0 ? { type: "template", payload } : { text }));
