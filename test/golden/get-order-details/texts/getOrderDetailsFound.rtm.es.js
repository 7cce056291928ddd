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
const links = [
    {"title": ["Seguir el envío"], "url": [{"from": "url"}], "each": "parcels"},
    {"title": ["Seguir el envío"], "url": [{"from": "url2"}], "each": "parcels"},
    {"title": ["Seguir el envío"], "url": [{"from": "url3"}], "each": "parcels"}
].reduce((all, link) => all.concat((link.each ? things(link.each) : [values]).map((thing) => (
    { type: "web_url", title: cut(fill(link.title, thing), 20), url: fill(link.url, thing) }
))), []).filter((link) => /^https:\/\//.test(link.url));
const buttons = links.slice(0, 3).concat(buttonsOf([])).slice(0, 5);
const image = fill([]);
const lines = (text ? [text] : []).concat(rows.map((row) => row.label + ": " + row.value));
if (/^https?:\/\//.test(image)) {
    const card = { title: title, image_url: image, subtitle: cut(lines.join("\n"), 640) };
    if (buttons.length > 0) card.buttons = buttons.slice(0, 3);
    print(JSON.stringify({ type: "template", payload: { template_type: "carousel", elements: [card] } }));
} else {
    const whole = cut([title].concat(lines).filter((line) => line).join("\n"), 640);
    print(JSON.stringify(buttons.length === 0 ? { text: whole } : { type: "template", payload: { template_type: "button", text: whole, buttons: buttons } }));
}
