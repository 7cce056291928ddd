/**
 * Names of a dialog's parts usually begin with the name of its first part: without that, and as words, they fit into a
 * picture.
 */
export function shortNames(names: readonly string[]): ReadonlyMap<string, string> {
  const prefix = names[0] ?? '';
  const own = (name: string) => {
    const rest = name.slice(prefix.length);
    // `Orders` and `OrderService` begin with the same letters, not with the same words.
    const isWhole = /^[^\p{Ll}]/u.test(rest) && name.toLowerCase().startsWith(prefix.toLowerCase());
    return isWhole ? rest : name;
  };
  return new Map(names.map((name) => [name, words(own(name))]));
}

const words = (name: string): string => {
  const spaced = name
    .replace(/[_-]+/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1).toLowerCase();
};
