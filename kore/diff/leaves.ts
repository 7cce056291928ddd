import type { ComparedFact } from './facts';
import { isNoise, memberName, withoutSuffix } from './noise';
import { isSecretName } from '../secrets/mask';
import { hidesValue } from '../secrets/texts';

/** Paths are cut behind so many characters: names in a stranger's file can be of any length. */
const LONGEST = 300;

interface Leaves {
  readonly found: Map<string, ComparedFact>;
  /** How often a path came already. */
  readonly seen: Map<string, number>;
}

/**
 * The leaves below `value` by path, for properties that have no words of their own. Absent, `null`, `false` and empty
 * are one: the platform fills in its defaults. Members of lists are matched by their names where they have one, and the
 * order of texts and numbers in a list does not count.
 */
export function leaves(
  value: unknown,
  path: string,
  options: { readonly hidden?: boolean } = {},
): Map<string, ComparedFact> {
  const all: Leaves = { found: new Map(), seen: new Map() };
  walk(value, path, options.hidden === true, all);
  return all.found;
}

function walk(value: unknown, path: string, hidden: boolean, all: Leaves): void {
  if (isNothing(value)) return;
  if (Array.isArray(value)) walkList(value, path, hidden, all);
  else if (isObject(value)) {
    for (const [key, below] of Object.entries(value)) {
      if (isNoise(key, below)) continue;
      walk(below, joined(path, key), hidden || isSecretName(key) || hidesValue(key), all);
    }
  } else {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const isName = /(^|\.)name$/.test(path);
    keep(all, path, { as: hidden ? 'secret' : 'value', text, ...(isName && { same: withoutSuffix(text) }) });
  }
}

function walkList(list: readonly unknown[], path: string, hidden: boolean, all: Leaves): void {
  const scalars = list.filter((v) => typeof v !== 'object').map(String);
  if (scalars.length > 0) {
    const same = [...scalars].sort().join(', ');
    keep(all, path, { as: hidden ? 'secret' : 'value', text: scalars.join(', '), same });
  }
  list.forEach((v, i) => {
    if (isObject(v)) walk(v, cut(`${path}[${Array.isArray(v) ? i : (memberName(v) ?? i)}]`), hidden, all);
  });
}

/** Two that share a path, since their names are alike or were cut, get numbers. */
function keep({ found, seen }: Leaves, path: string, fact: ComparedFact): void {
  const number = (seen.get(path) ?? 0) + 1;
  seen.set(path, number);
  found.set(number === 1 ? path : `${path} #${number}`, fact);
}

const joined = (path: string, key: string) => cut(path === '' ? key : `${path}.${key}`);
const cut = (path: string) => (path.length > LONGEST ? `${path.slice(0, LONGEST)}…` : path);

const isNothing = (value: unknown) => value === undefined || value === null || value === false || value === '';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
