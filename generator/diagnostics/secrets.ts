import { blotted, findSecrets as findIn, RANDOM, type Secret } from '../../kore/secrets/find';
import { variableValues } from './secret-values';

export type { Secret } from '../../kore/secrets/find';

/** A text in double quotes, in which YAML and JSON can write any letter as an escape. */
const QUOTED = /"(?:[^"\\]|\\[^])*"/g;

/** A text without the escapes that YAML and JSON know in double quotes. */
export const unescaped = (quoted: string): string =>
  quoted
    .replace(/\\\r?\n[ \t]*/g, '')
    .replace(/\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/g, (whole, ...codes: (string | undefined)[]) => {
      const code = parseInt(codes.slice(0, 3).find(Boolean) ?? '', 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/\\/g, '');

/** Everything in a file that looks like a credential, as it is or in escapes, in the order of the text. */
export function findSpecSecrets(text: string): readonly Secret[] {
  const values = variableValues(text);
  const isId = ({ what, start, end }: Secret) =>
    what === RANDOM && values.some((value) => value.isId && value.start <= start && end <= value.end);
  const found = findIn(text).filter((secret) => !isId(secret));
  const rest = blotted(text, found);
  for (const { 0: quoted, index } of rest.matchAll(QUOTED)) {
    const [secret] = quoted.includes('\\') ? findIn(unescaped(quoted)) : [];
    if (secret) found.push({ what: secret.what, start: index + 1, end: index + quoted.length - 1 });
  }
  const isNew = ({ start, end }: { start: number; end: number }) => !/•/.test(rest.slice(start, end));
  for (const { start, end } of values.filter((value) => value.isSecret && isNew(value)))
    found.push({ what: 'a credential', start, end });
  return found.sort((a, b) => a.start - b.start);
}

/** The same text with every credential blotted out; it is as long, and has the same lines. */
export const maskSecrets = (text: string): string => blotted(text, findSpecSecrets(text));
