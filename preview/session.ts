import { isRecord } from '../kore/record';
import type { TimedPut } from './sandbox/protocol';

export const SCOPES = ['EnterpriseContext', 'BotContext', 'UserSession', 'BotUserSession'] as const;
export type ScopeName = (typeof SCOPES)[number];
export type Values = Readonly<Record<string, unknown>>;

/** One session scope: plain values, and for some of them the moment (ms since 1970) they are gone. */
export interface SessionScope {
  values: Values;
  readonly expires: Map<string, number>;
}

export type Session = Readonly<Record<ScopeName, SessionScope>>;

/**
 * A session that starts with some values. Scopes given as `shared` are used by reference, so that several conversations see
 * one `BotContext`, as all users of a bot do.
 */
export function createSession(
  initial: Partial<Readonly<Record<ScopeName, Values>>> = {},
  shared: Partial<Session> = {},
): Session {
  const scope = (name: ScopeName): SessionScope => shared[name] ?? { values: { ...initial[name] }, expires: new Map() };
  return {
    EnterpriseContext: scope('EnterpriseContext'),
    BotContext: scope('BotContext'),
    UserSession: scope('UserSession'),
    BotUserSession: scope('BotUserSession'),
  };
}

/** The values of every scope at a moment; what has run out is removed for good. */
export function sessionValues(session: Session, now: number): Readonly<Record<ScopeName, Values>> {
  return Object.fromEntries(SCOPES.map((name) => [name, valuesAt(session[name], now)])) as Record<ScopeName, Values>;
}

function valuesAt(scope: SessionScope, now: number): Values {
  const gone = [...scope.expires].filter(([, at]) => at <= now).map(([key]) => key);
  if (gone.length > 0) {
    scope.values = Object.fromEntries(Object.entries(scope.values).filter(([key]) => !gone.includes(key)));
    gone.forEach((key) => scope.expires.delete(key));
  }
  return scope.values;
}

/** Takes over what a script left in the scopes. A scope it did not change is left alone: another conversation may have. */
export function keepSession(
  session: Session,
  before: Values,
  after: unknown,
  puts: readonly TimedPut[],
  now: number,
): void {
  for (const name of SCOPES) {
    const scope = session[name];
    const left = isRecord(after) && isRecord(after[name]) ? after[name] : {};
    if (left !== before[name] && JSON.stringify(left) !== JSON.stringify(before[name])) scope.values = left;
    for (const put of puts.filter((p) => p.scope === name)) {
      if (put.minutes !== undefined && put.minutes > 0) scope.expires.set(put.key, now + put.minutes * 60_000);
      else scope.expires.delete(put.key);
    }
  }
}
