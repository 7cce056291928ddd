// What was typed, where the platform tells it: an entity may hold no more than a part of a word.
const typed = asText(context.session.BotUserSession.lastMessage?.messagePayload?.message?.body);
const squash = (value) =>
  (
    value
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) || []
  ).join("");
const wasTyped = (value) => squash(value) !== "" && squash(typed).includes(squash(value));
const readAgain = (name, entity, read) => {
  const taken = asText(context.entities[entity]);
  const value = taken && read(taken);
  context.entities[entity] = value || undefined;
  if (taken && !value) Object.assign(state, { outcome: "needs-input", again: name });
};
// One value counts; of several the bot asks which.
const only = (values) => {
  const all = [...new Map(values.map((value) => [squash(value), value])).values()];
  const some = all.slice(0, 4).map((one) => shown(short(one, 60)));
  if (all.length > 1) state.choices = some.join(", ");
  return all.length === 1 ? all[0] : "";
};
