// getOrderDetailsFound: labels and values, read aloud
const { answer } = context.getOrderDetails;
// What goes out reads the same and does nothing in a chat window: no markup, link, picture or placeholder.
const shown = (text, most = Infinity) => {
  const inert = text
    .replace(/(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/["'<>]/g, (sign) => "”’‹›"["\"'<>".indexOf(sign)])
    .replace(/[*_~`[\]{}\\]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 65248))
    .replace(/&|:(?=\/\/|[\w+-]+:)|www(?=\.)|mailto(?=:)|^(?=[#-])/gim, "$&\u2060");
  const letters = Array.from(inert.trim());
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : letters.join("");
};
const tidy = (text) => text.replace(/^[\s,;·|]+|[\s,;·|]+$/g, "");

const lines = [];
const say = (text) => text && lines.push(/[.!?:…]$/.test(text) ? text : `${text}.`);
const row = (label, value) => value && say(`${label}: ${value}`);
say(`Order ${answer.order}`);
row("Placed", answer.placed);
row("Cancelled", answer.cancelled);
row("Status", [answer.payment, answer.fulfilment].filter(Boolean).join(", "));
row("Items", answer.items.map((item) => [item.quantity, item.item, item.variant].some(Boolean) ? tidy(`${item.quantity} × ${item.item} ${item.variant}`) : "").filter(Boolean).join("; "));
row("Subtotal", answer.subtotal);
row("Shipping", answer.shipping);
row("Refunded", answer.refunded);
row("Total", answer.total);
row("Going to", answer.area);
row("Tracking", answer.parcels.map((item) => [item.company, item.number, item.number2, item.number3].filter(Boolean).join(" ")).filter(Boolean).join("; "));
print(shown(lines.join("\n")));
