import { isRecord } from '../kore/record';
import { asText } from './inferred';
import { ownValue } from '../kore/own-value';

export type TableRow = Readonly<Record<string, unknown>>;

/** What a data-table node asks for, with its placeholders filled. */
export interface TableRequest {
  readonly table: string;
  readonly method: string;
  readonly operator: 'and' | 'or';
  readonly expressions: readonly {
    readonly field: string;
    readonly operand: string;
    readonly type: string;
    readonly value: string;
  }[];
  readonly data: Readonly<Record<string, string>>;
  readonly skip: number;
  readonly limit: number;
}

export interface TableAnswer {
  readonly statusCode: number;
  readonly body: unknown;
}

/** Data tables that live as long as this object. */
export interface DataTables {
  readonly run: (request: TableRequest, now: number) => TableAnswer;
}

/** Tables by name with their rows at the start, as a seed file has them. Throws a `TypeError` for anything else. */
export function readTables(value: unknown): Readonly<Record<string, readonly TableRow[]>> {
  if (!isRecord(value)) throw new TypeError('tables are an object: {"name of a table": [rows]}');
  for (const [name, rows] of Object.entries(value))
    if (!Array.isArray(rows) || !rows.every(isRecord)) throw new TypeError(`the table "${name}" is no list of objects`);
  return value as Readonly<Record<string, readonly TableRow[]>>;
}

/**
 * Tables in memory. `query`, `insert`, `update` and `delete` are observed in exports, `body.queryResult` is documented; what
 * else an answer holds, and the names of system columns, are inferred.
 */
export function createTables(seed: Readonly<Record<string, readonly TableRow[]>> = {}): DataTables {
  const tables = new Map(Object.entries(seed).map(([name, rows]) => [name, [...rows]]));
  let made = 0;
  return {
    run: (request, now) => {
      const rows = tables.get(request.table) ?? [];
      tables.set(request.table, rows);
      const chosen = rows.filter((row) => fits(row, request));
      switch (request.method) {
        case 'query':
          return found(chosen, request);
        case 'insert': {
          made += 1;
          const row = { ...request.data, Sys_Id: `row-${made}`, Created_On: new Date(now).toISOString() };
          rows.push(row);
          return { statusCode: 200, body: row };
        }
        case 'update':
          tables.set(
            request.table,
            rows.map((row) => (chosen.includes(row) ? { ...row, ...request.data } : row)),
          );
          return { statusCode: 200, body: { nModified: chosen.length } };
        case 'delete':
          tables.set(
            request.table,
            rows.filter((row) => !chosen.includes(row)),
          );
          return { statusCode: 200, body: { nDeleted: chosen.length } };
        default:
          return { statusCode: 400, body: { errors: [{ msg: `unknown method ${request.method}` }] } };
      }
    },
  };
}

function found(rows: readonly TableRow[], { skip, limit }: TableRequest): TableAnswer {
  const queryResult = rows.slice(skip, skip + limit);
  const hasMore = rows.length > skip + limit;
  return { statusCode: 200, body: { hasMore, total: rows.length, queryResult } };
}

/** Without an expression every row fits. */
function fits(row: TableRow, { operator, expressions }: TableRequest): boolean {
  if (expressions.length === 0) return true;
  const holds = (one: TableRequest['expressions'][number]) => {
    const test = ownValue(OPERANDS, one.operand.trim().toLowerCase());
    const value = ownValue(row, one.field);
    if (test === undefined || value === undefined || value === null) return false;
    return one.type === 'number' ? test(Number(value), Number(one.value)) : test(asText(value), one.value);
  };
  return operator === 'or' ? expressions.some(holds) : expressions.every(holds);
}

type Test = (left: string | number, right: string | number) => boolean;

const equal: Test = (a, b) => a === b;
const contains: Test = (a, b) => String(a).includes(String(b));

/** Names of one operand as builders, documents and exports may write it (inferred). */
const OPERANDS: Readonly<Record<string, Test>> = {
  '=': equal,
  '==': equal,
  eq: equal,
  equals: equal,
  'equals to': equal,
  '!=': (a, b) => a !== b,
  neq: (a, b) => a !== b,
  'not equals': (a, b) => a !== b,
  '>': (a, b) => a > b,
  gt: (a, b) => a > b,
  '>=': (a, b) => a >= b,
  gte: (a, b) => a >= b,
  '<': (a, b) => a < b,
  lt: (a, b) => a < b,
  '<=': (a, b) => a <= b,
  lte: (a, b) => a <= b,
  contains,
  cnt: contains,
  like: contains,
};
