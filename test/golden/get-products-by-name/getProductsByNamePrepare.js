// Get products by name: checks what was said and builds the request.
const asText = (value) => (value === undefined || value === null ? "" : String(value));
const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1).replace(/\p{Cs}$/u, "")}…` : text);
// A text from elsewhere reads the same and does nothing in a chat window: no markup, link or placeholder.
const shown = (value) => {
  const joined = asText(value).split("\u2060").join("");
  const plain = joined.replace(/(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ").trim();
  const alike = plain.replace(/["'<>*_~`[\]{}\\]/g, (sign) => "”’‹›＊＿～｀［］｛｝＼"["\"'<>*_~`[]{}\\".indexOf(sign)]);
  return alike.replace(/&|:(?=\/\/|[\w+-]+:)|www|mailto|^(?=[\s,;·|]*(?:[#-](?!\d)|\)))|(?<![^\s,;·|])(?!\w\w)[0o]?[#%8:;=bdx](?=[-^]?[#$()./3:?@bdlopx](?!\w)|[-^][\s,;·|]*$)/gim, "$&\u2060");
};
const state = { outcome: "ready", said: {} };
context.getProductsByName = state;
// How much it may cost is no word of a name; what is found is shown with its price.
const priceLimits =
  / ?(?<![\p{L}\p{N}])(?:(?:(?:that|which|for|at|costs?|costing|priced|between|under|below|over|above|around|about|from|(?:(?:no|not) )?(?:less|more|cheaper) than|up to|at most|max(?:imum)?|que|por|de|a|desde|entre|cuest[ae]n?|valen?|valgan?|(?:no )?(?:pasen?|menos|m[aá]s)|(?:de)?bajo|hasta|sobre|como mucho|m[aá]ximo|barat[oa]s?) ){0,4}(?:(?:[$€£¥] ?)?\d[\d.,]{0,9} ?(?:[$€£¥] ?)?(?:and|to|y|a|[-–]) ?)?(?:[$€£¥] ?\d[\d.,]{0,9}|\d[\d.,]{0,9} ?(?:[$€£¥]|(?:usd|eur|gbp|dollars?|bucks|euros?|pounds?|d[oó]lares|libras|pesos)(?![\p{L}\p{N}])))|(?:under|below|(?:less|cheaper) than|up to|at most|(?:no|not) more than|(?:de )?menos de|(?:por )?debajo de|hasta|como mucho|no m[aá]s de|barat[oa]s? (?:que|de)) \d[\d.,]{0,9}(?= ?(?:[.,!?]|please|pls|por favor|porfa|$)))/giu;
const unpriced = (value) => asText(value).replace(priceLimits, "").trim();
const given = { name: unpriced(context.entities.getProductsByNameName) };
const said = { name: asText(given.name) };
// What was said may be shown again, in short.
state.said.name = shown(short(said.name.trim(), 60));

if (!/^(?:[a-z0-9][a-z0-9-]*)$/.test(env.SHOPIFY_SUBDOMAIN || "")) {
  koreDebugger.log("The variable SHOPIFY_SUBDOMAIN is not set, or does not fit [a-z0-9][a-z0-9-]*");
  state.outcome = "invalid";
}
// The header holds the store's own token and a fetched one, and one of them is always empty.
if (env.SHOPIFY_ACCESS_TOKEN?.trim() || !env.SHOPIFY_CLIENT_ID?.trim()) BotContext.put("shopifyAccessToken", "", 1);
else state.token = context.session.BotContext.shopifyAccessToken ? "ready" : "missing";

const functionWords =
  "a about after again ago al algo algun alguna algunas alguno algunos algún all already also am an and ante antes any anything aquel aquella aqui aquí are as asap asi así at aun ayer ayuda be been before being bien bro btw buenas buenos buscar busco but buy by cada can como con could cual cuales cuando cuanto cuantos cuál cuáles cuándo cuánto cuántos day days de del desde dia dias did didnt dime do does doesnt donde done dont dude día días dónde e el ella ellos en entre era es esa ese eso esta estan estas este esto estos está están favor for from fue get give go got gracias ha haber hace had has hasnt hasta have hay he hello help her here hey hi his hola how hoy i if im in into is isnt it its ive just know la las late le les let like lo lol look looking los lot many mas mate may maybe me mi mis more much mucho muchos muy my más nada need never ni no nos not now o of off oh ok okay omg on or os our out over oye para perdon perdón pero pido please pls plz por porfa porfavor porfi porque puede puedo pues que queria querria querría quería quien quiero quiza quizas quizá quizás quién qué sabe said sale se sea search see sell send sent ser she show si sin since sir so sobre some something son soon sorry soy still su sus sí tambien también te tell tengo than thank thanks that thats the their them then there these they thing things this those thx tiene tienen tienes tks to today todo todos too tu uh um un una unas under uno unos up us usted ustedes va vende venden veo ver voy want wants was we week weeks were what whats when where wheres which who why will with would wtf xfa xfavor y ya yes yesterday yet yo you your él";
// The words without plural endings, units after digits (24L), and those that say nothing, unless there are no others.
const stems = (value) => {
  const composed = String(value).normalize("NFC");
  const said = composed.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) || [];
  const named = said.filter((word) => !` ${functionWords} `.includes(` ${word.toLowerCase()} `));
  const stem = (word) => word.replace(/(?<=^\d+)\p{L}{1,3}$/u, "").replace(/(?<=[\p{L}\p{M}]{3})(?:ies|(?<=[sxz]|[cs]h|[lrndj])es|(?<![su])s)$/u, "");
  return [...new Set((named.length > 0 ? named : said).map((word) => Array.from(stem(word)).slice(0, 40).join("")))].slice(0, 8);
};
// Each word is a prefix search. Only letters (with their marks) and digits survive, so nothing of it can be an operator.
const searchWords = (value, field) =>
  stems(value)
    .map((word) => `${field}:${word}*`)
    .join(" AND ") || null;

// Null: nothing that is safe to send is left of it, so the bot asks again.
const safe = { search: searchWords(said.name, "title") };
if (state.outcome === "ready" && safe.search === null) {
  state.outcome = "needs-input";
  context.entities.getProductsByNameName = undefined;
}

const query = `
query GetProductsByName($search: String!, $first: Int! = 6, $after: String) {
  products(first: $first, after: $after, query: $search, sortKey: RELEVANCE) {
    nodes {
      id title status vendor onlineStoreUrl priceRangeV2 { minVariantPrice { amount currencyCode } maxVariantPrice { amount currencyCode } }
      featuredMedia { preview { image { url } } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;
const variables = { search: `status:active AND published_status:published AND ${safe.search}` };
// "Show more" goes on after the last page of the same things.
const last = BotUserSession.get("getProductsByNameNextPage");
const isSame = JSON.stringify(last?.said) === JSON.stringify(state.said);
const typed = String(context.session.BotUserSession.lastMessage?.messagePayload?.message?.body);
const typedPlain = typed.toLowerCase().normalize("NFKD");
const typedWords = ` ${(typedPlain.replace(/\p{M}|['’]/gu, "").match(/[\p{L}\p{N}]+/gu) || []).join(" ")} `;
const isMore = isSame && ["show more", "mostrar mas"].some((title) => typedWords.includes(` ${title} `));
state.page = context.getProductsByNameFurther || (isMore ? last : {});
context.getProductsByNameFurther = undefined;
variables.after = state.page.after;
// What was said becomes a JSON value here; a "{" typed twice begins no placeholder.
if (state.outcome === "ready") state.body = JSON.stringify({ query, variables }).replace(/\{(?=\{)/g, "\\u007b");
context.called = { key: "getProductsByName", service: "getProductsByNameService", kind: "graphql", raw: ["products.image", "products.link"] };
context.problem = state.outcome;
