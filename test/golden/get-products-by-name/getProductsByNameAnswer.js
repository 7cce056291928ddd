// Get products by name: decides one outcome and keeps what the replies show.
const state = context.getProductsByName;
const { body } = context.getProductsByNameService?.response || {};
// prettier-ignore
const locales = { en: { decimal: ".", group: ",", money: "¤#" }, es: { decimal: ",", group: ".", money: "# ¤" } };
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
const moneyRange = (value) => {
  const { minVariantPrice: low, maxVariantPrice: high } = value || {};
  const [from, to] = [low, high].map((price) => amount(price?.amount, price?.currencyCode));
  return from === to || !from || !to ? to && from : `${from} – ${to}`;
};
// Only an address that is safe in a page: https, and nothing that could end an attribute.
const url = (value) => (/^https:\/\/[^\s"'<>\\`{}]+$/.test(value) && !/&#?\w+;/.test(value) ? String(value) : "");
const idNumber = (value) => (/(\d+)$/.exec(String(value)) || ["", ""])[1];
const page = body?.data?.products?.pageInfo;
const next = page?.hasNextPage ? page.endCursor : null;

const decide = () => {
  if (state.failure) return state.failure;
  const found = [body?.data?.products].flat().find(Boolean);
  if (!found) return state.nothing;
  state.answer = {
    products: list(found.nodes)
      .filter((item) => item.status === "ACTIVE" && text(item.onlineStoreUrl) !== "")
      .map((item) => ({
        productId: shown(idNumber(item.id)),
        product: shown(item.title),
        vendor: shown(item.vendor),
        price: shown(moneyRange(item.priceRangeV2)),
        image: url(item.featuredMedia?.preview?.image?.url),
        link: url(item.onlineStoreUrl),
      })),
  };
  // How many were looked through since something could be shown.
  const isEmpty = state.answer.products.length === 0;
  state.looked = isEmpty ? (state.page.looked || 0) + list(found.nodes).length : 0;
  if (isEmpty && next) return "noneYet";
  if (isEmpty) return state.page.shown ? "noMore" : state.nothing;
  return "found";
};

state.outcome = decide();
if (state.outcome !== "renew") state.body = undefined;
// Where nothing of a page may be shown, the next one is asked for: three in a turn, then the person says whether to go on.
const { pages = 1 } = state.page;
const further = { after: next, looked: state.looked, shown: state.page.shown || state.outcome === "found" };
if (state.outcome === "noneYet" && pages < 3) {
  context.getProductsByNameFurther = Object.assign({ pages: pages + 1 }, further);
  state.outcome = "nextPage";
}
// The next page waits 15 minutes in the session; the button only repeats the sentence.
state.more = ["found", "noneYet"].includes(state.outcome) && next ? "yes" : "no";
if (state.more === "yes") BotUserSession.put("getProductsByNameNextPage", Object.assign({ said: state.said }, further), 15);
context.problem = state.outcome;
