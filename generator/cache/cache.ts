/**
 * What builds have made, by everything that it was made of. Who asks for a key gets what was kept under it, or nothing; whatever
 * is wrong with it, only time is lost.
 */
export interface Cache {
  /** The key of what this tool makes of these parts, of which each is told apart from the next. */
  readonly keyOf: (kind: string, ...parts: readonly (string | Uint8Array)[]) => string;
  /** What was kept under a key; undefined also when it cannot be read, or is not what was written. */
  readonly read: (key: string) => Buffer | undefined;
  /** Keeps pieces under a key, one behind the other, in place of what was there. */
  readonly keep: (key: string, pieces: readonly Uint8Array[]) => void;
}

/** Keeps nothing. */
export const noCache: Cache = { keyOf: () => '', read: () => undefined, keep: () => undefined };

/** The same cache, as if nothing had been kept so far. */
export const forgotten = (cache: Cache): Cache => ({ ...cache, read: () => undefined });

/** A text that was kept as JSON; undefined when it is none. */
export function parsedOr<T>(bytes: Uint8Array | undefined): T | undefined {
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')) as T;
  } catch {
    return undefined;
  }
}

/** Whether a value comes back from JSON as it was. */
export function isPlainJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Array.prototype) return (value as readonly unknown[]).every(isPlainJson);
  return prototype === Object.prototype && Object.values(value).every(isPlainJson);
}
