// Get order details: decides one outcome and keeps what the replies show.
const state = context.getOrderDetails;
const { body } = context.getOrderDetailsService?.response || {};
const { amounts, locale } = context; // how this language writes, from the step before

const text = (value) => (value === undefined || value === null ? "" : [].concat(value).join(", ").trim());
const list = (value) => (Array.isArray(value) ? value.filter(Boolean) : []);
const amount = (value, currency) => amounts[`${value} ${currency}`] || "";
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
// The word for a value; a new value is made readable.
const words = (value, known) => {
  const readable = text(value).toLowerCase().replace(/_+/g, " ").trim();
  return new Map(Object.entries(known)).get(text(value)) || readable.charAt(0).toUpperCase() + readable.slice(1);
};
const unless = (value, common) => (text(value) === common ? "" : text(value));
const join = (value, separator = ", ") => (Array.isArray(value) ? value.filter((part) => part || part === 0).join(separator) : value);
const pluck = (value, key) => (Array.isArray(value) ? value.map((thing) => text(thing?.[key])).filter(Boolean) : []);
const last = (value, length) => Array.from(text(value)).slice(-length).join("");
// Only an address that is safe in a page: nothing could end its attribute.
const url = (value) => (/^https:\/\/[^\s"'<>\\`{}]+$/.test(value) && !/&#?\w+;/.test(value) ? String(value) : "");
// Only what was asked for counts. A to Z alone have two cases here: a sign that looks like one of them is another.
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
    order: text(found.name),
    placed: date(found.createdAt, body?.data?.shop?.ianaTimezone),
    cancelled: date(found.cancelledAt, body?.data?.shop?.ianaTimezone),
    payment: words(found.displayFinancialStatus, locale.words.payment),
    fulfilment: [""].includes(text(found.cancelledAt)) ? words(found.displayFulfillmentStatus, locale.words.fulfilment) : "",
    discount: moneyIfAny(found.currentTotalDiscountsSet),
    subtotal: money(found.currentSubtotalPriceSet),
    shipping: moneyIfAny(found.currentShippingPriceSet),
    tax: moneyIfAny(found.currentTotalTaxSet),
    taxNote: words(unless(found.taxesIncluded, "false"), locale.words.taxes),
    duties: moneyIfAny(found.currentTotalDutiesSet),
    fees: moneyIfAny(found.currentTotalAdditionalFeesSet),
    tip: moneyIfAny(found.totalTipReceivedSet),
    total: money(found.currentTotalPriceSet),
    paid: paidIn(found.currentTotalPriceSet),
    refunded: moneyIfAny(found.totalRefundedSet),
    area: text(found.shippingAddress?.formattedArea),
    items: list(found.lineItems?.nodes)
      .filter((item) => Number(item.currentQuantity) > 0)
      .map((item) => ({ quantity: text(item.currentQuantity), item: text(item.title), variant: text(item.variantTitle) })),
    pieces: text(text(found.lineItems?.pageInfo?.hasNextPage) === "true" ? found.currentSubtotalLineItemsQuantity : ""),
    parcels: list(found.fulfillments).map((item) => ({
      company: text(item.trackingInfo?.[0]?.company),
      numbers: text(join(pluck(item.trackingInfo, "number"), " ")),
      end: last(item.trackingInfo?.[0]?.number, 6),
      end2: last(item.trackingInfo?.[1]?.number, 6),
      url: url(item.trackingInfo?.[0]?.url),
      url2: url(item.trackingInfo?.[1]?.url),
    })),
  };
  return "found";
};

state.outcome = decide();
