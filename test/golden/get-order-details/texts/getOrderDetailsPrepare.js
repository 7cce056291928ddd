// Get order details: checks what was said and builds the request.
const asText = (value) => (value === undefined || value === null ? "" : String(value));
const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1).replace(/\p{Cs}$/u, "")}…` : text);
// A text from elsewhere reads the same and does nothing in a chat window: no markup, link or placeholder.
const shown = (value) => {
  const joined = asText(value).split("\u2060").join("");
  const plain = joined.replace(/(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ").trim();
  const alike = plain.replace(/["'<>*_~`[\]{}\\]/g, (sign) => "”’‹›＊＿～｀［］｛｝＼"["\"'<>*_~`[]{}\\".indexOf(sign)]);
  return alike.replace(/&|:(?=\/\/|[\w+-]+:)|www|mailto|^(?=[\s,;·|]*(?:[#-](?!\d)|\)))|(?<![^\s,;·|])(?!\w\w)[0o]?[#%8:;=bdx](?=[-^]?[#$()./3:?@bdlopx](?!\w)|[-^][\s,;·|]*$)/gim, "$&\u2060");
};
const state = context.getOrderDetails;
const said = { order: asText(context.entities.getOrderDetailsOrder) };
// What was said may be shown again, in short.
state.said.order = shown(short(said.order.trim(), 60));
if (state.choices) state.choices = state.choices.map((one) => shown(short(one, 60))).join(", ");

if (!/^(?:[a-z0-9][a-z0-9-]*)$/.test(env.SHOPIFY_SUBDOMAIN || "")) {
  koreDebugger.log("The variable SHOPIFY_SUBDOMAIN is not set, or does not fit [a-z0-9][a-z0-9-]*");
  state.outcome = "invalid";
}
// The header holds the store's own token and a fetched one, and one of them is always empty.
if (env.SHOPIFY_ACCESS_TOKEN?.trim() || !env.SHOPIFY_CLIENT_ID?.trim()) BotContext.put("shopifyAccessToken", "", 1);
else state.token = context.session.BotContext.shopifyAccessToken ? "ready" : "missing";

// As a global ID of this type; what is no ID at all is left out, and an ID of another type asked for again.
const optionalGid = (value, type) => {
  const [, own, id, digits = id] = /^(?:gid:\/\/shopify\/([A-Za-z]+)\/(\d{1,20})|(\d{10,20}))$/.exec(String(value).trim()) || [];
  if (!digits) return undefined;
  return (own || type) === type ? `gid://shopify/${type}/${digits}` : null;
};
const isId = (value) => /^(?:gid:\/\/shopify\/[A-Za-z]+\/\d{1,20}|\d{10,20})$/.test(String(value).trim());
const isNotId = (value) => !isId(value);
// An exact search for a reference in each way that its letters and digits may be joined. Only letters, digits and plain signs survive.
const searchReference = (value, field) => {
  const signs = String(value).replace(/[^\p{L}\p{N}#./_-]+/gu, " ");
  const plain = Array.from(signs.trim()).slice(0, 80).join("").trim();
  if (!/[\p{L}\p{N}]/u.test(plain)) return null;
  const seam = /(?<=\p{L})[^\p{L}\p{N}]*(?=\p{N})|(?<=\p{N})[^\p{L}\p{N}]*(?=\p{L})/gu;
  const written = [...new Set([plain, plain.replace(seam, ""), plain.replace(seam, " ")])];
  const terms = written.map((way) => `${field}:"${way}"`).join(" OR ");
  return written.length > 1 ? `(${terms})` : terms;
};

// Null: nothing that is safe to send is left of it, so the bot asks again.
const safe = { id: optionalGid(said.order, "Order"), search: searchReference(said.order, "name") };
if (state.outcome === "ready" && (safe.id === null || safe.search === null)) {
  state.outcome = state.unclear;
  context.entities.getOrderDetailsOrder = undefined;
}

const query = `
query GetOrderDetails($id: ID! = "gid://shopify/Order/0", $byId: Boolean!, $search: String!, $byName: Boolean!) {
  shop { ianaTimezone } order(id: $id) @include(if: $byId) { ...OrderDetails }
  orders(first: 10, query: $search, sortKey: CREATED_AT) @include(if: $byName) { nodes { ...OrderDetails } }
}

fragment OrderDetails on Order {
  id name email createdAt cancelledAt displayFinancialStatus displayFulfillmentStatus taxesIncluded currentTotalDiscountsSet { ...Money }
  currentSubtotalPriceSet { ...Money } currentShippingPriceSet { ...Money } currentTotalTaxSet { ...Money } currentTotalDutiesSet { ...Money }
  currentTotalAdditionalFeesSet { ...Money } totalTipReceivedSet { ...Money } totalRefundedSet { ...Money } currentTotalPriceSet { ...Money }
  shippingAddress { formattedArea } fulfillments(first: 10) { trackingInfo { company number url } } currentSubtotalLineItemsQuantity
  lineItems(first: 10) { nodes { title variantTitle currentQuantity } pageInfo { hasNextPage } }
}

fragment Money on MoneyBag {
  shopMoney { amount currencyCode } presentmentMoney { amount currencyCode }
}`;
const variables = { id: safe.id, byId: isId(said.order), search: safe.search, byName: isNotId(said.order) };
// What was said becomes a JSON value here; a "{" typed twice begins no placeholder.
if (state.outcome === "ready") state.body = JSON.stringify({ query, variables }).replace(/\{(?=\{)/g, "\\u007b");
context.called = { key: "getOrderDetails", service: "getOrderDetailsService", kind: "graphql", raw: ["parcels.url", "parcels.url2"] };
context.problem = state.outcome;
