import type { Expression } from '../expressions';

/** What nobody sees between two letters: it parts what a chat window would take for markup. */
export const APART = '\u2060';

const LOOK_ALIKES: Readonly<Record<string, string>> = { '"': '”', "'": '’', '<': '‹', '>': '›' };

/**
 * A plain piece of a text that goes out with values in it, so that it does nothing in a chat window: what
 * `scripts/parts/shown.partial.js.hbs` makes of a value. It reads the same.
 */
const inertPiece = (text: string): string =>
  text
    .replace(/["'<>]/g, (sign) => LOOK_ALIKES[sign] ?? sign)
    .replace(/[*_~`[\]{}\\]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 65248))
    .replace(/&|:(?=\/\/|[\w+-]+:)|www|mailto/gi, `$&${APART}`);

/** A sign after which a value may follow: what it begins with makes no markup with it. */
const ENDS_SAFELY = /[\s(#$€£¥+×…”’‹|·,;!?¿¡–—.]$/;
/** The same of a sign that follows a value. */
const BEGINS_SAFELY = /^[\s.,;!?…”’›|·×%€–—]/;

/** A text's pieces and values, so that nothing becomes markup where one ends and another begins. */
export function inertParts(parts: readonly (string | Expression)[]): readonly (string | Expression)[] {
  const isMixed = parts.some((part) => typeof part !== 'string');
  if (!isMixed) return parts;
  return parts.flatMap((part, i) => {
    const [before, after] = [parts[i - 1], parts[i + 1]];
    if (typeof part !== 'string') return typeof before === 'object' ? [APART, part] : [part];
    const piece = inertPiece(part);
    const head =
      before !== undefined && !BEGINS_SAFELY.test(piece) ? APART : i === 0 && /^\s*[#-]/.test(piece) ? APART : '';
    const tail = after !== undefined && !ENDS_SAFELY.test(piece) ? APART : '';
    return [`${head}${piece.replace(/\n(?=[#-])/g, `\n${APART}`)}${tail}`];
  });
}
