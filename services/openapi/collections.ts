import { shapeOf, typesOf } from '../../apis/openapi/schemas';
import { isObject, type ApiDocument, type Schema } from '../../apis/openapi/document';
import type { Operation } from '../../apis/openapi/operations';
import type { Matched } from './incoming';

/** One thing that the service keeps. */
export type Thing = Record<string, unknown>;

/** What a seed file holds: things by the path of their list, such as `/tickets`. */
export type Seed = Readonly<Record<string, readonly Thing[]>>;

/** Things that are kept while the service runs: made, read, changed and removed. */
export interface Collections {
  /** What an operation does with kept things; undefined when its path is not about any. */
  readonly act: (matched: Matched, body: unknown) => Acted | undefined;
}

/** The outcome of an operation on kept things. */
export type Acted =
  | { readonly kind: 'missing' }
  | { readonly kind: 'removed' }
  | { readonly kind: 'one'; readonly thing: Thing }
  | { readonly kind: 'list'; readonly things: readonly Thing[] };

/** Starts with copies of a seed's things. */
export function createCollections(document: ApiDocument, seed: Seed): Collections {
  const kept = new Map(Object.entries(seed).map(([path, things]) => [normal(path), things.map((one) => ({ ...one }))]));
  return {
    act: ({ operation, path, query }, body) => {
      const place = placeOf(operation.path, path, kept);
      if (place === undefined) return undefined;
      const { things, key } = place;
      if (key === undefined)
        return operation.method === 'post'
          ? { kind: 'one', thing: add(things, unwrapped(document, operation, body)) }
          : { kind: 'list', things: filtered(things, query) };
      const at = things.findIndex((thing) => identities(thing).includes(key));
      const thing = things[at];
      if (thing === undefined) return { kind: 'missing' };
      return actOnOne(operation, things, at, thing, unwrapped(document, operation, body));
    },
  };
}

function actOnOne({ method }: Operation, things: Thing[], at: number, thing: Thing, body: Thing): Acted {
  if (method === 'delete') {
    things.splice(at, 1);
    return { kind: 'removed' };
  }
  if (method !== 'get') Object.assign(thing, body);
  return { kind: 'one', thing };
}

/** What tells a thing from others: its `id`, `key`, `number`, `sys_id`, `name` … as text. */
const identities = (thing: Thing): readonly string[] =>
  IDENTITIES.flatMap((name) => (isScalar(thing[name]) ? [String(thing[name])] : []));

const IDENTITIES = ['id', 'Id', 'sys_id', 'key', 'number', 'uuid', 'slug', 'login', 'name', 'email'];
const isScalar = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/** `/tickets.json` and `/tickets/` are `/tickets`. */
const normal = (path: string) => path.replace(/\.json$/, '').replace(/\/+$/, '');

/** The list that a path is about, and which of its things: the last parameter, when the path ends with it. */
function placeOf(template: string, values: Readonly<Record<string, string>>, kept: ReadonlyMap<string, Thing[]>) {
  const filled = (path: string) => path.replace(/\{([^{}]*)\}/g, (_, name: string) => values[name] ?? '');
  const path = normal(template);
  const list = kept.get(path) ?? kept.get(filled(path));
  if (list !== undefined) return { things: list, key: undefined };
  const [, parent = '', name = ''] = /^(.*)\/\{([^{}]*)\}$/.exec(path) ?? [];
  const things = kept.get(parent) ?? kept.get(filled(parent));
  return things && { things, key: values[name] ?? '' };
}

/** A new thing gets the next number as its id, or a name that says it is one. */
function add(things: Thing[], body: Thing): Thing {
  const numbers = things.flatMap(({ id }) => (typeof id === 'number' ? [id] : []));
  const id = numbers.length === things.length ? Math.max(0, ...numbers) + 1 : `new-${things.length + 1}`;
  const thing = { id, ...body };
  things.push(thing);
  return thing;
}

/** A query parameter with the name of a field keeps those that hold its value. */
function filtered(things: readonly Thing[], query: URLSearchParams): readonly Thing[] {
  const wanted = [...query].filter(([name]) => things.some((thing) => isScalar(thing[name])));
  return things.filter((thing) =>
    wanted.every(([name, value]) => String(thing[name]).toLowerCase() === value.toLowerCase()),
  );
}

/** The thing in a body: `{ ticket: { … } }` holds it under the one key that the operation asks for. */
function unwrapped(document: ApiDocument, { body: wanted }: Operation, body: unknown): Thing {
  if (!isObject(body)) return {};
  const inside = wanted && wrapperOf(document, wanted.schema, 'object');
  const value = inside === undefined ? undefined : body[inside];
  return { ...(isObject(value) ? value : body) };
}

/** The only key of a schema that holds an object, or a list; undefined when there are several or none. */
export function wrapperOf(document: ApiDocument, schema: Schema, type: 'object' | 'array'): string | undefined {
  const properties = [...(shapeOf(document, schema)?.properties ?? [])];
  const holding = properties.filter(([, property]) => typesOf(document, property.schema).has(type));
  const alone = type === 'array' || properties.length === 1;
  return alone && holding.length === 1 ? holding[0]?.[0] : undefined;
}
