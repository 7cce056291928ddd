import { DeployError, scrub } from './errors';
import type { DeployStep } from './errors';
import { explain } from './explain';
import { harmlessLine } from './harmless';
import type { Clock, Limiter } from './limiter';
import { readResponseBody, redirects } from './read-body';
import { saidIn } from './said';

/** One call of the platform's API. */
export interface Call {
  readonly step: DeployStep;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** What the platform counts this call against: a bot, or a request whose status is asked. */
  readonly limit: string;
  readonly token: () => Promise<string>;
  readonly body?: () => FormData | string;
  readonly headers?: Readonly<Record<string, string>>;
  /** False when sending it twice does harm: then it is tried again only if it certainly never arrived. */
  readonly repeatable: boolean;
}

export interface HttpOptions {
  readonly host: string;
  readonly retryMs: number;
  readonly secrets: readonly string[];
  readonly clock: Clock;
  readonly limiter: Limiter;
  readonly random?: () => number;
}

const ATTEMPTS = 6;
const LONGEST_WAIT_MS = 60_000;
const CALL_LIMIT_MS = 120_000;
/** Real answers are kilobytes; fifty bots with their apps are the largest. */
export const MAX_ANSWER_BYTES = 8 * 1024 * 1024;
/** Nothing reached the server, where this befell the attempt to connect. */
const UNSENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * Makes a call and returns its JSON. Lost connections, 5xx and the rate limit are waited out with doubling, jittered
 * pauses; a `DeployError` says what remains. An outcome that cannot be known is `unknown-outcome`.
 */
export async function send(call: Call, options: HttpOptions): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    await options.limiter.take(call.limit);
    const outcome = await attemptCall(call, options);
    if ('value' in outcome) return outcome.value;
    if (!outcome.again || attempt === ATTEMPTS) throw outcome.error;
    const slow = outcome.error.failure.code === 'rate-limit' ? 10 : 1;
    await options.clock.sleep(pause(attempt, outcome.after, { ...options, retryMs: options.retryMs * slow }));
  }
}

type Outcome =
  { readonly value: unknown } | { readonly error: DeployError; readonly again: boolean; readonly after?: number };

async function attemptCall(call: Call, options: HttpOptions): Promise<Outcome> {
  let response: Response;
  let body: Buffer | undefined;
  try {
    response = await fetch(`${options.host}${call.path}`, await request(call));
    body = redirects(response) ? Buffer.alloc(0) : await readResponseBody(response, MAX_ANSWER_BYTES);
  } catch (error) {
    return networkOutcome(call, error, options);
  }
  if (redirects(response)) return unusable(call, 'the host sends elsewhere, which is not followed');
  if (body === undefined) return unusable(call, `the answer is longer than ${MAX_ANSWER_BYTES / 1024 / 1024} MB`);
  return understand(call, response, body.toString('utf8'), options);
}

/** An answer that cannot be read: whether a call that must not be repeated was carried out stays open. */
const unusable = (call: Call, why: string): Outcome => ({
  error: failure(call.step, call.repeatable ? 'bad-answer' : 'unknown-outcome', why),
  again: false,
});

function understand(call: Call, response: Response, text: string, options: HttpOptions): Outcome {
  if (response.ok) {
    const value = jsonIn(text);
    if (value !== undefined) return { value: value ?? {} };
    return unusable(call, harmlessLine(scrub(text, options.secrets)).slice(0, 200));
  }
  const { words, code } = saidIn(text);
  // Masked before it is cut: half a secret would not be recognised.
  const said = harmlessLine(scrub(words, options.secrets)).slice(0, 500);
  const error = explain(call.step, said, response.status, code);
  const limited = error.failure.code === 'rate-limit';
  // Whoever lost patience on the way does not know either.
  const server = response.status >= 500 || response.status === 408;
  if (server && !call.repeatable)
    return { error: failure(call.step, 'unknown-outcome', error.failure.platformSaid), again: false };
  const after = Number(response.headers.get('retry-after') ?? NaN);
  return {
    error: withClock(error, response, options.clock),
    again: limited || server,
    ...(Number.isFinite(after) ? { after: after * 1000 } : {}),
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function request(call: Call): Promise<RequestInit> {
  const body = call.body?.();
  const type = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
  return {
    method: call.method,
    headers: { auth: await call.token(), accept: 'application/json', ...type, ...call.headers },
    signal: AbortSignal.timeout(CALL_LIMIT_MS),
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  };
}

function networkOutcome(call: Call, error: unknown, options: HttpOptions): Outcome {
  const { cause } = error as { readonly cause?: NodeJS.ErrnoException };
  const connects = cause?.syscall === undefined || /^(?:connect|getaddrinfo)$/.test(cause.syscall);
  const unsent = connects && UNSENT.has(cause?.code ?? '');
  const said = scrub(cause?.message ?? (error instanceof Error ? error.message : String(error)), options.secrets);
  if (!unsent && !call.repeatable) return { error: failure(call.step, 'unknown-outcome', said), again: false };
  return { error: failure(call.step, 'network', said), again: true };
}

const WORDS = {
  network: [
    'the host cannot be reached, or the connection broke',
    'check the network and the host, then run the same command again: it goes on where it stopped',
  ],
  'unknown-outcome': [
    'the connection broke before the platform answered, so it may or may not have done it',
    'run the same command again: it looks before it repeats anything',
  ],
  'bad-answer': ['the host answered with something that is not JSON; is it an XO Platform?', 'check the host'],
} as const;

function failure(step: DeployStep, code: keyof typeof WORDS, said?: string): DeployError {
  const [likelyCause, whatToDo] = WORDS[code];
  return new DeployError({ step, code, likelyCause, whatToDo, ...(said === undefined ? {} : { platformSaid: said }) });
}

/** A refused token and a server clock far from ours: the clock is the cause. */
function withClock(error: DeployError, response: Response, clock: Clock): DeployError {
  const date = Date.parse(response.headers.get('date') ?? '');
  const apart = Math.round(Math.abs(clock.now() - date) / 1000);
  if (error.failure.code !== 'unauthorized' || !(apart > 60)) return error;
  const likelyCause = `the clock of this machine is ${apart} seconds away from the platform’s, so signed tokens are not accepted`;
  return new DeployError({
    ...error.failure,
    code: 'clock',
    likelyCause,
    whatToDo: 'set the clock (NTP) and run the same command again',
  });
}

function pause(attempt: number, after: number | undefined, options: HttpOptions): number {
  const random = options.random ?? Math.random;
  const doubled = Math.min(options.retryMs * 2 ** (attempt - 1), LONGEST_WAIT_MS);
  return Math.min(Math.max(after ?? 0, doubled * (0.5 + random() / 2)), 3_600_000);
}
