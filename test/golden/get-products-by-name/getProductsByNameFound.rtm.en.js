const { answer } = context.getProductsByName;
const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1).replace(/\p{Cs}$/u, "")}…` : text);

const elements = answer.products.slice(0, 10).map((item) => {
  const card = { title: short(item.product, 80) };
  const subtitle = short([item.price, item.vendor].filter(Boolean).join("\n"), 200);
  if (subtitle) card.subtitle = subtitle;
  const image_url = item.image;
  if (image_url) card.image_url = image_url;
  const buttons = [];
  const button = (title, payload) => payload && buttons.push({ type: "postback", title, payload });
  const link = (title, url) => url && buttons.push({ type: "web_url", title, url });
  button("Details", item.productId && `details of product ${item.productId}`);
  button("Variants", item.productId && `variants of product ${item.productId}`);
  link("View in store", item.link);
  if (buttons.length > 0) card.buttons = buttons;
  return card;
});
print(JSON.stringify({ type: "template", payload: { template_type: "carousel", elements } }));
