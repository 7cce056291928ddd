// Get products by name: checks what was said and builds the request. The next step sends it, or branches on "outcome".
const asText = (value) => (value === undefined || value === null ? "" : String(value));
const state = { outcome: "ready", said: {} };
context.getProductsByName = state;
const said = { name: asText(context.entities.getProductsByNameName) };
// What was said may be shown again, in short.
for (const name of Object.keys(said)) state.said[name] = Array.from(said[name].trim()).slice(0, 60).join("");

if (!new RegExp("^(?:[a-z0-9][a-z0-9-]*)$").test(env.SHOPIFY_SUBDOMAIN || "")) {
  koreDebugger.log("The variable SHOPIFY_SUBDOMAIN is not set, or does not fit [a-z0-9][a-z0-9-]*");
  state.outcome = "invalid";
}
// The header holds the store's own token and a fetched one, and one of them is always empty.
const filled = (value) => /\S/.test(value || "");
if (filled(env.SHOPIFY_ACCESS_TOKEN) || !filled(env.SHOPIFY_CLIENT_ID)) BotContext.put("shopifyAccessToken", "", 1);
else state.token = context.session.BotContext.shopifyAccessToken ? "ready" : "missing";

// Each word is a prefix search. Only letters (with their marks) and digits survive, so nothing of it can be an operator.
// Articles are left out unless there is nothing else: a title need not have the one that was said.
const searchWords = (value, field) => {
  const plain = String(value).normalize("NFC");
  const said = plain.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) || [];
  const named = said.filter((word) => !/^(?:an?|the|some|any|una?|un[oa]s|el|l[ao]s?)$/i.test(word));
  const prefix = (word) => `${field}:${Array.from(word).slice(0, 40).join("")}*`;
  return (named.length > 0 ? named : said).slice(0, 8).map(prefix).join(" AND ") || null;
};

// Null: nothing that is safe to send can be made of what was said. It is forgotten, so that the bot asks again.
const safe = { search: searchWords(said.name, "title") };
if (state.outcome === "ready" && safe.search === null) {
  state.outcome = "needs-input";
  context.entities.getProductsByNameName = undefined;
}

const query = `
query GetProductsByName($search: String!, $first: Int! = 6, $after: String) {
  products(first: $first, after: $after, query: $search, sortKey: RELEVANCE) {
    nodes {
      id title status vendor onlineStoreUrl
      priceRangeV2 {
        minVariantPrice { amount currencyCode }
        maxVariantPrice { amount currencyCode }
      }
      featuredMedia { preview { image { url } } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;
const variables = { search: `status:active AND published_status:published AND ${safe.search}` };
// "Show more" goes on where the last page of the same things ended; the session remembers that.
const sentence = String(context.session.BotUserSession.lastMessage?.messagePayload?.message?.body).trim().toLowerCase();
const last = BotUserSession.get("getProductsByNameNextPage");
const isSame = JSON.stringify(last?.said) === JSON.stringify(state.said);
if (isSame && ["show more", "mostrar más"].some((title) => sentence.startsWith(title))) variables.after = last.after;
// What was said becomes a JSON value here. A "{" typed twice must not be read as a placeholder later on.
const body = JSON.stringify({ query, variables }).replace(/\{(?=\{)/g, "\\u007b");
if (state.outcome === "ready") state.body = body;
context.problem = state.outcome;
