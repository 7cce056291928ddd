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
const text = cut(fill(["What would you like to do next?"]), 640);
const buttons = buttonsOf([
    {"title": ["Another order"], "say": ["where is my order"]},
    {"title": ["Find products"], "say": ["find products by name"]}
]);
// Read aloud: what starts the action, not what the button is called; nobody says a long number.
const sayings = buttons.filter((button) => button.type === "postback" && !/\d{6}/.test(button.payload)).map((button) => button.payload);
print(sentence(text) + (sayings.length > 0 ? " " + "You can say:" + " " + sayings.join(", ") + "." : ""));
