import type { IncomingRequest } from '../graphql/answer';
import type { ServiceRequest } from '../../service';

/** The GraphQL request in a body, or the `errors` of the 400 answer (their wording was not observed). */
export type ReadBody = IncomingRequest | { readonly errors: Readonly<Record<string, string>> };

const invalid = (parameter: string): ReadBody => ({ errors: { [parameter]: 'Required parameter missing or invalid' } });

/** Reads `application/json` (`{query, variables, operationName}`) and `application/graphql` (the bare query). */
export function readRequestBody(request: ServiceRequest): ReadBody {
  if (/^application\/graphql\b/.test(request.headers['content-type'] ?? '')) {
    return { query: request.body, variables: {}, operationName: null };
  }
  const body = objectFrom(request.body);
  const query = body?.['query'];
  if (!body || typeof query !== 'string' || query.trim() === '') return invalid('query');
  const variables = body['variables'] ?? {};
  if (!isObject(variables)) return invalid('variables');
  const name = body['operationName'];
  return { query, variables, operationName: typeof name === 'string' && name !== '' ? name : null };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function objectFrom(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
