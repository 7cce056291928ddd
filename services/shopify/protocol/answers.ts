import { randomUUID } from 'node:crypto';
import type { ServiceAnswer } from '../../service';

/** A JSON answer with a request id, as all of the service's own answers have. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): ServiceAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'x-request-id': randomUUID(), ...headers },
    body: JSON.stringify(body),
  };
}

/** A page instead of JSON, as gateways send it. */
export const html = (status: number, title: string): ServiceAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
});

export const notFound = (): ServiceAnswer => json(404, { errors: 'Not Found' });
