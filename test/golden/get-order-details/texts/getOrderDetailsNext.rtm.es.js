// getOrderDetailsNext: a sentence and buttons
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
const text = cut(fill(["¿Qué desea hacer ahora?"]), 640);
const buttons = buttonsOf([
    {"title": ["Otro pedido"], "say": ["dónde está mi pedido"]},
    {"title": ["Buscar productos"], "say": ["buscar productos por nombre"]}
]);
const replies = buttons.filter((button) => button.type === "postback");
print(JSON.stringify(replies.length === 0 ? { text: text } : {
    type: "template",
    payload: {
        template_type: "quick_replies",
        text: text,
        quick_replies: replies.map((button) => ({ content_type: "text", title: button.title, payload: button.payload }))
    }
}));
