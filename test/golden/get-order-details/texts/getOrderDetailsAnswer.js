// Get order details
// Decides one outcome and keeps only what replies show.
const state = context.getOrderDetails;
const response = context.getOrderDetailsService && context.getOrderDetailsService.response;
const status = response ? Number(response.statusCode) : 0;
const language = context.currentLanguage;
const locales = {
    "en": {
        "words": {
            "payment": {
                "PENDING": "payment pending",
                "AUTHORIZED": "payment authorized",
                "PARTIALLY_PAID": "partly paid",
                "PAID": "paid",
                "PARTIALLY_REFUNDED": "partly refunded",
                "REFUNDED": "refunded",
                "VOIDED": "payment voided",
                "EXPIRED": "payment expired"
            },
            "fulfilment": {
                "UNFULFILLED": "not shipped yet",
                "PARTIALLY_FULFILLED": "partly shipped",
                "FULFILLED": "shipped",
                "IN_PROGRESS": "being prepared",
                "ON_HOLD": "on hold",
                "OPEN": "being prepared",
                "PENDING_FULFILLMENT": "being prepared",
                "SCHEDULED": "scheduled",
                "RESTOCKED": "returned to stock",
                "REQUEST_DECLINED": "declined by the warehouse"
            }
        },
        "months": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        "date": "M D, Y",
        "decimal": ".",
        "group": ",",
        "money": "¤#",
        "symbols": {
            "USD": "$",
            "EUR": "€",
            "GBP": "£",
            "JPY": "¥",
            "INR": "₹",
            "CAD": "CA$",
            "AUD": "A$",
            "NZD": "NZ$",
            "MXN": "MX$",
            "BRL": "R$",
            "KRW": "₩",
            "ILS": "₪"
        },
        "digits": {
            "BIF": 0,
            "CLP": 0,
            "DJF": 0,
            "GNF": 0,
            "ISK": 0,
            "JPY": 0,
            "KMF": 0,
            "KRW": 0,
            "PYG": 0,
            "RWF": 0,
            "UGX": 0,
            "UYI": 0,
            "VND": 0,
            "VUV": 0,
            "XAF": 0,
            "XOF": 0,
            "XPF": 0,
            "BHD": 3,
            "IQD": 3,
            "JOD": 3,
            "KWD": 3,
            "LYD": 3,
            "OMR": 3,
            "TND": 3
        }
    },
    "es": {
        "words": {
            "payment": {
                "PENDING": "pago pendiente",
                "AUTHORIZED": "pago autorizado",
                "PARTIALLY_PAID": "pagado en parte",
                "PAID": "pagado",
                "PARTIALLY_REFUNDED": "reembolsado en parte",
                "REFUNDED": "reembolsado",
                "VOIDED": "pago anulado",
                "EXPIRED": "pago caducado"
            },
            "fulfilment": {
                "UNFULFILLED": "sin enviar todavía",
                "PARTIALLY_FULFILLED": "enviado en parte",
                "FULFILLED": "enviado",
                "IN_PROGRESS": "en preparación",
                "ON_HOLD": "en espera",
                "OPEN": "en preparación",
                "PENDING_FULFILLMENT": "en preparación",
                "SCHEDULED": "programado",
                "RESTOCKED": "devuelto al almacén",
                "REQUEST_DECLINED": "rechazado por el almacén"
            }
        },
        "months": ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"],
        "date": "D M Y",
        "decimal": ",",
        "group": ".",
        "money": "# ¤",
        "symbols": {
            "USD": "$",
            "EUR": "€",
            "GBP": "£",
            "JPY": "¥",
            "INR": "₹",
            "CAD": "CA$",
            "AUD": "A$",
            "NZD": "NZ$",
            "MXN": "MX$",
            "BRL": "R$",
            "KRW": "₩",
            "ILS": "₪"
        },
        "digits": {
            "BIF": 0,
            "CLP": 0,
            "DJF": 0,
            "GNF": 0,
            "ISK": 0,
            "JPY": 0,
            "KMF": 0,
            "KRW": 0,
            "PYG": 0,
            "RWF": 0,
            "UGX": 0,
            "UYI": 0,
            "VND": 0,
            "VUV": 0,
            "XAF": 0,
            "XOF": 0,
            "XPF": 0,
            "BHD": 3,
            "IQD": 3,
            "JOD": 3,
            "KWD": 3,
            "LYD": 3,
            "OMR": 3,
            "TND": 3
        }
    }
};
const locale = locales[language] || locales["en"];
const words = locale.words;
const filters = {};
let body = response ? response.body : null;
if (typeof body === "string") {
    try { body = JSON.parse(body); } catch (error) { body = null; }
}

// The value at a path such as ["a", "b", "0"], or undefined.
const read = (value, path) => path.reduce((found, key) => (found === null || found === undefined ? undefined : found[key]), value);
// How an amount reads: the currency's own number of digits, grouped; the text is never turned into a float.
function amount(value, currency) {
    const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value));
    if (!match) return "";
    const has = (table) => Object.prototype.hasOwnProperty.call(table, currency);
    const digits = has(locale.digits) ? locale.digits[currency] : 2;
    const scaled = (match[2] + ((match[3] || "") + "0000").slice(0, digits)).replace(/^0+(?=\d)/, "");
    const padded = ("0000" + scaled).slice(-Math.max(digits + 1, scaled.length));
    const whole = padded.slice(0, padded.length - digits).replace(/\B(?=(\d{3})+$)/g, locale.group);
    const number = digits > 0 ? whole + locale.decimal + padded.slice(-digits) : whole;
    const symbol = has(locale.symbols) ? locale.symbols[currency] : "";
    const sign = match[1] && /[1-9]/.test(scaled) ? "-" : "";
    return sign + (symbol ? locale.money.replace("¤", symbol).replace("#", number) : number + " " + (currency || "")).trim();
}
filters.date = (value) => {
    const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(String(value));
    if (!match) return "";
    const month = locale.months[Number(match[2]) - 1];
    if (!month) return match[0];
    return locale.date.replace("D", String(Number(match[3]))).replace("M", month).replace("Y", match[1]);
};
filters.money = (value) => {
    const money = value && (value.shopMoney || value.presentmentMoney || value);
    return money && money.amount !== undefined ? amount(money.amount, money.currencyCode) : "";
};
filters.moneyIfAny = (value) => {
    const money = value && (value.shopMoney || value.presentmentMoney || value);
    return money && /[1-9]/.test(String(money.amount)) ? amount(money.amount, money.currencyCode) : "";
};
filters.words = (value, table) => {
    if (value === null || value === undefined || value === "") return "";
    const known = words[table] || {};
    if (Object.prototype.hasOwnProperty.call(known, String(value))) return known[String(value)];
    const text = String(value).toLowerCase().replace(/_+/g, " ").trim();
    return text.charAt(0).toUpperCase() + text.slice(1);
};
filters.url = (value) => (/^https:\/\/[^\s"'<>\\]+$/.test(String(value)) ? String(value) : "");

// What comes from outside is text: no markup, no placeholder, no control characters.
const plain = (value) => String(value === null || value === undefined ? "" : value)
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").replace(/</g, "‹").replace(/>/g, "›")
    .replace(/\{(?=\{)/g, "{ ").replace(/\](?=\()/g, "] ").trim();

// Whether a thing has, at each path, the text that is asked for ("present": anything at all).
const fits = (thing, only) => thing && Object.keys(only).every((path) => {
    const value = read(thing, path.split("."));
    return only[path] === "present" ? value !== null && value !== undefined && value !== "" : String(value) === only[path];
});

const show = (field, from) => {
    if (field.each) {
        const things = read(from, field.each);
        return (Array.isArray(things) ? things : []).filter((thing) => fits(thing, field.only)).map((thing) => showAll(field.fields, thing));
    }
    const value = field.filters.reduce((so_far, filter) => filters[filter[0]].apply(null, [so_far].concat(filter.slice(1))), read(from, field.path));
    return Array.isArray(value) ? plain(value.join(", ")) : plain(value);
};
const showAll = (fields, from) => fields.reduce((shown, field) => Object.assign(shown, { [field.name]: show(field, from) }), {});

// Whether the answer is the thing asked for: one of the paths shows what was said.
const same = (value) => plain(value).toLowerCase().replace(/^gid:\/\/[a-z]+\/[a-z]+\//, "").replace(/^#/, "").trim();
const confirmed = (thing) => fits(thing, {}) && [{"entity": "getOrderDetailsOrder", "paths": [["name"], ["id"]]}].every((test) => test.paths.some((path) =>
    same(read(thing, path)) !== "" && same(read(thing, path)) === same(context.entities[test.entity])));
const belongs = () => true;

// The first place that holds something; in a list, the first thing that is the one asked for.
const answer = [["data", "order"], ["data", "orders", "nodes"]].reduce((found, path) => {
    if (found) return found;
    const value = read(body, path);
    if (Array.isArray(value) && !false) return value.filter((thing) => thing && confirmed(thing))[0];
    return value && confirmed(value) ? value : undefined;
}, undefined);

const decide = () => {
    if (status === 401) return "unauthorized";
    if (status === 402 || status === 403 || status === 423 || status === 430) return "forbidden";
    if (status === 429) return "throttled";
    if (status === 404) return "invalid";
    if (!(status >= 200 && status < 500)) return "unavailable";
    if (status >= 300) return "invalid";
    if (!body || typeof body !== "object") return "unavailable";
    const errors = body.errors ? (Array.isArray(body.errors) ? body.errors : [body.errors]) : [];
    const codes = errors.map((error) => (error.extensions && error.extensions.code) || "UNKNOWN");
    if (codes.indexOf("THROTTLED") >= 0) return "throttled";
    if (codes.indexOf("INTERNAL_SERVER_ERROR") >= 0) return "unavailable";
    // A filter that the search does not know is dropped and everything comes back: never show that.
    const searches = (body.extensions && body.extensions.search) || [];
    if (searches.some((search) => search.warnings && search.warnings.length > 0)) return "invalid";
    const denied = codes.indexOf("ACCESS_DENIED") >= 0;
    if (codes.some((code) => code !== "ACCESS_DENIED" && code !== "RESOURCE_NOT_FOUND")) return "invalid";
    if (!answer || !belongs(answer)) return denied ? "forbidden" : "empty";
    state.answer = showAll([
    {"name": "order", "path": ["name"], "filters": []},
    {"name": "placed", "path": ["createdAt"], "filters": [["date"]]},
    {"name": "cancelled", "path": ["cancelledAt"], "filters": [["date"]]},
    {"name": "payment", "path": ["displayFinancialStatus"], "filters": [["words", "payment"]]},
    {"name": "fulfilment", "path": ["displayFulfillmentStatus"], "filters": [["words", "fulfilment"]]},
    {"name": "subtotal", "path": ["subtotalPriceSet"], "filters": [["money"]]},
    {"name": "shipping", "path": ["totalShippingPriceSet"], "filters": [["money"]]},
    {"name": "refunded", "path": ["totalRefundedSet"], "filters": [["moneyIfAny"]]},
    {"name": "total", "path": ["currentTotalPriceSet"], "filters": [["money"]]},
    {"name": "area", "path": ["shippingAddress", "formattedArea"], "filters": []},
    {
        "name": "items",
        "each": ["lineItems", "nodes"],
        "only": {},
        "fields": [
            {"name": "quantity", "path": ["currentQuantity"], "filters": []},
            {"name": "item", "path": ["title"], "filters": []},
            {"name": "variant", "path": ["variantTitle"], "filters": []}
        ]
    },
    {
        "name": "parcels",
        "each": ["fulfillments"],
        "only": {},
        "fields": [
            {"name": "company", "path": ["trackingInfo", "0", "company"], "filters": []},
            {"name": "number", "path": ["trackingInfo", "0", "number"], "filters": []},
            {"name": "number2", "path": ["trackingInfo", "1", "number"], "filters": []},
            {"name": "number3", "path": ["trackingInfo", "2", "number"], "filters": []},
            {"name": "url", "path": ["trackingInfo", "0", "url"], "filters": [["url"]]},
            {"name": "url2", "path": ["trackingInfo", "1", "url"], "filters": [["url"]]},
            {"name": "url3", "path": ["trackingInfo", "2", "url"], "filters": [["url"]]}
        ]
    }
], answer);
    return "found";
};

state.outcome = decide();
if (state.outcome !== "found" && state.outcome !== "empty") koreDebugger.log("Get order details" + ": " + state.outcome + ", HTTP " + status);
state.body = undefined;
state.after = undefined;
