import { type Document, isScalar, visit } from 'yaml';
import { findSpecSecrets, unescaped, type Secret } from '../diagnostics/secrets';

/** What an author writes behind a text that only looks like a credential. */
const NONE = /#\s*not a secret\b/;

/**
 * What looks like a credential in a file: as it is written, comments too, and as it is read, because YAML can write a letter as
 * `\\x5f` and fold a text over lines. Not where the line says that it is none.
 */
export function secretsIn(text: string, document?: Document): readonly Secret[] {
  const written = findSpecSecrets(text);
  const read: Secret[] = [];
  const look = (value: unknown, range: readonly number[] | null | undefined) => {
    if (typeof value !== 'string' || !range) return;
    const [start = 0, end = 0] = range;
    if (text.slice(start, end).includes(value)) return;
    if (written.some((known) => known.start < end && known.end > start)) return;
    const [found] = findSpecSecrets(value);
    if (found) read.push({ what: found.what, start, end });
  };
  if (document) visit(document, { Scalar: (_, node) => void (isScalar(node) && look(node.value, node.range)) });
  return [...written, ...read].filter(({ start, end }) => !NONE.test(linesAt(text, start, end)));
}

/** The whole lines of a stretch. */
function linesAt(text: string, start: number, end: number): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  return text.slice(from, to < 0 ? text.length : to);
}

/** The lines whose author says that they hold no credential, as they are written and as they are read. */
export const harmlessLines = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => (NONE.test(line) ? [line, unescaped(line)] : []));
