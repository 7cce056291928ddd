// Get order details
// Checks what was said and builds the request. Sends nothing itself: the next step branches on "outcome".
const entities = {"order": "getOrderDetailsOrder"};
const state = { outcome: "ready", said: {} };
const filters = {};
filters.optionalGid = (value, type) => {
    const match = /^(?:gid:\/\/shopify\/([A-Za-z]+)\/(\d{1,20})|(\d{10,20}))$/.exec(String(value).trim());
    if (!match) return undefined;
    if (match[1] && match[1] !== type) return null;
    return "gid://shopify/" + type + "/" + (match[2] || match[3]);
};
filters.isId = (value) => /^(?:gid:\/\/shopify\/[A-Za-z]+\/\d{1,20}|\d{10,20})$/.test(String(value).trim());
filters.isNotId = (value) => !/^(?:gid:\/\/shopify\/[A-Za-z]+\/\d{1,20}|\d{10,20})$/.test(String(value).trim());
// Inside quotes only the quote and the backslash mean anything; both are dropped, and so are control characters and half ones.
filters.searchPhrase = (value, field) => {
    const text = Array.from(String(value).replace(/["\\\p{Cc}\p{Cs}]/gu, " ").replace(/\s+/g, " ").trim()).slice(0, 80).join("").trim();
    return /[\p{L}\p{N}]/u.test(text) ? field + ":\"" + text + "\"" : null;
};

// What a person said may be shown again, so it is made harmless first.
const harmless = (value) => Array.from(String(value === null || value === undefined ? "" : value)
    .replace(/[\u0000-\u001f\u007f-\u009f<>{}\[\]`\\]+/g, " ").replace(/\s+/g, " ").trim()).slice(0, 60).join("").trim();

// A value is a constant or a list of parts; a part is text or an input with its filters.
// null: nothing safe can be sent. undefined: leave it out.
const valueOf = (parts) => {
    if (!Array.isArray(parts)) return parts;
    const values = parts.map((part) => (typeof part === "string" ? part
        : part.filters.reduce((value, filter) => (value === null || value === undefined ? value
            : filters[filter[0]].apply(null, [value].concat(filter.slice(1)))), context.entities[entities[part.from]])));
    if (values.indexOf(null) >= 0) return null;
    return values.length === 1 ? values[0] : values.join("");
};

// Forgets the inputs of a value, so that the bot asks for them again.
const askAgain = (parts) => {
    state.outcome = "needs-input";
    parts.forEach((part) => { if (part.from) context.entities[entities[part.from]] = undefined; });
};

Object.keys(entities).forEach((name) => { state.said[name] = harmless(context.entities[entities[name]]); });

const settings = [{"key": "SHOPIFY_SUBDOMAIN", "pattern": "[a-z0-9][a-z0-9-]*"}];
settings.forEach((setting) => {
    if (!new RegExp("^(?:" + setting.pattern + ")$").test(String(env[setting.key] || ""))) {
        koreDebugger.log("The variable " + setting.key + " is not set, or does not fit " + setting.pattern);
        state.outcome = "invalid";
    }
});

const query = [
    "query GetOrderDetails($id: ID! = \"gid://shopify/Order/0\", $byId: Boolean!, $search: String!, $byName: Boolean!) {",
    "  order(id: $id) @include(if: $byId) {",
    "    ...OrderDetails",
    "  }",
    "  orders(first: 2, query: $search, sortKey: CREATED_AT, reverse: true) @include(if: $byName) {",
    "    nodes {",
    "      ...OrderDetails",
    "    }",
    "  }",
    "}",
    "",
    "fragment OrderDetails on Order {",
    "  id",
    "  name",
    "  email",
    "  createdAt",
    "  cancelledAt",
    "  displayFinancialStatus",
    "  displayFulfillmentStatus",
    "  subtotalPriceSet {",
    "    ...Money",
    "  }",
    "  totalShippingPriceSet {",
    "    ...Money",
    "  }",
    "  totalRefundedSet {",
    "    ...Money",
    "  }",
    "  currentTotalPriceSet {",
    "    ...Money",
    "  }",
    "  shippingAddress {",
    "    formattedArea",
    "  }",
    "  fulfillments(first: 5) {",
    "    trackingInfo(first: 3) {",
    "      company",
    "      number",
    "      url",
    "    }",
    "  }",
    "  lineItems(first: 10) {",
    "    nodes {",
    "      title",
    "      variantTitle",
    "      currentQuantity",
    "    }",
    "  }",
    "}",
    "",
    "fragment Money on MoneyBag {",
    "  shopMoney {",
    "    amount",
    "    currencyCode",
    "  }",
    "}"
].join("\n");
const variables = {};
const written = {
    "id": [{"from": "order", "filters": [["optionalGid", "Order"]]}],
    "byId": [{"from": "order", "filters": [["isId"]]}],
    "search": [{"from": "order", "filters": [["searchPhrase", "name"]]}],
    "byName": [{"from": "order", "filters": [["isNotId"]]}]
};
if (state.outcome === "ready") {
    Object.keys(written).forEach((name) => {
        const value = valueOf(written[name]);
        if (value === null) askAgain(written[name]);
        else if (value !== undefined) variables[name] = value;
    });
}

if (state.outcome === "ready") {
    // The whole body is one value. A "{" that a person typed twice must not be read as a placeholder later on.
    const request = { query: query, variables: variables };
    state.body = JSON.stringify(request).replace(/\{(?=\{)/g, "\\u007b");
}
context.getOrderDetails = state;
