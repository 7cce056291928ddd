import { findSecrets } from '../../kore/secrets/find';
import type { PiecewiseFile } from '../../kore/zip/pack';

/** What would be written holds what looks like a credential. Nothing is written then. */
export class WrittenSecret extends Error {}

/** A file is read in these pieces, each once: scripts say the same in every action, channel and target. */
const LINE = /\n|\\n|%0A/;

/**
 * Looks through files before they are written, as the platform reads them. What zips hold stands in plain files beside them.
 * `harmless` are lines whose author says that they hold no credential. Throws `WrittenSecret` with the first one.
 */
export function secretGuard(harmless: readonly string[]): (file: PiecewiseFile) => void {
  const seen = new Set<string>();
  const known = harmless.map(squeezed);
  return ({ path, pieces }) => {
    if (/\.(?:zip|png)$/.test(path)) return;
    for (const line of pieces.flatMap((piece) => piece.toString('utf8').split(LINE))) {
      if (seen.has(line)) continue;
      seen.add(line);
      const text = decoded(line);
      for (const { what, start, end } of findSecrets(text)) {
        const secret = squeezed(text.slice(start, end));
        if (!known.some((one) => one.includes(secret)))
          throw new WrittenSecret(
            `dist/${path} would hold what looks like ${what}, so nothing was written. It comes from the specs, a translation, install.md or a transcript: take it out. If it is none, write "# not a secret" behind it.`,
          );
      }
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
