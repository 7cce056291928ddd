import type { OpenAPIV3_1 } from 'openapi-types';
import { isObject, type ApiDocument } from './document';
import { METHODS, type Operation } from './operations';

/**
 * A document with these operations alone, and of its components what they reach. Examples, extensions (`x-…`) and long descriptions go: what
 * is left checks requests and describes answers.
 */
export function trimDocument(document: ApiDocument, operations: readonly Operation[]): OpenAPIV3_1.Document {
  const { info, servers, security, components } = document.root;
  const wanted = new Set(operations.map(({ path }) => path));
  const paths = Object.fromEntries(
    Object.keys(document.root.paths ?? {}).flatMap((path) =>
      wanted.has(path) ? [[path, itemOf(document, path, operations)]] : [],
    ),
  );
  const schemes = components?.securitySchemes;
  return {
    openapi: '3.1.0',
    info: { title: info.title, version: info.version },
    ...(servers && { servers }),
    ...(security && { security }),
    paths: lean(paths),
    components: sorted({
      ...reachable(document, paths),
      ...(schemes && { securitySchemes: lean(schemes) as Record<string, unknown> }),
    }),
  } as OpenAPIV3_1.Document;
}

type Components = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The components that something refers to, directly or through others. */
function reachable({ root }: ApiDocument, from: unknown): Components {
  const all = (root.components ?? {}) as Components;
  const found = Object.create(null) as Record<string, Record<string, unknown>>;
  const pending = [...referencesOf(from)];
  for (let ref = pending.pop(); ref !== undefined; ref = pending.pop()) {
    const [, kind = '', step = ''] = /^#\/components\/([^/]+)\/([^/]+)/.exec(ref) ?? [];
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const known = Object.hasOwn(all, kind) ? all[kind] : undefined;
    if (
      known === undefined ||
      !Object.hasOwn(known, name) ||
      name in (found[kind] ??= Object.create(null) as Record<string, unknown>)
    )
      continue;
    found[kind][name] = lean(known[name]);
    pending.push(...referencesOf(known[name]));
  }
  return found;
}

/** A path with those of its methods that are kept. */
function itemOf(document: ApiDocument, path: string, operations: readonly Operation[]): object {
  const item = document.resolve<OpenAPIV3_1.PathItemObject>(document.root.paths?.[path]) ?? {};
  const kept = new Set<string>(operations.filter((one) => one.path === path).map(({ method }) => method));
  return Object.fromEntries(
    Object.entries(item).filter(([key]) => kept.has(key) || !(METHODS as readonly string[]).includes(key)),
  );
}

function* referencesOf(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const one of value) yield* referencesOf(one);
  else if (isObject(value)) {
    if (typeof value['$ref'] === 'string') yield value['$ref'];
    for (const one of Object.values(value)) yield* referencesOf(one);
  }
}

const LONGEST_DESCRIPTION = 200;

/** A copy without what no check and no scaffold reads. `inProperties`: the keys are names of the API, none of them is ours to drop. */
function lean(value: unknown, inProperties = false): unknown {
  if (Array.isArray(value)) return value.map((one) => lean(one));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]): [string, unknown][] => {
      if (!inProperties && (key.startsWith('x-') || key === 'examples' || key === 'externalDocs')) return [];
      if (!inProperties && key === 'description' && typeof one === 'string')
        return [[key, one.slice(0, LONGEST_DESCRIPTION)]];
      return [[key, lean(one, key === 'properties' && !inProperties)]];
    }),
  );
}

/** Components in the order of their names, so that the same operations give the same bytes. */
const sorted = (components: Components) =>
  Object.fromEntries(
    Object.entries(components).map(([kind, all]) => [
      kind,
      Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1))),
    ]),
  );
