import { isRecord } from '../../kore/record';
import type { ServiceCall } from '../turn';
import type { CallView } from './protocol';

/** Reads a GraphQL call's operation, variables and cost out of its record. Other calls are named by method and path. */
export function callView(call: ServiceCall): CallView {
  const body = parse(call.requestBody);
  const query = typeof body?.['query'] === 'string' ? body['query'] : undefined;
  const cost = costOf(call.response);
  return {
    ...call,
    operation: (query === undefined ? undefined : operationName(body, query)) ?? `${call.method} ${pathOf(call.url)}`,
    ...(body?.['variables'] !== undefined && { variables: body['variables'] }),
    ...(query !== undefined && { query }),
    ...(cost !== undefined && { cost }),
  };
}

function operationName(body: Readonly<Record<string, unknown>> | undefined, query: string): string | undefined {
  if (typeof body?.['operationName'] === 'string') return body['operationName'];
  return /\b(?:query|mutation)\s+(\w+)/.exec(query)?.[1];
}

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url);

/** Shopify states the cost of a query in `extensions.cost`. */
function costOf(response: unknown): CallView['cost'] {
  const extensions = isRecord(response) ? response['extensions'] : undefined;
  const cost = isRecord(extensions) ? extensions['cost'] : undefined;
  if (!isRecord(cost)) return undefined;
  const status = cost['throttleStatus'];
  return {
    ...number('requested', cost['requestedQueryCost']),
    ...number('actual', cost['actualQueryCost']),
    ...(isRecord(status) && number('available', status['currentlyAvailable'])),
  };
}

const number = (name: string, value: unknown) => (typeof value === 'number' ? { [name]: value } : {});

function parse(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
