import { isRecord } from '../../kore/record';
import { matchLines } from './match';
import { isPart } from './part';

/** A request as a stub looks at it. */
export interface AskedRequest {
  readonly method: string;
  readonly url: string;
  readonly body?: string;
}

/** One prepared answer: to which requests it belongs, and what is answered. */
export interface PreparedAnswer {
  readonly method?: string;
  /** The whole address; `*` stands for anything. */
  readonly url: string;
  /** What the request's JSON body must contain. */
  readonly requestBody?: unknown;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The request reaches the service, and no answer ever comes back. */
  readonly lost?: true;
  /** After so many times it answers no more, and the next answer that fits does. */
  readonly times?: number;
}

/** A file of prepared answers, and values for the bot's variables. */
export interface Stub {
  readonly env: Readonly<Record<string, string>>;
  readonly answers: readonly PreparedAnswer[];
}

/** A file of prepared answers that cannot be read. */
export class StubError extends Error {
  constructor(path: string, message: string) {
    super(`${path}: ${message}`);
    this.name = 'StubError';
  }
}

/**
 * Reads prepared answers: a JSON list of `{ method?, url, body?, status?, headers?, json | text, times? }` or `{ …, lost: true }`, or `{ env?, answers }`
 * with that list. Throws a `StubError`.
 */
export function readStub(path: string, text: string): Stub {
  const read = parse(path, text);
  const answers: unknown = isRecord(read) ? read['answers'] : read;
  if (!Array.isArray(answers)) throw new StubError(path, 'prepared answers are a list');
  const env = isRecord(read) && isRecord(read['env']) ? read['env'] : {};
  return {
    env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)])),
    answers: answers.map((one: unknown, i) => answerOf(path, one, i)),
  };
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new StubError(path, `not JSON: ${(error as Error).message}`);
  }
}

function answerOf(path: string, one: unknown, index: number): PreparedAnswer {
  if (!isRecord(one) || typeof one['url'] !== 'string') throw new StubError(path, `answer ${index + 1} has no url`);
  const { method, body, status, headers } = one;
  return {
    url: one['url'],
    status: typeof status === 'number' ? status : 200,
    headers: isRecord(headers) ? Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, String(v)])) : {},
    body: typeof one['text'] === 'string' ? one['text'] : JSON.stringify(one['json'] ?? null),
    ...(typeof method === 'string' && { method }),
    ...(body !== undefined && { requestBody: body }),
    ...(one['lost'] === true && { lost: true as const }),
    ...(typeof one['times'] === 'number' && { times: one['times'] }),
  };
}

/** Finds the first answer that fits a request, and keeps how often each was given. */
export function preparedAnswers({ answers }: Stub): (request: AskedRequest) => PreparedAnswer | undefined {
  const given = new Map<PreparedAnswer, number>();
  return (request) => {
    const found = answers.find(
      (answer) => (given.get(answer) ?? 0) < (answer.times ?? Infinity) && fits(answer, request),
    );
    if (found) given.set(found, (given.get(found) ?? 0) + 1);
    return found;
  };
}

function fits({ method, url, requestBody }: PreparedAnswer, request: AskedRequest): boolean {
  if (method !== undefined && method.toLowerCase() !== request.method.toLowerCase()) return false;
  if (matchLines([url], [request.url]) !== undefined) return false;
  if (requestBody === undefined) return true;
  try {
    return isPart(requestBody, JSON.parse(request.body ?? ''));
  } catch {
    return false;
  }
}
