// getOrderDetailsFound: labels and values
const state = context.getOrderDetails || {};
const values = Object.assign({}, state.said, state.answer);

// A text is a list of parts: plain text, or the name of a value.
const fill = (parts, from) => parts.map((part) => (typeof part === "string" ? part : textOf((from || values)[part.from]))).join("").trim();
const textOf = (value) => (value === undefined || value === null || typeof value === "object" ? "" : String(value));
// Nothing when every placeholder of the text is empty; no separator where the first or the last of them is.
const lineOf = (parts, from) => (parts.some((part) => typeof part !== "string" && textOf((from || values)[part.from]) !== "")
    || parts.every((part) => typeof part === "string") ? fill(parts, from).replace(/^[\s,;·|]+|[\s,;·|]+$/g, "") : "");
const things = (name) => (Array.isArray(values[name]) ? values[name] : []).map((thing) => Object.assign({}, values, thing));
const cut = (text, most) => (Array.from(text).length > most ? Array.from(text).slice(0, most - 1).join("") + "…" : text);
const sentence = (text) => (/[.!?:…]$/.test(text) || text === "" ? text : text + ".");
const buttonsOf = (buttons, from) => buttons.map((button) => {
    const title = cut(fill(button.title, from), 20);
    if (button.url) {
        const url = fill(button.url, from);
        return /^https:\/\//.test(url) ? { type: "web_url", title: title, url: url } : null;
    }
    const complete = button.say.every((part) => typeof part === "string" || textOf((from || values)[part.from]) !== "");
    return complete ? { type: "postback", title: title, payload: fill(button.say, from) } : null;
}).filter((button) => button && button.title);
const title = fill(["Pedido ", {"from": "order"}]);
const rows = [
    {"label": ["Fecha"], "value": [{"from": "placed"}], "each": ""},
    {"label": ["Cancelado"], "value": [{"from": "cancelled"}], "each": ""},
    {"label": ["Estado"], "value": [{"from": "payment"}, ", ", {"from": "fulfilment"}], "each": ""},
    {
        "label": ["Artículos"],
        "value": [{"from": "quantity"}, " × ", {"from": "item"}, " ", {"from": "variant"}],
        "each": "items"
    },
    {"label": ["Subtotal"], "value": [{"from": "subtotal"}], "each": ""},
    {"label": ["Envío"], "value": [{"from": "shipping"}], "each": ""},
    {"label": ["Reembolsado"], "value": [{"from": "refunded"}], "each": ""},
    {"label": ["Total"], "value": [{"from": "total"}], "each": ""},
    {"label": ["Destino"], "value": [{"from": "area"}], "each": ""},
    {
        "label": ["Seguimiento"],
        "value": [{"from": "company"}, " ", {"from": "number"}, " ", {"from": "number2"}, " ", {"from": "number3"}],
        "each": "parcels"
    }
].map((row) => {
    const value = row.each
        ? things(row.each).map((thing) => lineOf(row.value, thing)).filter((line) => line).join("; ")
        : lineOf(row.value);
    return { label: fill(row.label), value: value };
}).filter((row) => row.value);
const text = lineOf([]);
print([sentence(title), sentence(text)].concat(rows.map((row) => sentence(row.label + ": " + row.value))).filter((line) => line).join("\n"));
