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
