/** A change of a JSON document, as in JSON Patch (RFC 6902). Paths are JSON Pointers. */
export type Change =
  | { readonly op: 'add'; readonly path: string; readonly value: unknown }
  | { readonly op: 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'copy'; readonly from: string; readonly path: string }
  | { readonly op: 'move'; readonly from: string; readonly path: string }
  | { readonly op: 'remove'; readonly path: string };

export const set = (path: string, value: unknown): Change => ({ op: 'replace', path, value });
export const add = (path: string, value: unknown): Change => ({ op: 'add', path, value });
export const copy = (from: string, path: string): Change => ({ op: 'copy', from, path });
export const move = (from: string, path: string): Change => ({ op: 'move', from, path });
export const remove = (path: string): Change => ({ op: 'remove', path });

type Parent = Record<string, unknown> | unknown[];

function locate(document: unknown, path: string): { readonly parent: Parent; readonly key: string } {
  const keys = path.slice(1).split('/');
  const key = keys.pop() ?? '';
  let here = document;
  for (const step of keys) here = (here as Record<string, unknown>)[step];
  if (typeof here !== 'object' || here === null) throw new Error(`there is nothing at ${path}`);
  return { parent: here as Parent, key };
}

function read(document: unknown, path: string): unknown {
  const { parent, key } = locate(document, path);
  if (!(key in parent)) throw new Error(`there is nothing at ${path}`);
  return (parent as Record<string, unknown>)[key];
}

function take(document: unknown, path: string): unknown {
  const value = read(document, path);
  const { parent, key } = locate(document, path);
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else Reflect.deleteProperty(parent, key);
  return value;
}

function put(document: unknown, path: string, value: unknown): void {
  const { parent, key } = locate(document, path);
  if (Array.isArray(parent)) parent.splice(key === '-' ? parent.length : Number(key), 0, value);
  else parent[key] = value;
}

function apply(document: unknown, change: Change): void {
  const { op, path } = change;
  if (op === 'remove') take(document, path);
  else if (op === 'copy') put(document, path, structuredClone(read(document, change.from)));
  else if (op === 'move') put(document, path, take(document, change.from));
  else if (op === 'add') put(document, path, structuredClone(change.value));
  else {
    read(document, path);
    const { parent, key } = locate(document, path);
    (parent as Record<string, unknown>)[key] = structuredClone(change.value);
  }
}

/** A changed copy; the document stays as it is. A path that leads nowhere throws. */
export function patched<T>(document: T, changes: readonly Change[]): T {
  const clone = structuredClone(document);
  for (const change of changes) apply(clone, change);
  return clone;
}
