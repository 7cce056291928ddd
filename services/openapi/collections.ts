import { shapeOf, typesOf } from '../../apis/openapi/schemas';
import { isObject, type ApiDocument, type Schema } from '../../apis/openapi/document';
import { wholePath } from '../../apis/openapi/find-operation';
import type { Operation } from '../../apis/openapi/operations';
import type { MatchedRequest } from './incoming';
import { ownValue } from '../../kore/own-value';

/** One thing that the service keeps. */
export type Thing = Record<string, unknown>;

/**
 * What a seed file holds: things by the path of their list, such as `/tickets`. A path may name another one in place of things: it
 * searches among those.
 */
export type Seed = Readonly<Record<string, readonly Thing[] | string>>;

/** Things that are kept while the service runs: made, read, changed and removed. */
export interface Collections {
  /** What an operation does with kept things; undefined when its path is not about any. */
  readonly act: (matched: MatchedRequest, body: unknown) => Acted | undefined;
}

/** The outcome of an operation on kept things. */
export type Acted =
  | { readonly kind: 'missing' }
  | { readonly kind: 'removed' }
  | { readonly kind: 'one'; readonly thing: Thing }
  | { readonly kind: 'list'; readonly things: readonly Thing[] };

/** Starts with copies of a seed's things. */
export function createCollections(document: ApiDocument, seed: Seed): Collections {
  const kept = new Map<string, Thing[]>();
  const searches = new Map<string, string>();
  for (const [path, things] of Object.entries(seed))
    if (typeof things === 'string') searches.set(normal(path), normal(things));
    else kept.set(normal(path), structuredClone(things) as Thing[]);
  return {
    act: (matched, body) => {
      const { operation, query } = matched;
      const searched = placesOf(matched).map((path) => kept.get(searches.get(path) ?? ''));
      const found = searched.find((things) => things !== undefined);
      if (found !== undefined)
        return { kind: 'list', things: found.filter(fitting(found, query, body)).slice(0, size(query)) };
      const place = placeOf(matched, kept);
      if (place === undefined) return undefined;
      const { things, key } = place;
      if (key === undefined)
        return operation.method === 'post'
          ? { kind: 'one', thing: add(things, unwrapped(document, operation, body)) }
          : { kind: 'list', things: things.filter(fitting(things, query)).slice(0, size(query)) };
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
  if (method !== 'get') things[at] = merged(thing, body);
  return { kind: 'one', thing: things[at] ?? thing };
}

/** What tells a thing from others: its `id`, `key`, `number`, `sys_id`, `name` … as text. */
const identities = (thing: Thing): readonly string[] =>
  IDENTITIES.flatMap((name) => (isScalar(thing[name]) ? [String(thing[name])] : []));

const IDENTITIES = ['id', 'Id', 'sys_id', 'key', 'number', 'uuid', 'slug', 'login', 'name', 'email'];
const isScalar = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/** `/tickets.json` and `/tickets/` are `/tickets`. */
const normal = (path: string) => path.replace(/\.json$/, '').replace(/\/+$/, '');

/** How a seed may write the path of a request: with or without the path of the server, with parameters or their values. */
function placesOf({ operation, path: values }: MatchedRequest): readonly string[] {
  const filled = (path: string) => path.replace(/\{([^{}]*)\}/g, (_, name: string) => ownValue(values, name) ?? '');
  const whole = wholePath(operation);
  return [operation.path, whole, filled(operation.path), filled(whole)].map(normal);
}

/** The list that a request is about, and which of its things: the last parameter, when the path ends with it. */
function placeOf(matched: MatchedRequest, kept: ReadonlyMap<string, Thing[]>) {
  const paths = placesOf(matched);
  const list = paths.map((path) => kept.get(path)).find((things) => things !== undefined);
  if (list !== undefined) return { things: list, key: undefined };
  const [, name = ''] = /\/\{([^{}]*)\}$/.exec(normal(matched.operation.path)) ?? [];
  if (name === '') return undefined;
  const above = paths.map((path) => kept.get(path.replace(/\/[^/]*$/, ''))).find((things) => things !== undefined);
  return above && { things: above, key: ownValue(matched.path, name) ?? '' };
}

/** A new thing gets the next number as its id, or a name that says it is one. */
function add(things: Thing[], body: Thing): Thing {
  const numbers = things.flatMap(({ id }) => (typeof id === 'number' ? [id] : []));
  const id = numbers.length === things.length ? Math.max(0, ...numbers) + 1 : `new-${things.length + 1}`;
  const thing = { id, ...body };
  things.push(thing);
  return thing;
}

/** A parameter with the name of a field keeps what holds its value, `ids` what has one of them, and one that searches what holds its words. */
function fitting(things: readonly Thing[], query: URLSearchParams, body?: unknown): (thing: Thing) => boolean {
  const named = [...query].filter(([name]) => things.some((thing) => isScalar(thing[name])));
  const ids = query.get('ids')?.split(',');
  const asked = [...[...query].filter(([name]) => SEARCHES.test(name)).map(([, value]) => value), ...textsIn(body)];
  // `status:4` asks for a field, where things have one of that name.
  const pairs = asked.flatMap((text) =>
    [...text.matchAll(PAIR)].map(([, name = '', value = '']) => [name, value] as const),
  );
  named.push(
    ...pairs
      .filter(([name]) => things.some((thing) => isScalar(thing[name])))
      .map(([name, value]): [string, string] => [name, value]),
  );
  const words = asked
    .map((text) => text.replace(PAIR, (pair, name: string) => (named.some(([one]) => one === name) ? '' : pair)))
    .flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}@.-]{3,}/gu) ?? []);
  const isSaid = (text: string) => !/^https?:/.test(text);
  const held = new Map(things.map((thing) => [thing, textsIn(thing).filter(isSaid).join(' ').toLowerCase()]));
  // A search has a language of its own; of its words those count that some thing holds.
  const known = words.filter((word) => [...held.values()].some((text) => text.includes(word)));
  const nothing = words.length > 0 && known.length === 0;
  return (thing) =>
    !nothing &&
    (ids === undefined || identities(thing).some((one) => ids.includes(one))) &&
    named.every(([name, value]) => String(thing[name]).toLowerCase() === value.toLowerCase()) &&
    known.every((word) => held.get(thing)?.includes(word) === true);
}

const PAIR = /(\w+):([\w.-]+)/g;
const SEARCHES = /^(q|query|search|term|keyword|keywords|text|jql|\$search)$/i;
const SIZES = /^(limit|per_page|page_size|page\[size\]|pageSize|\$top|maxResults|count|size|sysparm_limit)$/i;

const size = (query: URLSearchParams): number => {
  const [, written] = [...query].find(([name]) => SIZES.test(name)) ?? [];
  return Number(written) > 0 ? Number(written) : Infinity;
};

/** Every text and number in a value. */
function textsIn(value: unknown): readonly string[] {
  if (isScalar(value)) return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** The second over the first, blocks in them too. */
export const merged = (a: Thing, b: Thing): Thing => ({
  ...a,
  ...Object.fromEntries(
    Object.entries(b).map(([key, value]) => {
      const before = ownValue(a, key);
      return [key, isObject(before) && isObject(value) ? merged(before, value) : value];
    }),
  ),
});

/** The thing in a body: `{ ticket: { … } }` holds it under the key that the operation asks for. */
function unwrapped(document: ApiDocument, { body: wanted, path }: Operation, body: unknown): Thing {
  if (!isObject(body)) return {};
  const inside = wanted && wrapperOf(document, wanted.schema, 'object', path);
  const value = inside === undefined ? undefined : ownValue(body, inside);
  return { ...(isObject(value) ? value : body) };
}

/**
 * The key of a schema under which the thing of a path stands, or the list: the one that is called as the path is (`ticket` of
 * `/tickets`), else the only one that holds any.
 */
export function wrapperOf(
  document: ApiDocument,
  schema: Schema,
  type: 'object' | 'array',
  path: string,
): string | undefined {
  const properties = [...(shapeOf(document, schema)?.properties ?? [])];
  const holding = properties.filter(([, property]) => typesOf(document, property.schema).has(type));
  const steps = normal(path)
    .split('/')
    .filter((step) => step !== '' && !step.includes('{'));
  const name = steps.at(-1) ?? '';
  const named = holding.find(([key]) => key === name || `${key}s` === name || key === `${name}s`);
  if (named !== undefined) return named[0];
  const alone = type === 'array' || properties.length === 1;
  return alone && holding.length === 1 ? holding[0]?.[0] : undefined;
}
