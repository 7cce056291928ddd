import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createStore, type Store, type StoreOptions } from '../../../services/shopify/store';

/** The moment all stores of these tests start at. */
export const NOW = Date.parse('2026-11-23T08:00:00Z');

/** A store at a fixed moment. */
export const storeAt = (options: StoreOptions = {}): Store => createStore({ now: () => NOW, ...options });

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

/** The parts of an answer that tests look at; `data` is free-form. */
export interface Body {
  readonly data?: Json;
  readonly errors?: Json;
  readonly extensions?: Json;
}

/** JSON that may be walked without narrowing at each step. */
export interface Json {
  readonly [key: string]: Json;
}

interface How {
  readonly token?: string;
  readonly version?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a query and reads the JSON answer. */
export function ask(store: Store, query: string, variables: object = {}, how: How = {}): Reply {
  const version = how.version === undefined ? '2026-10' : how.version;
  const answer = store.handle({
    method: 'POST',
    url: version === null ? '/admin/api/graphql.json' : `/admin/api/${version}/graphql.json`,
    headers: { 'x-shopify-access-token': how.token ?? store.token, 'content-type': 'application/json', ...how.headers },
    body: JSON.stringify({ query, variables }),
  });
  return { status: answer.status, headers: answer.headers, body: JSON.parse(answer.body) as Body };
}

/** The text of an operation beside this file. */
export const operation = (name: string): string =>
  readFileSync(join(__dirname, '..', '..', 'fixtures', 'operations', `${name}.graphql`), 'utf8');
