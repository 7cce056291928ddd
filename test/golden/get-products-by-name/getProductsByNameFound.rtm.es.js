// getProductsByNameFound: cards to leaf through
const { answer } = context.getProductsByName;
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
// Only an address that is safe in a page: https, and nothing that could end an attribute.
const isAddress = (url) => /^https:\/\/[^\s"'<>\\`{}]+$/.test(url) && !/&#?\w+;/.test(url);

const elements = answer.products.slice(0, 10).map((item) => {
  const card = { title: shown(item.product, 80) };
  const subtitle = shown([item.price, item.vendor].filter(Boolean).join("\n"), 200);
  if (subtitle) card.subtitle = subtitle;
  if (isAddress(item.image)) card.image_url = item.image;
  const buttons = [];
  const button = (title, payload) => payload && buttons.push({ type: "postback", title, payload: shown(payload) });
  const link = (title, url) => isAddress(url) && buttons.push({ type: "web_url", title, url });
  button("Detalles", item.productId && `detalles del producto ${item.productId}`);
  button("Variantes", item.productId && `variantes del producto ${item.productId}`);
  link("Ver en la tienda", item.link);
  if (buttons.length > 0) card.buttons = buttons;
  return card;
});
print(JSON.stringify({ type: "template", payload: { template_type: "carousel", elements } }));
