import {
  type GraphQLCompositeType,
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isEnumType,
  type SelectionSetNode,
} from 'graphql';
import type { FieldReader, SelectedField } from '../../apis/graphql/selected-fields';
import { setsBelow } from '../../apis/graphql/selected-fields';
import type { LeafField } from './draft';
import { isList } from './variable-uses';
import { capital, nameOf } from './words';

/** A list inside an answer: where it is, and what is selected of each entry. */
export interface FoundList {
  readonly key: string;
  readonly each: string;
  readonly fields: readonly LeafField[];
}

/** What is selected of an answer: values, and lists of values. */
export interface FoundFields {
  readonly values: readonly LeafField[];
  readonly lists: readonly FoundList[];
}

/** Below this a path is too long to be a value of its own. */
const DEEPEST = 4;

/** Selected objects that one filter shows as a whole. */
const WHOLE: Readonly<Record<string, string>> = {
  MoneyV2: 'money',
  MoneyBag: 'money',
  ProductPriceRangeV2: 'moneyRange',
};

/** Reads what a query selects of a type: leaves become values, connections and lists become lists. */
export function fieldsOf(
  read: FieldReader,
  sets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
): FoundFields {
  const values: LeafField[] = [];
  const lists: FoundList[] = [];
  const taken = new Set<string>();
  const unique = (path: readonly string[]): string => {
    const short = nameOf(path.at(-1) ?? 'value');
    const name = taken.has(short) ? nameOf(path.map((step, i) => (i === 0 ? step : capital(step))).join('')) : short;
    taken.add(name);
    return name;
  };
  const visit = (
    into: readonly SelectionSetNode[],
    parent: GraphQLCompositeType,
    path: readonly string[],
    depth: number,
  ) => {
    for (const [key, field] of read(into, parent).always) {
      if (key === '__typename' || key === 'pageInfo' || key === 'cursor') continue;
      const here = [...path, key];
      const named = getNamedType(field.type);
      const list = depth < 2 ? listAt(read, field, here) : undefined;
      if (list) lists.push({ ...list, key: unique(here) });
      else if (isCompositeType(named) && !Object.hasOwn(WHOLE, named.name)) {
        if (!isList(field.type) && depth < DEEPEST) visit(setsBelow(field), named, here, depth + 1);
      } else values.push(leaf(unique(here), here.join('.'), field.type));
    }
  };
  visit(sets, type, [], 0);
  return { values, lists };
}

function listAt(read: FieldReader, field: SelectedField, path: readonly string[]): Omit<FoundList, 'key'> | undefined {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return undefined;
  const entries = type.name.endsWith('Connection') ? connectionEntries(read, field, type) : plainList(field, type);
  if (!entries) return undefined;
  const inside = fieldsOf(read, entries.sets, entries.type);
  return {
    each: [...path, ...entries.steps].join('.'),
    fields: inside.values.map((v) => ({ ...v, value: [...entries.inner, v.value].join('.') })),
  };
}

interface Entries {
  readonly sets: readonly SelectionSetNode[];
  readonly type: GraphQLCompositeType;
  readonly steps: readonly string[];
  /** Steps from an entry to the thing: `node` in a list of edges. */
  readonly inner: readonly string[];
}

const plainList = (field: SelectedField, type: GraphQLCompositeType): Entries | undefined =>
  isList(field.type) ? { sets: setsBelow(field), type, steps: [], inner: [] } : undefined;

/** The entries of a connection, selected as `nodes` or as `edges { node }`. */
export function connectionEntries(
  read: FieldReader,
  field: SelectedField,
  type: GraphQLCompositeType,
): Entries | undefined {
  const selected = read(setsBelow(field), type).always;
  const nodes = [...selected].find(([, f]) => f.nodes[0].name.value === 'nodes');
  if (nodes) return entriesOf(nodes[1], [nodes[0]], []);
  const edges = [...selected].find(([, f]) => f.nodes[0].name.value === 'edges');
  const edge = edges && getNamedType(edges[1].type);
  if (!edges || !edge || !isCompositeType(edge)) return undefined;
  const node = [...read(setsBelow(edges[1]), edge).always].find(([, f]) => f.nodes[0].name.value === 'node');
  return node && entriesOf(node[1], [edges[0]], [node[0]]);
}

function entriesOf(field: SelectedField, steps: readonly string[], inner: readonly string[]): Entries | undefined {
  const type = getNamedType(field.type);
  return isCompositeType(type) ? { sets: setsBelow(field), type, steps, inner } : undefined;
}

function leaf(name: string, path: string, type: GraphQLOutputType): LeafField {
  const named = getNamedType(type);
  const value = (filter?: string) => (filter === undefined ? path : `${path} | ${filter}`);
  const text = (filter?: string, comment?: string): LeafField => ({
    name,
    value: value(filter),
    kind: 'text',
    ...(comment === undefined ? {} : { comment }),
  });
  if (Object.hasOwn(WHOLE, named.name)) return text(WHOLE[named.name]);
  if (isList(type)) return text('join(", ")');
  if (named.name === 'ID') return text('idNumber');
  if (/^(Date|DateTime)$/.test(named.name)) return text('date');
  if (named.name === 'URL')
    return /image|picture|photo|thumbnail/i.test(path)
      ? { name, value: path, kind: 'image' }
      : { name, value: value('url'), kind: 'link' };
  if (isEnumType(named) || named.name === 'Boolean')
    return text(undefined, `for nicer words: list them under words: in bot.yaml and add | words("…")`);
  return /description|body|note/i.test(path) && named.name === 'String' ? text('truncate(200)') : text();
}
