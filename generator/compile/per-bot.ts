/** The same function of a bot, made once for each: what every dialog of a bot shares. */
export function perBot<B extends object, T>(make: (bot: B) => T): (bot: B) => T {
  const made = new WeakMap<B, { readonly value: T }>();
  return (bot) => {
    const known = made.get(bot);
    if (known) return known.value;
    const value = make(bot);
    made.set(bot, { value });
    return value;
  };
}
