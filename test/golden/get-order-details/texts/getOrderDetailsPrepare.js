// Get order details: checks what was said and builds the request. The next step sends it, or branches on "outcome".
const asText = (value) => (value === undefined || value === null ? "" : String(value));
const said = { order: asText(context.entities.getOrderDetailsOrder) };
const state = { outcome: "ready", said: {} };
context.getOrderDetails = state;
// What was said may be shown again, in short.
for (const name of Object.keys(said)) state.said[name] = Array.from(said[name].trim()).slice(0, 60).join("");

if (!new RegExp("^(?:[a-z0-9][a-z0-9-]*)$").test(env.SHOPIFY_SUBDOMAIN || "")) {
  koreDebugger.log("The variable SHOPIFY_SUBDOMAIN is not set, or does not fit [a-z0-9][a-z0-9-]*");
  state.outcome = "invalid";
}

// As a global ID of this type; what is no ID at all is left out, and an ID of another type asked for again.
const optionalGid = (value, type) => {
  const found = /^(?:gid:\/\/shopify\/([A-Za-z]+)\/(\d{1,20})|(\d{10,20}))$/.exec(String(value).trim());
  if (!found) return undefined;
  return found[1] && found[1] !== type ? null : `gid://shopify/${type}/${found[2] || found[3]}`;
};
const isId = (value) => /^(?:gid:\/\/shopify\/[A-Za-z]+\/\d{1,20}|\d{10,20})$/.test(String(value).trim());
const isNotId = (value) => !/^(?:gid:\/\/shopify\/[A-Za-z]+\/\d{1,20}|\d{10,20})$/.test(String(value).trim());
// Inside quotes only the quote and the backslash mean anything; both are dropped, and so are control characters and half ones.
const searchPhrase = (value, field) => {
  const plain = String(value).replace(/["\\\p{Cc}\p{Cs}\s]+/gu, " ");
  const phrase = Array.from(plain.trim()).slice(0, 80).join("").trim();
  return /[\p{L}\p{N}]/u.test(phrase) ? `${field}:"${phrase}"` : null;
};

// Null: nothing that is safe to send can be made of what was said. It is forgotten, so that the bot asks again.
const safe = {
  id: optionalGid(said.order, "Order"),
  search: searchPhrase(said.order, "name"),
};
if (state.outcome === "ready" && (safe.id === null || safe.search === null)) {
  state.outcome = "needs-input";
  context.entities.getOrderDetailsOrder = undefined;
}

const query = `
query GetOrderDetails($id: ID! = "gid://shopify/Order/0", $byId: Boolean!, $search: String!, $byName: Boolean!) {
  shop { ianaTimezone }
  order(id: $id) @include(if: $byId) { ...OrderDetails }
  orders(first: 2, query: $search, sortKey: CREATED_AT, reverse: true) @include(if: $byName) {
    nodes { ...OrderDetails }
  }
}

fragment OrderDetails on Order {
  id name email createdAt cancelledAt displayFinancialStatus displayFulfillmentStatus taxesIncluded
  currentTotalDiscountsSet { ...Money }
  currentSubtotalPriceSet { ...Money }
  currentShippingPriceSet { ...Money }
  currentTotalTaxSet { ...Money }
  currentTotalDutiesSet { ...Money }
  currentTotalAdditionalFeesSet { ...Money }
  totalTipReceivedSet { ...Money }
  totalRefundedSet { ...Money }
  currentTotalPriceSet { ...Money }
  shippingAddress { formattedArea }
  fulfillments(first: 10) { trackingInfo { company number url } }
  currentSubtotalLineItemsQuantity
  lineItems(first: 10) { nodes { title variantTitle currentQuantity } pageInfo { hasNextPage } }
}

fragment Money on MoneyBag {
  shopMoney { amount currencyCode }
  presentmentMoney { amount currencyCode }
}`;
const variables = {
  id: safe.id,
  byId: isId(said.order),
  search: safe.search,
  byName: isNotId(said.order),
};
// What was said becomes a JSON value here. A "{" typed twice must not be read as a placeholder later on.
const body = JSON.stringify({ query, variables }).replace(/\{(?=\{)/g, "\\u007b");
if (state.outcome === "ready") state.body = body;
context.problem = state.outcome;
