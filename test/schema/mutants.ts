import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SHOP } from '../build/specs';

/** A spec as data with one thing changed, and whether it is still a spec. */
export interface Mutant {
  readonly what: string;
  readonly kind: 'action' | 'bot';
  readonly data: unknown;
}

type Data = Record<string | number, unknown>;

const KINDS: readonly unknown[] = ['text', 7, true, { strange: 1 }, [[]]];

/** The shipped spec itself, and copies of it in which each value is of another type, each key is gone, or one is strange. */
export function mutantsOf(name: string, kind: Mutant['kind']): readonly Mutant[] {
  const data = parse(readFileSync(join(SHOP, 'specs/shopify', name), 'utf8')) as Data;
  const mutants: Mutant[] = [{ what: `${name} as it is`, kind, data }];
  const change = (
    what: string,
    path: readonly (string | number)[],
    edit: (holder: Data, key: string | number) => void,
  ) => {
    const copy = structuredClone(data);
    const holder = path.slice(0, -1).reduce<Data>((at, step) => at[step] as Data, copy);
    edit(holder, path.at(-1) ?? '');
    mutants.push({ what: `${name}: ${path.join('.')} ${what}`, kind, data: copy });
  };
  let turn = 0;
  const walk = (value: unknown, path: readonly (string | number)[]) => {
    if (path.length > 0) {
      turn += 1;
      const other = KINDS[turn % KINDS.length];
      if (typeof path.at(-1) === 'string') change('is gone', path, (holder, key) => delete holder[key]);
      change(`is ${JSON.stringify(other)}`, path, (holder, key) => (holder[key] = other));
    }
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value))
      change('has a key that is none', [...path, 'Strange-Key!'], (holder, key) => (holder[key] = 'x'));
    for (const [key, one] of Object.entries(value).slice(0, 12))
      walk(one, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  walk(data, []);
  return mutants;
}
