import { isRecord } from '../kore/record';
import type { ServiceCall } from './turn';

/** One service call in one line: where to, what was asked, what came back. */
export function callLine(call: ServiceCall): string {
  const { operation, variables } = requestOf(call);
  const asked = variables === undefined ? '' : ` ${cut(JSON.stringify(variables))}`;
  return `${call.method.toUpperCase()} ${call.url} ${operation}${asked} → ${call.status ?? call.error ?? 'no answer'}, ${Math.round(call.ms)} ms`;
}

/** A call's GraphQL operation and variables; of other calls the method, and the members of the body. */
export function requestOf(call: ServiceCall): { readonly operation: string; readonly variables: unknown } {
  const body = parsed(call.requestBody);
  const query = isRecord(body) && isQuery(body['query']) ? body['query'] : undefined;
  if (query === undefined) return { operation: call.method.toUpperCase(), variables: body ?? formOf(call.requestBody) };
  const operation = /^\s*(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? '';
  return { operation, variables: isRecord(body) ? body['variables'] : undefined };
}

/** Whether a member called query holds a GraphQL document, and not the words of some other search. */
export const isQuery = (value: unknown): value is string =>
  typeof value === 'string' && /^\s*(?:(?:query|mutation|subscription|fragment)\b|[{#])/.test(value);

const formOf = (text = ''): unknown => Object.fromEntries(new URLSearchParams(text));

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

const cut = (text: string) => (text.length > 300 ? `${text.slice(0, 300)}… (${text.length} characters)` : text);
