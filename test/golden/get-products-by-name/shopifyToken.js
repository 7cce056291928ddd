// Keeps a fetched token for four fifths of its life, in the bot's own session. It is never written anywhere else.
const { statusCode, body } = context.shopifyTokenService?.response || {};
const status = Number(statusCode);
if (status === 200 && body?.access_token) {
  const minutes = Math.max(1, Math.floor(((Number(body.expires_in) || 3600) * 0.8) / 60));
  BotContext.put("shopifyAccessToken", String(body.access_token), minutes);
  context.problem = "none";
} else {
  const refused = [400, 401, 403].includes(status);
  context.problem = refused ? "unauthorized" : status === 429 ? "throttled" : "unavailable";
  // What is wrong is said in JSON, or in the title of a page.
  const said = typeof body === "string" ? body : JSON.stringify(body || "");
  const [, cause = ""] = /(?:<title>|"error":")\s*([\w .:-]{1,80})/i.exec(said) || [];
  koreDebugger.log(`No token: HTTP ${status} ${cause}`);
}
context.shopifyTokenService = undefined;
