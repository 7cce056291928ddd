import { knownSecrets } from './find';

/** What stands for something that may be a secret. */
export const MASK = '••••';

const NAME =
  /token|secret|passw|passphrase|credential|authorization|cookie|api[-_]?key|client[-_]?id|private[-_]?key|^auth$/i;

/** Whether something of this name (a variable, a header, a key) is treated as a secret whatever its value is. */
export const isSecretName = (name: string): boolean => NAME.test(name);

/** A stretch without spaces and quotes that is percent-encoded, in part at least. */
const ENCODED = /(?<![^\s"'`<>\\])[^\s"'`<>\\]*%[0-9a-f]{2}[^\s"'`<>\\]*/gi;

/** The text with tokens of known forms masked, percent-encoded ones too, and nothing else: for files that must still work. */
export function redactKnown(text: string): string {
  const shown = masked(text);
  return shown.replace(ENCODED, (stretch) => maskEncoded(stretch, masked));
}

/** The same for every text in a value, keys too. */
export function redactKnownIn<T>(value: T): T {
  if (typeof value === 'string') return redactKnown(value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => redactKnownIn(one)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [redactKnown(key), redactKnownIn(one)])) as T;
}

function masked(text: string): string {
  let shown = '';
  let from = 0;
  for (const { start, end } of knownSecrets(text)) {
    shown += `${text.slice(from, start)}${MASK}`;
    from = end;
  }
  return shown + text.slice(from);
}

/**
 * A mask for texts that the platform stores percent-encoded (scripts, messages, paths): they are looked at decoded,
 * and what is masked is encoded again as it was.
 */
export function maskEncoded(text: string, mask: (plain: string) => string, depth = 0): string {
  const plain = decoded(text);
  if (plain === text) return isEncoded(text) ? maskBroken(text, mask) : mask(text);
  const masked = depth < DEEPEST ? maskEncoded(plain, mask, depth + 1) : mask(plain);
  if (masked === plain) return mask(text);
  return encodeURIComponent(plain) === text ? encodeURIComponent(masked) : encodeURI(masked);
}

/** As often may a text be encoded once more. */
const DEEPEST = 3;

const isEncoded = (text: string): boolean => /%[0-9a-f]{2}/i.test(text);

/** Where one sign is broken, the others are still read. */
function maskBroken(text: string, mask: (plain: string) => string): string {
  const shown = mask(text);
  const plain = shown.replace(/(?:%[0-9a-f]{2})+/gi, decoded);
  const masked = mask(plain);
  return masked === plain ? shown : encodeURI(masked);
}

/** A text without percent-encoding; as it is where that is broken. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
