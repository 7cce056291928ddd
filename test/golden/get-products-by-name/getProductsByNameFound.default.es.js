const { answer } = context.getProductsByName;

const sentence = (text) => (/[.!?:…]$/.test(text) ? text : `${text}.`);
const lines = answer.products.slice(0, 10).map((item) => {
  return [item.product, item.price, item.vendor].filter(Boolean).map(sentence).join(" ");
});
print(lines.filter(Boolean).join("\n"));
