// getOrderDetailsEmpty
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
print(fill(["No he encontrado ningún pedido ", {"from": "order"}, ". Los pedidos de hace más de 60 días no son visibles para mí."]));
