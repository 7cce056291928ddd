import type { StoreData } from '../seed/build';
import { timestamp } from '../seed/seed-clock';
import type { SearchNode } from '../search/parse';
import type { SearchWarning } from '../search/run';

/** One entry of `extensions.search`. */
export interface SearchReport {
  readonly path: readonly (string | number)[];
  readonly query: string;
  readonly parsed: SearchNode;
  readonly warnings: readonly SearchWarning[];
}

/** What the resolvers of one request know. */
export interface RequestContext {
  readonly data: StoreData;
  readonly scopes: ReadonlySet<string>;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Orders placed before this time (as text) are out of reach; empty with `read_all_orders`. */
  readonly ordersSince: string;
  readonly versions: readonly string[];
  /** Whether every search is reported, not only one with warnings. */
  readonly debugSearch: boolean;
  readonly searches: SearchReport[];
}

const WINDOW = 60 * 86_400_000;

/** The start of the 60-day window of `read_orders`, as the seed prints times. */
export const ordersSince = (now: number, scopes: ReadonlySet<string>): string =>
  scopes.has('read_all_orders') ? '' : timestamp(now - WINDOW);

/** Hides an order that is out of the token's reach; passes everything else. */
export function isVisible(value: unknown, context: RequestContext): boolean {
  if (context.ordersSince === '' || typeof value !== 'object' || value === null) return true;
  if (!('__typename' in value) || value.__typename !== 'Order' || !('createdAt' in value)) return true;
  return String(value.createdAt) >= context.ordersSince;
}
