import { findSecrets } from '../../kore/secrets/find';
import type { FetchedFile } from '../../kore/zip/pack';

/** What would be written holds what looks like a credential. Nothing is written then. */
export class WrittenSecret extends Error {}

/** A file is read in these pieces, each once: scripts say the same in every action, channel and target. */
const LINE = /\\n|%0A/;

/** The lines of a text, one after the other: a whole bot is never one string. */
function* linesOf(piece: Buffer): Generator<string> {
  for (let from = 0; from < piece.length;) {
    const end = piece.indexOf(10, from);
    const to = end < 0 ? piece.length : end;
    yield* piece.toString('utf8', from, to).split(LINE);
    from = to + 1;
  }
}

/** Lines that are remembered at least; twice as many at most. */
const MOST_SEEN = 20_000;

/** Whether a line was seen before, not too long ago. */
function recent(): (line: string) => boolean {
  let [now, before] = [new Set<string>(), new Set<string>()];
  return (line) => {
    if (now.has(line)) return true;
    if (now.size >= MOST_SEEN) [now, before] = [new Set(), now];
    now.add(copyOf(line));
    return before.has(line);
  };
}

/** The same text as a string of its own: a slice would keep all of what it was cut from. */
const copyOf = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');

/**
 * Looks through files before they are written, as the platform reads them. What goes into a zip is shown to it before that.
 * `harmless` are lines whose author says that they hold no credential. Throws `WrittenSecret` with the first one.
 */
export function secretGuard(harmless: readonly string[]): (file: FetchedFile) => void {
  const seen = recent();
  const known = harmless.map(squeezed);
  const secretIn = (line: string): string | undefined => {
    if (seen(line)) return undefined;
    const text = decoded(line);
    return findSecrets(text).find(({ start, end }) => {
      const secret = squeezed(text.slice(start, end));
      return !known.some((one) => one.includes(secret));
    })?.what;
  };
  return ({ path, pieces }) => {
    if (/\.(?:zip|png)$/.test(path)) return;
    for (const piece of pieces)
      for (const line of linesOf(piece)) {
        const what = secretIn(line);
        if (what !== undefined)
          throw new WrittenSecret(
            `dist/${path} would hold what looks like ${what}, so nothing was written. It comes from the specs, a translation, install.md or a transcript: take it out. If it is none, write "# not a secret" behind it.`,
          );
      }
  };
}

const squeezed = (text: string): string => text.replace(/[\s\\"']/g, '');

/** Without the escapes of JSON and the percent-encoding of scripts and messages. */
function decoded(line: string): string {
  const plain = line.replace(/(?:%[0-9A-F]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
  return plain.replace(/\\u([0-9a-f]{4})|\\(.)/gi, (_, code: string | undefined, sign = '') =>
    code === undefined ? String(sign) : String.fromCharCode(parseInt(code, 16)),
  );
}
