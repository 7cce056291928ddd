// Looks at what came back, the same in every dialog: what went wrong, as far as the status and the errors tell.
const { key, service, kind } = context.called;
const state = context[key];
const response = context[service]?.response || {};
const status = Number(response.statusCode);
// A service may send its JSON as text; any other text is no answer.
try {
  if (typeof response.body === "string") response.body = JSON.parse(response.body);
} catch {}
const { body } = response;
const failure = () => {
  if (status === 401) return "unauthorized";
  if (status === 404) return "empty";
  if (status === 429) return "throttled";
  if ([402, 403, 423, 430].includes(status)) return "forbidden";
  if ([400, 409, 422].includes(status)) return "refused";
  if (status >= 300 && status < 500) return "invalid";
  const isEmpty = !body || typeof body !== "object";
  if (!(status >= 200 && status < 300) || (isEmpty && kind !== "write")) return "unavailable";
  return "";
};
state.failure = failure();
if (!["", "empty"].includes(state.failure)) koreDebugger.log(`${key}: ${state.failure}, HTTP ${status}`);

// How the language that is spoken writes dates and amounts, and what it calls the values of the service.
// prettier-ignore
const locales = { en: { months: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", date: "M D, Y", words: { open: { true: "open now", false: "closed" } } } };
const locale = locales[context.currentLanguage] || locales.en;
context.locale = locale;
