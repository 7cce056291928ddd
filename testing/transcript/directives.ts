import { isDeepStrictEqual } from 'node:util';
import type { FaultOptions, ServiceFaults } from '../../services/service';
import type { Turn } from '../../preview/turn';
import { requestOf } from '../../preview/calls';
import { matchLines } from '../../services/stub/match';
import { isPart } from '../../services/stub/part';
import type { Harness } from './harness';
import type { Directive } from '../../generator/transcript/transcript';

const HOUR = 3_600_000;
const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: HOUR, d: 24 * HOUR };

/** Carries out what stands before a turn. Gives back what is wrong with it, if anything is. */
export async function applyDirective(harness: Harness, { name, value }: Directive): Promise<string | undefined> {
  if (name === 'clock') return moveClock(value, harness.clock.advance);
  const { store } = harness;
  if (store === undefined) return '@store needs a service on this machine, and there is none or @stub has replaced it';
  const [what = '', ...rest] = value.split(/\s+/);
  if (what === 'clock') return moveClock(rest.join(' '), store.advance);
  if (what === 'fault') return setFault(harness, store.faults, rest);
  return '@store is written @store fault KIND or @store clock +1h';
}

async function setFault(
  harness: Harness,
  faults: ServiceFaults,
  [first = '', ...rest]: readonly string[],
): Promise<string | undefined> {
  const [name = '', value] = first.split('=', 2);
  const options = faultOptions(rest, faults.endpoints);
  if (typeof options === 'string') return options;
  // What is slow on purpose, or never answers, is not waited for.
  if (name === 'slow' || name === 'timeout') harness.patience.short = true;
  try {
    await faults.next(name, { ...options, ...(value !== undefined && { value }) });
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

async function moveClock(by: string, advance: (ms: number) => Promise<void> | void): Promise<string | undefined> {
  const [, count, unit = ''] = /^\+(\d+)([smhd])$/.exec(by) ?? [];
  if (count === undefined) return 'a clock is moved by +30s, +5m, +1h or +2d';
  await advance(Number(count) * (UNITS[unit] ?? 0));
  return undefined;
}

/** `times 2`, `after 1`, `on oauth`. */
function faultOptions(words: readonly string[], endpoints: readonly string[]): FaultOptions | string {
  const read = /^(?:times (\d+)\s*)?(?:after (\d+)\s*)?(?:on (\w+))?$/.exec(words.join(' '));
  const [, times, after, on] = read ?? [];
  if (read === null || (on !== undefined && !endpoints.includes(on)))
    return `a fault is followed by "times 2", "after 1", "on ${endpoints.at(-1) ?? ''}", in this order`;
  return {
    ...(times !== undefined && { times: Number(times) }),
    ...(after !== undefined && { after: Number(after) }),
    ...(on !== undefined && { on }),
  };
}

/** Looks whether what stands below a turn is true of it. Gives back what is not. */
export function verifyDirective(turn: Turn, said: string, { name, value }: Directive): string | undefined {
  switch (name) {
    case 'said':
      return matchLines([value], [said]) === undefined ? undefined : `what was said is: ${said}`;
    case 'url':
      return calledAt(turn, value);
    case 'calls':
      return calledOften(turn, value);
    case 'transfer':
      return handedOver(turn);
    case 'sent':
      return sent(turn, value);
    case 'header':
      return carried(turn, value);
    default:
      return requested(turn, value);
  }
}

const handedOver = ({ notes }: Turn): string | undefined =>
  notes.some(({ code }) => code === 'agent-transfer') ? undefined : 'the conversation was not handed over to a person';

function calledOften({ calls }: Turn, wanted: string): string | undefined {
  if (!/^\d+$/.test(wanted)) return '@calls is followed by a number';
  return calls.length === Number(wanted) ? undefined : `${calls.length} service calls were made, not ${wanted}`;
}

function requested({ calls }: Turn, wanted: string): string | undefined {
  const [, operation, json = '{}'] = /^(\w+)(?:\s+(\{.*\}))?$/.exec(wanted) ?? [];
  if (operation === undefined) return '@request is written @request operation {"variable": "value"}';
  let variables: unknown;
  try {
    variables = JSON.parse(json);
  } catch {
    return `@request: not JSON: ${json}`;
  }
  const made = calls.map(requestOf);
  return made.some((request) => request.operation === operation && isPart(variables, request.variables))
    ? undefined
    : `no such request was made: ${wanted}`;
}

/** The whole request: its method, its address and its body, a JSON value or the text of a form. */
function sent({ calls }: Turn, wanted: string): string | undefined {
  const [, method, url = '', body = ''] = /^([A-Z]+) (\S+)(?: (.+))?$/.exec(wanted) ?? [];
  if (method === undefined) return '@sent is written @sent POST https://api.example.com/things {"body": "exactly"}';
  const fits = (call: Turn['calls'][number]) =>
    call.method === method &&
    matchLines([url], [call.url]) === undefined &&
    (call.requestBody === body || isDeepStrictEqual(jsonOf(call.requestBody), jsonOf(body)));
  if (calls.some(fits)) return undefined;
  const made = calls.map((call) => `${call.method} ${call.url} ${call.requestBody ?? ''}`.trim());
  return `no such request was made, but: ${made.join('\n') || 'none'}`;
}

/** `{}` is how the platform writes that there is no body. */
function jsonOf(text = ''): unknown {
  try {
    return JSON.parse(text === '{}' ? '""' : text || '""');
  } catch {
    return Symbol(text);
  }
}

function carried({ calls }: Turn, wanted: string): string | undefined {
  const [, name = '', value = ''] = /^([^\s:]+):? (.+)$/.exec(wanted) ?? [];
  const values = calls.flatMap(({ requestHeaders }) =>
    Object.entries(requestHeaders).flatMap(([key, one]) => (key.toLowerCase() === name.toLowerCase() ? [one] : [])),
  );
  return values.some((one) => matchLines([value], [one]) === undefined)
    ? undefined
    : `the header ${name} is ${values.join(', ') || 'not sent'}`;
}

function calledAt({ calls }: Turn, wanted: string): string | undefined {
  if (calls.some(({ url }) => matchLines([wanted], [url]) === undefined)) return undefined;
  return `no request went to ${wanted}, but to ${calls.map(({ url }) => url).join(', ') || 'nowhere'}`;
}
