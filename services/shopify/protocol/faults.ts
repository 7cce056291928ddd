/** Everything that can go wrong on purpose. */
export const FAULT_KINDS = [
  'throttled',
  'internal',
  '401',
  'scope',
  'timeout',
  '402',
  '403',
  '404',
  '423',
  '429',
  '430',
  '500',
  '501',
  '502',
  '503',
  '504',
  'slow',
  'cut',
  'html',
  'broken-json',
  'big',
  'search-warning',
  'partial',
  'not-permitted',
] as const;

export type StoreFaultKind = (typeof FAULT_KINDS)[number];

/** What each does, in a few words. */
export const FAULT_SAYS: Readonly<Record<StoreFaultKind, string>> = {
  throttled: 'Asked too often',
  internal: 'An error of the store itself',
  '401': 'The access token is not valid',
  scope: 'The access token may read nothing',
  timeout: 'Never answers',
  '402': 'The shop is frozen',
  '403': 'The merchant has not approved the app',
  '404': 'Nothing at this address',
  '423': 'The shop is locked',
  '429': 'Too many requests',
  '430': 'Refused for security',
  '500': 'Internal server error',
  '501': 'Not implemented',
  '502': 'Bad gateway',
  '503': 'The store is down',
  '504': 'Gateway time-out',
  slow: 'Answers late',
  cut: 'The connection breaks',
  html: 'A web page instead of JSON',
  'broken-json': 'Half an answer',
  big: 'More than 2 MB',
  'search-warning': 'A search field is ignored',
  partial: 'Parts of the answer are refused',
  'not-permitted': 'The app belongs to another organisation (tokens only)',
};

/** One fault, with the value its kind takes: `slow` milliseconds, `html` the status, `partial` the scope to take away. */
export interface Fault {
  readonly kind: StoreFaultKind;
  readonly value: string;
}

export interface StoreFaultOptions {
  /** How many requests it hits; default 1. */
  readonly times?: number;
  /** How many requests pass before; default 0. */
  readonly after?: number;
  /** See `Fault.value`; defaults: slow 1000, html 200, partial read_customers. */
  readonly value?: string | number;
  /** Which endpoint it waits for; default `graphql`. */
  readonly on?: 'graphql' | 'oauth';
}

/** Faults to come. */
export interface Faults {
  /** Lets the next request fail. Calls queue up: the second waits until the first is used up. */
  readonly next: (kind: StoreFaultKind, options?: StoreFaultOptions) => void;
  /** Forgets all faults that are still waiting. */
  readonly clear: () => void;
}

const DEFAULTS: Readonly<Partial<Record<StoreFaultKind, string>>> = {
  slow: '1000',
  html: '200',
  partial: 'read_customers',
};

interface Waiting extends Fault {
  readonly on: 'graphql' | 'oauth';
  after: number;
  times: number;
}

/** A queue of faults, and `take`, which the store asks once a request. */
export function createStoreFaults(): {
  readonly faults: Faults;
  readonly take: (endpoint: 'graphql' | 'oauth') => Fault | null;
} {
  const queue: Waiting[] = [];
  return {
    faults: {
      next: (kind, { times = 1, after = 0, value, on = 'graphql' } = {}) => {
        queue.push({ kind, value: String(value ?? DEFAULTS[kind] ?? ''), on, after, times });
      },
      clear: () => {
        queue.length = 0;
      },
    },
    take: (endpoint) => {
      const waiting = queue.find((fault) => fault.on === endpoint);
      if (!waiting) return null;
      if (waiting.after > 0) {
        waiting.after--;
        return null;
      }
      waiting.times--;
      if (waiting.times <= 0) queue.splice(queue.indexOf(waiting), 1);
      return waiting;
    },
  };
}

/** A fault as the header `X-Mock-Fault` writes it: `503`, `slow=1500`, `partial=read_orders`; null when there is no such kind. */
export function faultFromHeader(header: string | undefined): Fault | null {
  const [name = '', value] = (header ?? '').split('=', 2);
  const kind = FAULT_KINDS.find((known) => known === name.trim());
  return kind === undefined ? null : { kind, value: value?.trim() ?? DEFAULTS[kind] ?? '' };
}
