// Get products by name: decides one outcome and keeps what the replies show.
const state = context.getProductsByName;
const { body } = context.getProductsByNameService?.response || {};
const { amounts } = context; // how this language writes, from the step before

const text = (value) => (value === undefined || value === null ? "" : [].concat(value).join(", ").trim());
const list = (value) => (Array.isArray(value) ? value.filter(Boolean) : []);
const amount = (value, currency) => amounts[`${value} ${currency}`] || "";
const moneyRange = (value) => {
  const { minVariantPrice: low, maxVariantPrice: high } = value || {};
  const [from, to] = [low, high].map((price) => amount(price?.amount, price?.currencyCode));
  return from === to || !from || !to ? to && from : `${from} – ${to}`;
};
// Only an address that is safe in a page: nothing could end its attribute.
const url = (value) => (/^https:\/\/[^\s"'<>\\`{}]+$/.test(value) && !/&#?\w+;/.test(value) ? String(value) : "");
const idNumber = (value) => (/(\d+)$/.exec(String(value)) || ["", ""])[1];
const page = body?.data?.products?.pageInfo;
state.next = page?.hasNextPage ? page.endCursor : null;

const decide = () => {
  if (state.failure) return state.failure;
  const found = [body?.data?.products].flat().find(Boolean);
  if (!found) return state.nothing;
  state.answer = {
    products: list(found.nodes)
      .filter((item) => item.status === "ACTIVE" && text(item.onlineStoreUrl) !== "")
      .map((item) => ({
        productId: idNumber(item.id),
        product: text(item.title),
        vendor: text(item.vendor),
        price: moneyRange(item.priceRangeV2),
        image: url(item.featuredMedia?.preview?.image?.url),
        link: url(item.onlineStoreUrl),
      })),
  };
  // How many were looked through since something could be shown.
  const isEmpty = state.answer.products.length === 0;
  state.looked = isEmpty ? (state.page.looked || 0) + list(found.nodes).length : 0;
  if (isEmpty && state.next) return "noneYet";
  if (isEmpty) return state.page.shown ? "noMore" : state.nothing;
  return "found";
};

state.outcome = decide();
