import type { ComparedFact } from './facts';
import { isSecretName } from './secrets';

/** What the platform writes anew with each save or import, and what only places boxes on the canvas. */
const VOLATILE = new Set(
  (
    '_id createdBy createdOn lModifiedOn lModifiedBy lMod lModBy streamId __v vNameSpace krVNameSpace evVNameSpace ' +
    'connId metadata positionMeta colorMeta encryptedHash latestEncryptedHash parentId sceneRefId accountId orgId publishedOn'
  ).split(' '),
);

/**
 * The leaves below `value` by path, for properties that have no words of their own. Absent, `null`, `false` and empty
 * are one: the platform fills in its defaults. Lists of things with a `refId`, `key` or `name` are matched by it.
 */
export function leaves(
  value: unknown,
  path: string,
  options: { readonly hidden?: boolean } = {},
): Map<string, ComparedFact> {
  const found = new Map<string, ComparedFact>();
  walk(value, path, options.hidden === true, found);
  return found;
}

function walk(value: unknown, path: string, hidden: boolean, found: Map<string, ComparedFact>): void {
  if (isNothing(value)) return;
  if (Array.isArray(value)) walkList(value, path, hidden, found);
  else if (isObject(value)) {
    for (const [key, below] of Object.entries(value)) {
      if (VOLATILE.has(key)) continue;
      walk(below, path === '' ? key : `${path}.${key}`, hidden || isSecretName(key), found);
    }
  } else found.set(path, leaf(typeof value === 'string' ? value : JSON.stringify(value), hidden));
}

function walkList(list: readonly unknown[], path: string, hidden: boolean, found: Map<string, ComparedFact>): void {
  const scalars = list.filter((v) => typeof v !== 'object');
  if (scalars.length > 0) found.set(path, leaf(scalars.map(String).join(', '), hidden));
  list.forEach((v, i) => {
    if (isObject(v)) walk(v, `${path}[${nameOf(v) ?? i}]`, hidden, found);
  });
}

const isNothing = (value: unknown) => value === undefined || value === null || value === false || value === '';

const leaf = (text: string, hidden: boolean): ComparedFact => ({ as: hidden ? 'secret' : 'value', text });

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function nameOf(value: Record<string, unknown>): string | undefined {
  const name = value['refId'] ?? value['key'] ?? value['name'];
  return typeof name === 'string' ? name : undefined;
}
