/** A form as the object that its keys stand for: `a[b]=1&c[]=2` is `{ a: { b: '1' }, c: ['2'] }`. */
export function formOf(text: string): Readonly<Record<string, unknown>> {
  const form: Tree = Object.create(null) as Tree;
  for (const [name, value] of new URLSearchParams(text)) put(form, name.split(/\[|\]\[|\]/).filter(isStep), value);
  return JSON.parse(JSON.stringify(asLists(form))) as Record<string, unknown>;
}

type Tree = { [key: string]: Tree | string };

const isStep = (step: string, i: number, all: readonly string[]) => step !== '' || i < all.length - 1;

function put(into: Tree, [step = '', ...rest]: readonly string[], value: string): void {
  const key = step === '' ? String(Object.keys(into).length) : step;
  if (rest.length === 0) return void (into[key] = value);
  const next = into[key];
  const inside = typeof next === 'object' ? next : (Object.create(null) as Tree);
  into[key] = inside;
  put(inside, rest, value);
}

/** Keys that count from 0 on are a list. */
function asLists(tree: Tree | string): unknown {
  if (typeof tree === 'string') return tree;
  const keys = Object.keys(tree);
  if (keys.length > 0 && keys.every((key, i) => key === String(i))) return Object.values(tree).map(asLists);
  return Object.fromEntries(Object.entries(tree).map(([key, one]) => [key, asLists(one)]));
}
