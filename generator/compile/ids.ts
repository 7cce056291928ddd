import { createHash } from 'node:crypto';
import { parse, v5 } from 'uuid';

/** Every id below is derived from this and a readable name, so the same specs give the same ids everywhere. */
const NAMESPACE = '6f2b9a52-6c1f-5c58-9a53-1d2b8e3a7c40';
const NAMESPACE_BYTES = parse(NAMESPACE);

/** Both targets ask for the same ids, one soon after the other. */
const known = new Map<string, string>();
const MOST_KNOWN = 2000;

function derived(name: string): string {
  const before = known.get(name);
  if (before !== undefined) return before;
  // Bytes in, because `uuid` takes texts apart at each call.
  const id = v5(Buffer.from(name), NAMESPACE_BYTES);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, id);
  return id;
}

/** The identity that the platform matches on import: never depends on a text. */
export const refIdOf = (name: string): string => derived(name);

/** An object's own id: a prefix (`dg`, `dc`, `st` …) and a UUIDv5 of the bot and the object's refId. */
export const objectIdOf = (prefix: string, bot: string, refId: string): string =>
  `${prefix}-${derived(`${bot}/${refId}`)}`;

/** A canvas id. Real ones are random (version 4); ours only look so. */
export function canvasId(prefix: string, name: string): string {
  const u = derived(name);
  return `${prefix}-${u.slice(0, 14)}4${u.slice(15)}`;
}

/** Twenty-four hexadecimal digits, as utterances have. */
export const objectId = (name: string): string =>
  createHash('sha256').update(`${NAMESPACE}/${name}`).digest('hex').slice(0, 24);
