// Looks at what came back, the same in every dialog: what went wrong, as far as the status and the errors tell.
const { key, service } = context.called;
const state = context[key];
const response = context[service]?.response || {};
const status = Number(response.statusCode);
// A service may send its JSON as text; any other text is no answer.
try {
  if (typeof response.body === "string") response.body = JSON.parse(response.body);
} catch {}
const { body } = response;
// A GraphQL API tells its errors with status 200, too.
const codes = [].concat(body?.errors || []).map((error) => error?.extensions?.code);
state.nothing = codes.includes("ACCESS_DENIED") ? "forbidden" : "empty";
const failure = () => {
  if (status === 401) return "unauthorized";
  if (status === 429 || codes.includes("THROTTLED")) return "throttled";
  if ([402, 403, 423, 430].includes(status)) return "forbidden";
  if (status >= 300 && status < 500) return "invalid";
  const isEmpty = !body || typeof body !== "object";
  if (!(status >= 200 && status < 300) || isEmpty || codes.includes("INTERNAL_SERVER_ERROR")) return "unavailable";
  if (codes.some((code) => !["ACCESS_DENIED", "RESOURCE_NOT_FOUND"].includes(code))) return "invalid";
  // A filter that the search does not know is dropped and everything comes back: never show that.
  if ([].concat(body.extensions?.search || []).some((search) => search?.warnings?.length > 0)) return "invalid";
  return "";
};
state.failure = failure();
if (!["", "empty"].includes(state.failure)) koreDebugger.log(`${key}: ${state.failure}, HTTP ${status}`);
if (state.failure === "unauthorized" && state.token === "ready") {
  // The kept token may have been withdrawn: fetch a new one, once, and send the same request again.
  BotContext.delete("shopifyAccessToken");
  state.token = "renewed";
  state.failure = "renew";
}

// How the language that is spoken writes dates and amounts, and what it calls the values of the service.
// prettier-ignore
const locales = {
  en: { months: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", date: "M D, Y", decimal: ".", group: ",", money: "¤#", words: { payment: { PENDING: "payment pending",
    AUTHORIZED: "payment authorized", PARTIALLY_PAID: "partly paid", PAID: "paid", PARTIALLY_REFUNDED: "partly refunded", REFUNDED: "refunded", VOIDED: "payment voided",
    EXPIRED: "payment expired" }, fulfilment: { UNFULFILLED: "not shipped yet", PARTIALLY_FULFILLED: "partly shipped", FULFILLED: "shipped", IN_PROGRESS: "being prepared",
    ON_HOLD: "on hold", OPEN: "being prepared", PENDING_FULFILLMENT: "being prepared", SCHEDULED: "scheduled", RESTOCKED: "returned to stock",
    REQUEST_DECLINED: "declined by the warehouse" }, taxes: { true: "(included)" }, availability: { true: "available", false: "sold out" } } },
  es: { months: "ene feb mar abr may jun jul ago sep oct nov dic", date: "D M Y", decimal: ",", group: ".", money: "# ¤", words: { payment: { PENDING: "pago pendiente",
    AUTHORIZED: "pago autorizado", PARTIALLY_PAID: "pagado en parte", PAID: "pagado", PARTIALLY_REFUNDED: "reembolsado en parte", REFUNDED: "reembolsado", VOIDED: "pago anulado",
    EXPIRED: "pago caducado" }, fulfilment: { UNFULFILLED: "sin enviar todavía", PARTIALLY_FULFILLED: "enviado en parte", FULFILLED: "enviado", IN_PROGRESS: "en preparación",
    ON_HOLD: "en espera", OPEN: "en preparación", PENDING_FULFILLMENT: "en preparación", SCHEDULED: "programado", RESTOCKED: "devuelto al almacén",
    REQUEST_DECLINED: "rechazado por el almacén" }, taxes: { true: "(incluidos)" }, availability: { true: "disponible", false: "agotado" } } },
};
const locale = locales[context.currentLanguage] || locales.en;
context.locale = locale;
// An amount as a person reads it, rounded half up. It never becomes a float; not every currency has two digits, or a symbol.
const amount = (value, currency) => {
  const [, minus, whole, part = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) || [];
  if (!whole) return "";
  const places = /^(BIF|CLP|DJF|GNF|ISK|JPY|KMF|KRW|PYG|RWF|UGX|UYI|VND|VUV|XAF|XOF|XPF)$/.test(currency) ? 0 : /^(BHD|IQD|JOD|KWD|LYD|OMR|TND)$/.test(currency) ? 3 : 2;
  const tenths = BigInt(whole + part.padEnd(places + 1, "0").slice(0, places + 1));
  const digits = String((tenths + BigInt(5)) / BigInt(10)).padStart(places + 1, "0");
  const units = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, locale.group);
  const number = places ? units + locale.decimal + digits.slice(-places) : units;
  const symbols = "USD$ EUR€ GBP£ JPY¥ INR₹ CADCA$ AUDA$ NZDNZ$ MXNMX$ BRLR$ KRW₩ ILS₪".split(" ");
  const sign = symbols.find((one) => one.slice(0, 3) === currency);
  const named = sign ? locale.money.replace("¤", sign.slice(3)).replace("#", number) : `${number} ${currency || ""}`;
  return (minus && /[1-9]/.test(number) ? "-" : "") + named.trim();
};
// Each amount of the answer, as it is written; however deep it lies.
context.amounts = {};
const isPlain = (value) => value === null || typeof value !== "object";
const things = [body];
while (things.length > 0) {
  const value = things.pop();
  if (isPlain(value)) continue;
  const { amount: sum, currencyCode } = value;
  if (sum !== undefined && isPlain(sum) && isPlain(currencyCode)) context.amounts[`${sum} ${currencyCode}`] = amount(sum, currencyCode);
  Object.values(value).forEach((one) => things.push(one));
}
