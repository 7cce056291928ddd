import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { sortKeyOf, type SortValue } from './sort';

/** Arguments of a connection, as the schema names them. */
export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
  readonly sortKey?: string | null;
  readonly reverse?: boolean | null;
}

/** More than this per page is cut to it. */
export const MAX_PAGE = 250;

const badRequest = (message: string, info: GraphQLResolveInfo): GraphQLError =>
  new GraphQLError(message, { nodes: info.fieldNodes, extensions: { code: 'BAD_REQUEST' } });

/** One page of `list`: `edges`, `nodes` and `pageInfo`. Throws BAD_REQUEST for a wrong pair of `first`/`last` or a bad cursor. */
export function paginate(list: readonly unknown[], args: PageArguments, info: GraphQLResolveInfo): object {
  const key = sortKeyOf(args.sortKey ?? '');
  const items = sorted(list, key, args.reverse === true);
  const [start, end] = rangeOf(items, args, info);
  const nodes = items.slice(start, end);
  const cursor = (k: number) => (): string | null => (k < start || k >= end ? null : cursorOf(items[k], k, key));
  return {
    edges: () => nodes.map((node, k) => ({ node, cursor: cursor(start + k) })),
    nodes,
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: cursor(start),
      endCursor: cursor(end - 1),
    },
  };
}

/** First and behind-last position of the page. */
function rangeOf(items: readonly unknown[], args: PageArguments, info: GraphQLResolveInfo): readonly [number, number] {
  const first = args.first ?? null;
  const last = args.last ?? null;
  const from = args.after ? positionOf(args.after, items, info) + 1 : 0;
  const to = args.before ? positionOf(args.before, items, info) : items.length;
  if (first === null && last === null) throw badRequest('you must provide one of first or last', info);
  if (last === null) return [from, Math.max(from, Math.min(to, from + pageSize(first ?? 0)))];
  if (first !== null) throw badRequest('providing both first and last is not supported', info);
  return [Math.max(from, to - pageSize(last)), to];
}

const pageSize = (n: number): number => Math.min(MAX_PAGE, Math.max(0, n));

function sorted(list: readonly unknown[], key: SortValue | null, reverse: boolean): readonly unknown[] {
  if (!key && !reverse) return list;
  const items = [...list];
  if (key) items.sort((a, b) => compare(key(a), key(b)));
  return reverse ? items.reverse() : items;
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : Number(a > b));

/** The last part of an item's global id; its place in the list when it has none. */
function idOf(item: unknown, position: number): string {
  const id = typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : '';
  return id.split('/').at(-1) || String(position);
}

function cursorOf(item: unknown, position: number, key: SortValue | null): string {
  const id = idOf(item, position);
  const cursor = { last_id: Number(id) || position, last_value: String(key ? key(item) : id) };
  return Buffer.from(JSON.stringify(cursor)).toString('base64');
}

function positionOf(cursor: string, items: readonly unknown[], info: GraphQLResolveInfo): number {
  const id = lastId(cursor);
  const at = items.findIndex((item, k) => (Number(idOf(item, k)) || k) === id);
  if (at < 0) throw badRequest(`Invalid cursor for current pagination sort.`, info);
  return at;
}

/** The id that a cursor names; no number when it is none of this store's. */
function lastId(cursor: string): number {
  try {
    const { last_id } = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8')) as { readonly last_id?: unknown };
    return Number(last_id);
  } catch {
    return NaN;
  }
}
