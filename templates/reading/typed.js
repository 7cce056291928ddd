// What was typed, where the platform tells it: an entity may hold no more than a part of a word.
const typed = asText(context.session.BotUserSession.lastMessage?.messagePayload?.message?.body);
const squash = (value) => {
  const small = value.normalize("NFKC").toLowerCase();
  return small.replace(/[^\p{L}\p{N}]+/gu, "");
};
const wasTyped = (value) => squash(value) !== "" && squash(typed).includes(squash(value));
const readAgain = (name, entity, read) => {
  const taken = asText(context.entities[entity]);
  const others = Object.keys(context.entities).filter((one) => one !== entity);
  let value = taken && read(taken);
  // What became something else because it stands in the answer to another question: not that, so the bot asks.
  if (value !== taken && others.some((one) => asText(context.entities[one]) === value)) value = "";
  context.entities[entity] = value || undefined;
  if (taken && !value) Object.assign(state, { outcome: "needs-input", again: name });
};
// One value counts; of several the bot asks which.
const only = (values) => {
  const all = [...new Map(values.map((value) => [squash(value), value])).values()];
  if (all.length > 1) state.choices = all.slice(0, 4);
  return all.length === 1 ? all[0] : "";
};
