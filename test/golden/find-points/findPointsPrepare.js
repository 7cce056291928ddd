// Find drop-off points: checks what was said and builds the request.
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
context.findPoints = state;
const said = { town: asText(context.entities.findPointsTown), size: asText(context.entities.findPointsSize), distance: asText(context.entities.findPointsDistance) };
// What was said may be shown again, in short.
state.said.town = shown(short(said.town.trim(), 60));
state.said.size = shown(short(said.size.trim(), 60));
state.said.distance = shown(short(said.distance.trim(), 60));

if (!/^(?:[a-z0-9][a-z0-9.-]*)$/.test(env.PARCELS_HOST || "")) {
  koreDebugger.log("The variable PARCELS_HOST is not set, or does not fit [a-z0-9][a-z0-9.-]*");
  state.outcome = "invalid";
}

const trim = (value) => String(value).trim() || null;
const number = (value) => {
  const text = String(value).trim();
  return /^[-+]?\d{1,15}(?:\.\d{1,10})?$/.test(text) ? Number(text) : null;
};

// What was said stays inside its part of the address. Half a character (a lone surrogate) cannot be percent-encoded.
const encoded = (value) => encodeURIComponent(asText(value).replace(/\p{Cs}/gu, ""));

// Null: nothing that is safe to send is left of it, so the bot asks again.
const safe = { path0: trim(said.town), query0: trim(said.size), query1: number(said.distance) };
if (state.outcome === "ready" && /^\.{0,2}$/.test(encoded(safe.path0))) {
  state.outcome = "needs-input";
  context.entities.findPointsTown = undefined;
}
if (state.outcome === "ready" && safe.query0 === null) {
  state.outcome = "needs-input";
  context.entities.findPointsSize = undefined;
}
if (state.outcome === "ready" && safe.query1 === null) {
  state.outcome = "needs-input";
  context.entities.findPointsDistance = undefined;
}

state.url = {
  path0: encoded(safe.path0),
  query0: encoded(safe.query0),
  query1: encoded(safe.query1),
  query2: encoded("json"),
};
context.called = { key: "findPoints", service: "findPointsService", kind: "rest" };
context.problem = state.outcome;
