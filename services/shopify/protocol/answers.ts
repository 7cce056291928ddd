import { randomUUID } from 'node:crypto';

/** A request as the store reads it, with or without HTTP around it. Header names are lower case. */
export interface StoreRequest {
  readonly method: string;
  /** Path and query, such as `/admin/api/2026-10/graphql.json`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** An answer. `delayMs` and `cut` are for whoever carries it: wait before sending, or destroy the connection instead. */
export interface StoreAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly delayMs?: number;
  /** The connection stays open and nothing is ever said. */
  readonly silent?: boolean;
  readonly cut?: true;
}

/** A JSON answer with a request id, as all of the service's own answers have. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): StoreAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'x-request-id': randomUUID(), ...headers },
    body: JSON.stringify(body),
  };
}

/** A page instead of JSON, as gateways send it. */
export const html = (status: number, title: string): StoreAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
});

export const notFound = (): StoreAnswer => json(404, { errors: 'Not Found' });
