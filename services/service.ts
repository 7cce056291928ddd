/** Something that a service can be told to do wrong. Command, header and page call it by its `name`. */
export interface FaultKind {
  readonly name: string;
  /** A few words for a list, such as "The access token is not valid". */
  readonly says: string;
}

export interface FaultOptions {
  /** How many requests it hits; 1 unless told otherwise. */
  readonly times?: number;
  /** How many requests pass before; 0 unless told otherwise. */
  readonly after?: number;
  /** What the kind needs to know, such as milliseconds. */
  readonly value?: string;
  /** One of `ServiceFaults.endpoints`; the first unless told otherwise. */
  readonly on?: string;
}

/** How a service is made to fail. */
export interface ServiceFaults {
  readonly kinds: readonly FaultKind[];
  readonly endpoints: readonly string[];
  /** Lets the next request fail. Rejects with a `RangeError` for a name that is none of `kinds`. */
  readonly next: (name: string, options?: FaultOptions) => Promise<void>;
  /** Forgets the faults that are still to come. */
  readonly clear: () => Promise<void>;
  /** The header that lets the request that carries it fail, and no other. */
  readonly header: (name: string) => readonly [name: string, value: string];
}

/** A request with or without HTTP around it. Header names are lower case. */
export interface ServiceRequest {
  readonly method: string;
  /** Path and query, such as `/admin/api/2026-10/graphql.json`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** An answer. `delayMs` and `cut` are for whoever carries it: wait before sending, or destroy the connection instead. */
export interface ServiceAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly delayMs?: number;
  /** The connection stays open and nothing is ever said. */
  readonly silent?: boolean;
  readonly cut?: true;
}

/**
 * What a bot talks to on this machine in place of a service of the world outside. It has credentials before it is started,
 * and starts when it is first needed.
 */
export interface LocalService {
  /** In a sentence: `the local store`. */
  readonly title: string;
  /** The origins that it stands in for, such as `https://*.myshopify.com`; `*` is one label. */
  readonly routes: readonly string[];
  /** Values for the variables of a bot that talks to it. */
  readonly env: Readonly<Record<string, string>>;
  /** Those of its values, and others, that must never be seen. */
  readonly secrets: readonly string[];
  readonly faults: ServiceFaults;
  /** How the addresses of its pictures begin, in its answers and, behind its origin, where it serves them; if it has some. */
  readonly pictures?: { readonly said: string; readonly path: string };
  /** Starts it, once, on the loopback address; gives its origin. */
  readonly start: () => Promise<string>;
  /** Begins to answer in this process, without HTTP, and gives what answers; absent where only HTTP will do. */
  readonly direct?: () => (request: ServiceRequest) => ServiceAnswer;
  /** A request to try, as a line for a shell. */
  readonly request: (origin: string) => string;
  /** Moves its clock on, in milliseconds. */
  readonly advance: (ms: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface LocalServiceOptions {
  /** Milliseconds since 1970; the machine's clock unless told otherwise. */
  readonly now?: () => number;
  /** Default 0: any free port. */
  readonly port?: number;
  /** What its token may do; all that a bot needs unless told otherwise. */
  readonly scopes?: readonly string[];
}

/** The world's own service, for those who want to talk to it. */
export interface RealService {
  readonly title: string;
  /** The one origin that may be reached. */
  readonly origin: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A kind of service that can be stood in for. */
export interface ServiceKind {
  readonly name: string;
  readonly create: (options?: LocalServiceOptions) => LocalService;
  /**
   * The real one. `account` is what tells it from others; credentials come from the environment. Throws a `RangeError` that
   * says what is wrong with the account or missing in the environment.
   */
  readonly real: (account: string, env: Readonly<Record<string, string | undefined>>) => RealService;
}
