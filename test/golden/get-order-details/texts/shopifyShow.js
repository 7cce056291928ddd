// Ends what a request is for, the same in every dialog: makes harmless what the replies show, and keeps where a list goes on.
const { key, raw = [] } = context.called;
const state = context[key];
// A text from elsewhere reads the same and does nothing in a chat window: no markup, link or placeholder.
const shown = (value) => {
  const joined = String(value).split("\u2060").join("");
  const plain = joined.replace(/(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ").trim();
  const alike = plain.replace(/["'<>*_~`[\]{}\\]/g, (sign) => "”’‹›＊＿～｀［］｛｝＼"["\"'<>*_~`[]{}\\".indexOf(sign)]);
  return alike.replace(/&|:(?=\/\/|[\w+-]+:)|www|mailto|^(?=[\s,;·|]*(?:[#-](?!\d)|\)))|(?<![^\s,;·|])(?!\w\w)[0o]?[#%8:;=bdx](?=[-^]?[#$()./3:?@bdlopx](?!\w)|[-^][\s,;·|]*$)/gim, "$&\u2060");
};
const inert = (value, at) => {
  if (raw.includes(at)) return value;
  if (Array.isArray(value)) return value.map((one) => inert(one, at));
  if (value && typeof value === "object") return Object.fromEntries(Object.keys(value).map((name) => [name, inert(value[name], at ? `${at}.${name}` : name)]));
  return typeof value === "string" ? shown(value) : value;
};
state.answer = inert(state.answer, "");
if (state.outcome !== "renew") state.body = undefined;
if (state.page) {
  // Where nothing of a page may be shown, the next one is asked for: three in a turn, then the person says whether to go on.
  const { pages = 1, shown: wasShown } = state.page;
  const further = { after: state.next, looked: state.looked, shown: wasShown || state.outcome === "found" };
  if (state.outcome === "noneYet" && pages < 3) {
    context[`${key}Further`] = Object.assign({ pages: pages + 1 }, further);
    state.outcome = "nextPage";
  }
  // The next page waits 15 minutes in the session; the button only repeats the sentence.
  state.more = ["found", "noneYet"].includes(state.outcome) && state.next ? "yes" : "no";
  if (state.more === "yes") BotUserSession.put(`${key}NextPage`, Object.assign({ said: state.said }, further), 15);
}
context.problem = state.outcome;
