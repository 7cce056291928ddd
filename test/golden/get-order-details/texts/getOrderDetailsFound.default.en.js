const { answer } = context.getOrderDetails;
const tidy = (text, ...values) => (values.some(Boolean) ? text.replace(/^[\s,;·|]+|[\s,;·|]+$/g, "") : "");
const all = (things, say) => things.map(say).filter(Boolean).join("; ");

const lines = [];
const say = (text) => text && lines.push(/[.!?:…]$/.test(text) ? text : `${text}.`);
const row = (label, value) => value && say(`${label}: ${value}`);
say(`Order ${answer.order}`);
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
print(lines.join("\n"));
