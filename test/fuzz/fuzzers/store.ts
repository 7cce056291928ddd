import fc from 'fast-check';
import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { servedSchema } from '../../../services/shopify/graphql/schemas';
import type { Store } from '../../../services/shopify/store';
import { createStore } from '../../../services/shopify/store';
import type { Fuzzer } from '../fuzzer';
import { tally, walkThrough, type Tally } from '../fuzzer';
import { hostileText, PIECES } from '../hostile';
import { must } from '../judge';

const VERSION = '2026-10';
const NOW = Date.UTC(2026, 10, 23, 12);

/** Picks and texts from one case's own stream: the document depends on nothing else. */
interface Dice {
  /** Whether this document has mistakes. */
  readonly sound: boolean;
  readonly pick: <T>(from: readonly T[]) => T | undefined;
  readonly chance: (share: number) => boolean;
  readonly text: () => string;
}

const IDS = [
  'Order/5600000001001',
  'Product/7700000000001',
  'Customer/6400000000001',
  'Collection/2900000000001',
  'X/0',
];

/** What the store holds and searches; the rest of the schema is made up. */
const HELD = ['products', 'productVariants', 'collections', 'customers', 'orders'];

function literal(type: GraphQLInputType, dice: Dice, depth: number): string {
  if (isNonNullType(type)) return literal(type.ofType, dice, depth);
  if (dice.chance(0.04))
    return dice.pick(['null', '{}', '[]', '"x"', '1', '1.5', 'X', 'true', '$v', '99999999999']) ?? '';
  if (isListType(type)) return `[${dice.chance(0.5) ? literal(type.ofType, dice, depth + 1) : ''}]`;
  if (isEnumType(type)) return dice.pick(type.getValues())?.name ?? 'X';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (f) => isNonNullType(f.type) || (depth < 3 && dice.chance(0.2)),
    );
    return `{${fields.map((f) => `${f.name}: ${literal(f.type, dice, depth + 1)}`).join(', ')}}`;
  }
  return scalar(getNamedType(type), dice);
}

function scalar(type: GraphQLNamedType, dice: Dice): string {
  if (type.name === 'Int') return String(dice.pick(dice.sound ? [1, 2, 3] : [0, 1, 2, 5, 250, 251, -1, 2147483648]));
  if (type.name === 'Float') return String(dice.pick([0, 1.5, -3, 1e300]));
  if (type.name === 'Boolean') return String(dice.chance(0.5));
  if (type.name === 'ID' && dice.chance(0.8)) return JSON.stringify(`gid://shopify/${dice.pick(IDS) ?? ''}`);
  return JSON.stringify(dice.text().toWellFormed());
}

function argumentsOf(args: readonly GraphQLArgument[], dice: Dice): string {
  const isPage = args.some((a) => a.name === 'first');
  const given = args.filter((a) => {
    if (isPage && a.name === 'first') return dice.sound || dice.chance(0.95);
    if (['last', 'before', 'after'].includes(a.name)) return !dice.sound && dice.chance(0.03);
    if (a.name === 'query') return dice.chance(0.6);
    return isNonNullType(a.type) && a.defaultValue === undefined ? dice.sound || dice.chance(0.97) : dice.chance(0.15);
  });
  return given.length === 0 ? '' : `(${given.map((a) => `${a.name}: ${literal(a.type, dice, 0)}`).join(', ')})`;
}

function selection(schema: GraphQLSchema, type: GraphQLNamedType, dice: Dice, depth: number): string {
  const parts = dice.chance(0.2) ? ['__typename'] : [];
  if (depth < 5) parts.push(...fragment(schema, type, dice, depth));
  const fields = 'getFields' in type && !isInputObjectType(type) ? Object.values(type.getFields()) : [];
  const leaves = fields.filter((f) => !isCompositeType(getNamedType(f.type)));
  const held = depth === 0 && dice.chance(0.5) ? fields.filter(({ name }) => HELD.includes(name)) : fields;
  for (let n = 0; n < 2; n += 1) {
    const chosen = dice.pick(depth > 3 ? leaves : held);
    if (chosen) parts.push(written(schema, chosen, dice, [depth, n]));
  }
  return `{ ${parts.length === 0 ? '__typename' : parts.join(' ')} }`;
}

function fragment(schema: GraphQLSchema, type: GraphQLNamedType, dice: Dice, depth: number): readonly string[] {
  const on = isUnionType(type) ? dice.pick(type.getTypes()) : dice.chance(0.05) ? type : undefined;
  return on ? [`... on ${on.name} ${selection(schema, on, dice, depth + 1)}`] : [];
}

function written(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  dice: Dice,
  at: readonly [number, number],
): string {
  const [depth, n] = at;
  const named = getNamedType(field.type);
  const inner = isCompositeType(named) ? ` ${selection(schema, named, dice, depth + 1)}` : '';
  const name = !dice.sound && dice.chance(0.03) ? `${field.name}X` : field.name;
  const directive = dice.chance(0.03) ? ` @${dice.pick(['skip', 'include']) ?? ''}(if: ${dice.chance(0.5)})` : '';
  const alias = dice.sound || dice.chance(0.7) ? `a${n}${depth}: ` : '';
  return `${alias}${name}${argumentsOf(field.args, dice)}${directive}${inner}`;
}

/** Even numbers of [0, 1), the same for the same seed; those of fast-check lean to the ends of their range. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A document of the schema: mostly sound, now and then with one mistake or more. */
const documentOf = (schema: GraphQLSchema): fc.Arbitrary<string> =>
  fc.noBias(fc.integer()).map((seed) => {
    const next = random(seed);
    const pick: Dice['pick'] = (from) => from[Math.floor(next() * from.length)];
    const text = () => `${pick(PIECES) ?? ''}${pick(PIECES) ?? ''}`;
    const dice: Dice = { sound: next() < 0.7, pick, chance: (share) => next() < share, text };
    const root = schema.getQueryType();
    const head = !dice.sound && dice.chance(0.1) ? 'query Q($v: String) ' : '';
    return `${head}${root ? selection(schema, root, dice, 0) : '{}'}`;
  });

/** Whether anything comes back that no JSON of Shopify's says. */
const ODD = /\bundefined\b|\[object |\bNaN\b/;

/** A document without the escapes of its texts, which run into the words after them. */
const plain = (query: string) => query.replace(/\\(?:u[0-9a-f]{4}|.)/gi, ' ');

interface StoreError {
  readonly message?: unknown;
  readonly extensions?: { readonly code?: unknown };
}

function answered(store: Store, query: string, variables: unknown, { count }: Tally): void {
  const answer = store.handle({
    method: 'POST',
    url: `/admin/api/${VERSION}/graphql.json`,
    headers: { 'x-shopify-access-token': store.token, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  must(answer.status === 200 || answer.status === 400, () => `HTTP ${answer.status}`);
  const body = JSON.parse(answer.body) as { data?: unknown; errors?: unknown };
  must(body.data !== undefined || body.errors !== undefined, () => `neither data nor errors: ${answer.body}`);
  if (body.errors === undefined) return count('answered');
  count('refused');
  for (const error of Array.isArray(body.errors) ? (body.errors as StoreError[]) : []) {
    const { message, extensions } = error;
    // What stops a query that runs has a code of Shopify's; an exception has none.
    must(body.data === undefined || typeof extensions?.code === 'string', () => `an exception: ${String(message)}`);
    must(typeof message === 'string' && message !== '', () => 'an error without a message');
    must(!ODD.test(String(message)) || ODD.test(plain(query)) || ODD.test(JSON.stringify(variables ?? '')), () =>
      String(message),
    );
  }
}

/** Documents of the schema, texts that are none, and variables of any kind. */
export const storeQueries: Fuzzer = {
  name: 'store',
  walk: async (how) => {
    const schema = servedSchema(VERSION);
    const store = createStore({ now: () => NOW, bucketSize: 1e12, scopes: allScopes(schema) });
    const counted = tally();
    const query = fc.oneof(
      { weight: 12, arbitrary: documentOf(schema) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(documentOf(schema), hostileText, fc.nat(200))
          .map(([d, t, at]) => d.slice(0, at) + t + d.slice(at)),
      },
      { weight: 1, arbitrary: hostileText },
    );
    const variables = fc.oneof({ weight: 5, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: fc.jsonValue() });
    const done = await walkThrough(
      fc.tuple(query, variables),
      ([text, values]) => {
        const before = process.cpuUsage();
        answered(store, text, values, counted);
        const { user, system } = process.cpuUsage(before);
        must((user + system) / 1000 < 2000, () => 'it took more than two seconds');
      },
      how,
    );
    return { cases: done, counts: counted.counts };
  },
};

function allScopes(schema: GraphQLSchema): readonly string[] {
  const texts = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) ? [type, ...Object.values(type.getFields())].map((x) => JSON.stringify(x.extensions)) : [],
  );
  return [...new Set(texts.flatMap((text) => text.match(/(?:read|write)_[a-z_]+/g) ?? []))];
}
