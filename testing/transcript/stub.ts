import { isRecord } from '../../preview/session';
import type { HttpRequest, HttpResult, Transport } from '../../preview/transport';
import { matchLines } from './match';
import { isPart } from './part';
import { TranscriptError } from './transcript';

/** One prepared answer: to which requests it belongs, and what is answered. */
interface Stub {
  readonly method?: string;
  /** The whole address; `*` stands for anything. */
  readonly url: string;
  /** What the request's JSON body must contain. */
  readonly body?: unknown;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly answer: string;
}

/**
 * Reads prepared answers: a JSON list of `{ method?, url, body?, status?, headers?, json | text }`. The first that fits a
 * request answers it.
 */
export function readStubs(path: string, text: string): readonly Stub[] {
  const fail = (message: string): never => {
    throw new TranscriptError(path, 1, message);
  };
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    return fail(`not JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(read)) return fail('prepared answers are a list');
  return read.map((one: unknown, i) => {
    if (!isRecord(one) || typeof one['url'] !== 'string') return fail(`answer ${i + 1} has no url`);
    const { method, url, body, status, headers } = one;
    return {
      url,
      status: typeof status === 'number' ? status : 200,
      headers: isRecord(headers) ? Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, String(v)])) : {},
      answer: typeof one['text'] === 'string' ? one['text'] : JSON.stringify(one['json'] ?? null),
      ...(typeof method === 'string' && { method }),
      ...(body !== undefined && { body }),
    };
  });
}

/** A transport that sends nothing: it answers from the list, and refuses what no entry fits. */
export function stubTransport(stubs: readonly Stub[]): Transport {
  return {
    send: (request): Promise<HttpResult> => {
      const stub = stubs.find((s) => fits(s, request));
      if (stub === undefined)
        return Promise.resolve({
          ok: false,
          kind: 'refused',
          message: `no prepared answer fits ${request.method} ${request.url}`,
        });
      return Promise.resolve({ ok: true, status: stub.status, headers: stub.headers, body: stub.answer });
    },
  };
}

function fits({ method, url, body }: Stub, request: HttpRequest): boolean {
  if (method !== undefined && method.toLowerCase() !== request.method.toLowerCase()) return false;
  if (matchLines([url], [request.url]) !== undefined) return false;
  if (body === undefined) return true;
  try {
    return isPart(body, JSON.parse(request.body ?? ''));
  } catch {
    return false;
  }
}
