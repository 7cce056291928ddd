import { createHash } from 'node:crypto';
import type { Cache } from '../../generator/cache/cache';

/** A cache in memory; `found` and `kept` count by kind what was recalled and what was kept. */
export function memoryCache() {
  const files = new Map<string, Buffer>();
  const kinds = new Map<string, string>();
  const found = new Map<string, number>();
  const kept = new Map<string, number>();
  const count = (of: Map<string, number>, key: string) => {
    const kind = kinds.get(key) ?? 'zips';
    of.set(kind, (of.get(kind) ?? 0) + 1);
  };
  const cache: Cache = {
    keyOf: (kind, ...parts) => {
      const hash = createHash('sha256');
      for (const part of [kind, ...parts]) hash.update(`${part.length}:`).update(part);
      const key = hash.digest('hex');
      kinds.set(key, kind);
      return key;
    },
    read: (key) => {
      const bytes = files.get(key);
      if (bytes) count(found, key);
      return bytes;
    },
    keep: (key, pieces) => {
      count(kept, key);
      files.set(key, Buffer.concat(pieces));
    },
  };
  return { cache, files, found, kept };
}
