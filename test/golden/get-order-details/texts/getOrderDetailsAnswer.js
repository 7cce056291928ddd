// Get order details: decides one outcome and keeps what the replies show.
const state = context.getOrderDetails;
const { body } = context.getOrderDetailsService?.response || {};
// prettier-ignore
const locales = {
  en: { months: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", date: "M D, Y", decimal: ".", group: ",", money: "¤#", words: { payment: { PENDING: "payment pending",
    AUTHORIZED: "payment authorized", PARTIALLY_PAID: "partly paid", PAID: "paid", PARTIALLY_REFUNDED: "partly refunded", REFUNDED: "refunded", VOIDED: "payment voided",
    EXPIRED: "payment expired" }, fulfilment: { UNFULFILLED: "not shipped yet", PARTIALLY_FULFILLED: "partly shipped", FULFILLED: "shipped", IN_PROGRESS: "being prepared",
    ON_HOLD: "on hold", OPEN: "being prepared", PENDING_FULFILLMENT: "being prepared", SCHEDULED: "scheduled", RESTOCKED: "returned to stock",
    REQUEST_DECLINED: "declined by the warehouse" }, taxes: { true: "(included)" } } },
  es: { months: "ene feb mar abr may jun jul ago sep oct nov dic", date: "D M Y", decimal: ",", group: ".", money: "# ¤", words: { payment: { PENDING: "pago pendiente",
    AUTHORIZED: "pago autorizado", PARTIALLY_PAID: "pagado en parte", PAID: "pagado", PARTIALLY_REFUNDED: "reembolsado en parte", REFUNDED: "reembolsado", VOIDED: "pago anulado",
    EXPIRED: "pago caducado" }, fulfilment: { UNFULFILLED: "sin enviar todavía", PARTIALLY_FULFILLED: "enviado en parte", FULFILLED: "enviado", IN_PROGRESS: "en preparación",
    ON_HOLD: "en espera", OPEN: "en preparación", PENDING_FULFILLMENT: "en preparación", SCHEDULED: "programado", RESTOCKED: "devuelto al almacén",
    REQUEST_DECLINED: "rechazado por el almacén" }, taxes: { true: "(incluidos)" } } },
};
const locale = locales[context.currentLanguage] || locales.en;

const text = (value) => (value === undefined || value === null ? "" : [].concat(value).join(", ").trim());
// A text from elsewhere reads the same and does nothing in a chat window: no markup, link, picture or placeholder.
const shown = (value) => {
  const joined = text(value).split("\u2060").join("");
  const plain = joined.replace(/(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ").trim();
  const alike = plain.replace(/["'<>*_~`[\]{}\\]/g, (sign) => "”’‹›＊＿～｀［］｛｝＼"["\"'<>*_~`[]{}\\".indexOf(sign)]);
  return alike.replace(/&|:(?=\/\/|[\w+-]+:)|www|mailto|^(?=[\s,;·|]*(?:[#-](?!\d)|\)))|(?<![^\s,;·|])(?!\w\w)[0o]?[#%8:;=bdx](?=[-^]?[#$()./3:?@bdlopx](?!\w)|[-^][\s,;·|]*$)/gim, "$&\u2060");
};
const list = (value) => (Array.isArray(value) ? value.filter(Boolean) : []);
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
const sum = (value) => value?.shopMoney || value?.presentmentMoney || value || {};
const date = (value, zone) => {
  const local = zone && /T/.test(value) ? koreUtil.moment(value).tz(zone).format("YYYY-MM-DD") : String(value);
  const [day, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})/.exec(local) || [];
  const month = locale.months.split(" ")[m - 1];
  return month ? locale.date.replace("D", Number(d)).replace("M", month).replace("Y", y) : day || "";
};
const money = (value) => amount(sum(value).amount, sum(value).currencyCode);
// What was paid, in parentheses, where that was in another currency than the one that is told.
const paidIn = (value) => {
  const [paid, told] = [value?.presentmentMoney, sum(value).currencyCode];
  return paid && told && paid.currencyCode !== told ? `(${amount(paid.amount, paid.currencyCode)})` : "";
};
const moneyIfAny = (value) => (/[1-9]/.test(sum(value).amount) ? money(value) : "");
// The word for a value; a value that is new to the service is made readable.
const words = (value, known) => {
  const readable = text(value).toLowerCase().replace(/_+/g, " ").trim();
  return new Map(Object.entries(known)).get(text(value)) || readable.charAt(0).toUpperCase() + readable.slice(1);
};
const unless = (value, common) => (text(value) === common ? "" : text(value));
const join = (value, separator = ", ") => (Array.isArray(value) ? value.filter((part) => part || part === 0).join(separator) : value);
const pluck = (value, key) => (Array.isArray(value) ? value.map((thing) => text(thing?.[key])).filter(Boolean) : []);
const last = (value, length) => Array.from(text(value)).slice(-length).join("");
// Only an address that is safe in a page: https, and nothing that could end an attribute.
const url = (value) => (/^https:\/\/[^\s"'<>\\`{}]+$/.test(value) && !/&#?\w+;/.test(value) ? String(value) : "");
// What was found counts only if it is what was asked for. A to Z alone have two cases here: a sign that only looks like one of them is another.
const lower = (value) => value.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const named = (value) => text(value).replace(/^(gid:\/\/[a-z]+\/[a-z]+\/|#\s*)/i, "");
const bare = (value) => lower(named(value).replace(/(?<=\p{L})[^\p{L}\p{N}]+(?=\p{N})|(?<=\p{N})[^\p{L}\p{N}]+(?=\p{L})/gu, ""));
const same = (asked, ...values) => bare(asked) !== "" && values.some((value) => bare(value) === bare(asked));

const decide = () => {
  if (state.failure) return state.failure;
  const isRight = (found) => found && same(context.entities.getOrderDetailsOrder, found.name, found.id);
  const found = [body?.data?.order, body?.data?.orders?.nodes].flat().find(isRight);
  if (!found) return state.nothing;
  state.answer = {
    order: shown(found.name),
    placed: date(found.createdAt, body?.data?.shop?.ianaTimezone),
    cancelled: date(found.cancelledAt, body?.data?.shop?.ianaTimezone),
    payment: shown(words(found.displayFinancialStatus, locale.words.payment)),
    fulfilment: shown([""].includes(text(found.cancelledAt)) ? words(found.displayFulfillmentStatus, locale.words.fulfilment) : ""),
    discount: shown(moneyIfAny(found.currentTotalDiscountsSet)),
    subtotal: shown(money(found.currentSubtotalPriceSet)),
    shipping: shown(moneyIfAny(found.currentShippingPriceSet)),
    tax: shown(moneyIfAny(found.currentTotalTaxSet)),
    taxNote: shown(words(unless(found.taxesIncluded, "false"), locale.words.taxes)),
    duties: shown(moneyIfAny(found.currentTotalDutiesSet)),
    fees: shown(moneyIfAny(found.currentTotalAdditionalFeesSet)),
    tip: shown(moneyIfAny(found.totalTipReceivedSet)),
    total: shown(money(found.currentTotalPriceSet)),
    paid: shown(paidIn(found.currentTotalPriceSet)),
    refunded: shown(moneyIfAny(found.totalRefundedSet)),
    area: shown(found.shippingAddress?.formattedArea),
    items: list(found.lineItems?.nodes)
      .filter((item) => Number(item.currentQuantity) > 0)
      .map((item) => ({
        quantity: shown(item.currentQuantity),
        item: shown(item.title),
        variant: shown(item.variantTitle),
      })),
    pieces: shown(text(found.lineItems?.pageInfo?.hasNextPage) === "true" ? found.currentSubtotalLineItemsQuantity : ""),
    parcels: list(found.fulfillments).map((item) => ({
      company: shown(item.trackingInfo?.[0]?.company),
      numbers: shown(join(pluck(item.trackingInfo, "number"), " ")),
      end: shown(last(item.trackingInfo?.[0]?.number, 6)),
      end2: shown(last(item.trackingInfo?.[1]?.number, 6)),
      url: url(item.trackingInfo?.[0]?.url),
      url2: url(item.trackingInfo?.[1]?.url),
    })),
  };
  return "found";
};

state.outcome = decide();
if (state.outcome !== "renew") state.body = undefined;
context.problem = state.outcome;
