/** What the store remembers of a request. Tokens and secrets are never part of it. */
export interface LoggedRequest {
  /** Milliseconds since 1970, by the store's clock. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly authorized: boolean;
  readonly version: string | null;
  readonly operationName: string | null;
  readonly query: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Kind of the fault that hit it. */
  readonly fault: string | null;
}

const KEPT = 1000;

/** The last thousand requests, oldest first. */
export function createRequestLog(): {
  readonly requests: readonly LoggedRequest[];
  readonly add: (entry: LoggedRequest) => void;
} {
  const requests: LoggedRequest[] = [];
  return {
    requests,
    add: (entry) => {
      requests.push(entry);
      if (requests.length > KEPT) requests.shift();
    },
  };
}
