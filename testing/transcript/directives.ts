import { FAULT_KINDS } from '../../services/shopify/protocol/faults';
import type { FaultOptions, Faults } from '../../services/shopify/protocol/faults';
import type { Turn } from '../../preview/turn';
import { requestOf } from '../../preview/calls';
import { matchLines } from './match';
import { isPart } from './part';
import type { Harness } from './harness';
import type { Directive } from './transcript';

const HOUR = 3_600_000;
const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: HOUR, d: 24 * HOUR };

/** Carries out what stands before a turn. Gives back what is wrong with it, if anything is. */
export function applyDirective(harness: Harness, { name, value }: Directive): string | undefined {
  if (name === 'clock') return moveClock(value, harness.clock.advance);
  if (harness.store === undefined) return '@store needs the local store, and @stub has replaced it';
  const [what = '', ...rest] = value.split(/\s+/);
  if (what === 'clock') return moveClock(rest.join(' '), harness.store.advance);
  if (what === 'fault') return setFault(harness, harness.store.faults, rest);
  return '@store is written @store fault KIND or @store clock +1h';
}

function setFault(harness: Harness, faults: Faults, [first = '', ...rest]: readonly string[]): string | undefined {
  const [name = '', given] = first.split('=', 2);
  const kind = FAULT_KINDS.find((known) => known === name);
  if (kind === undefined) return `there is no fault "${name}"; known are ${FAULT_KINDS.join(', ')}`;
  const options = faultOptions(rest);
  if (typeof options === 'string') return options;
  if (kind === 'slow') harness.patience.short = true;
  faults.next(kind, { ...options, ...(given !== undefined && { value: given }) });
  return undefined;
}

function moveClock(by: string, advance: (ms: number) => void): string | undefined {
  const [, count, unit = ''] = /^\+(\d+)([smhd])$/.exec(by) ?? [];
  if (count === undefined) return 'a clock is moved by +30s, +5m, +1h or +2d';
  advance(Number(count) * (UNITS[unit] ?? 0));
  return undefined;
}

/** `times 2`, `after 1`, `on oauth`. */
function faultOptions(words: readonly string[]): FaultOptions | string {
  const read = /^(?:times (\d+)\s*)?(?:after (\d+)\s*)?(?:on (graphql|oauth))?$/.exec(words.join(' '));
  if (read === null) return 'a fault is followed by "times 2", "after 1", "on oauth", in this order';
  const [, times, after, on] = read;
  return {
    ...(times !== undefined && { times: Number(times) }),
    ...(after !== undefined && { after: Number(after) }),
    ...((on === 'graphql' || on === 'oauth') && { on }),
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
    default:
      return requested(turn, value);
  }
}

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

function calledAt({ calls }: Turn, wanted: string): string | undefined {
  if (calls.some(({ url }) => matchLines([wanted], [url]) === undefined)) return undefined;
  return `no request went to ${wanted}, but to ${calls.map(({ url }) => url).join(', ') || 'nowhere'}`;
}
