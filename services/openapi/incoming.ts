import { findOperation, wholePath } from '../../apis/openapi/find-operation';
import { METHODS, type Operation } from '../../apis/openapi/operations';

/** A request as it came. */
export interface Incoming {
  /** In small letters. */
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** A request that is one of the document's. */
export interface MatchedRequest {
  readonly operation: Operation;
  /** Path parameters by name, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** What a request is refused for before anything is looked up. */
export interface Refused {
  readonly status: number;
  readonly message: string;
}

/** The operation that a request asks for. */
export function matchRequest(operations: readonly Operation[], { method, url }: Incoming): MatchedRequest | Refused {
  const asked = new URL(url, 'http://stand-in');
  const path = asked.pathname;
  const known = METHODS.find((one) => one === method);
  if (known === undefined) return { status: 405, message: `${method.toUpperCase()} is not allowed` };
  const found = findOperation(operations, known, path);
  if ('operation' in found)
    return {
      operation: found.operation,
      path: pathValues(wholePath(found.operation), path),
      query: asked.searchParams,
    };
  if ('methods' in found)
    return {
      status: 405,
      message: `${path} takes ${found.methods.join(', ').toUpperCase()}, not ${method.toUpperCase()}`,
    };
  return {
    status: 404,
    message: `Nothing is at ${path}${found.nearest === undefined ? '' : `; ${found.nearest} is near`}`,
  };
}

/** The values of `{parameters}`. A step that is not percent-encoded rightly is taken as it is. */
function pathValues(template: string, path: string): Readonly<Record<string, string>> {
  const names: string[] = [];
  const pattern = template
    .split(/(\{[^{}]*\})/)
    .map((part) => {
      if (!part.startsWith('{')) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      names.push(part.slice(1, -1));
      return '([^/]+?)';
    })
    .join('');
  const values = new RegExp(`^${pattern}$`).exec(path)?.slice(1) ?? [];
  return Object.fromEntries(names.map((name, i) => [name, decode(values[i] ?? '')]));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
