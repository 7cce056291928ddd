/** What the sandbox is asked and what it answers; plain data, because it crosses processes. */

/** `script` runs as a function body and may print; `value` is one expression whose value is wanted. */
export interface SandboxJob {
  readonly as: 'script' | 'value';
  readonly code: string;
}

export interface SandboxRequest {
  readonly jobs: readonly SandboxJob[];
  /** The whole `context`, session scopes included, as JSON. */
  readonly context: string;
  /** What `context.history` holds, as JSON: its longest part, which few scripts read. In `context` stands null for it. */
  readonly history?: string;
  /** False when nobody asks what the scripts wrote; the result then says nothing of the context. */
  readonly keep?: boolean;
  readonly env: Readonly<Record<string, string>>;
  readonly content: Readonly<Record<string, string>>;
  /** Files of custom functions: their top-level functions are there for every job. */
  readonly functions?: readonly string[];
  /** Milliseconds since 1970 that `Date` shows; the machine's clock when absent. */
  readonly now?: number;
}

export interface ScriptError {
  readonly kind: 'syntax' | 'error' | 'time' | 'memory' | 'crash';
  readonly message: string;
  /** In the author's own text, both from 1; absent when the engine does not say. */
  readonly line?: number;
  readonly column?: number;
}

export type JobResult =
  | { readonly ok: true; readonly value: unknown; readonly printed: string; readonly logs: readonly string[] }
  | { readonly ok: false; readonly error: ScriptError; readonly printed: string; readonly logs: readonly string[] };

/** A `put` with a time limit (minutes), or one that lifts an earlier limit (no minutes). */
export interface TimedPut {
  readonly scope: string;
  readonly key: string;
  readonly minutes?: number;
}

export interface SandboxResult {
  /** One per job, in order. */
  readonly jobs: readonly JobResult[];
  /** The context afterwards as JSON, absent when it is unchanged. */
  readonly context?: string;
  /** Set when nothing has touched a `history` that came by itself: null stands for it in `context`. */
  readonly sameHistory?: true;
  /** Set when the context can no longer be written as JSON (a cycle); the writes are lost then. */
  readonly lost?: string;
  readonly puts: readonly TimedPut[];
}
