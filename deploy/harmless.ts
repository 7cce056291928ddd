/**
 * What could drive a terminal or disguise what is written there: control characters, line separators, marks that turn
 * text or are not seen, tags, and halves of characters.
 */
const HARMFUL = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/gu;
/** Line feed and tab, and the two joiners that Persian, Hindi and pictures of families are written with. */
const KEPT = '\n\t\u200c\u200d';

/** The text as a terminal, a log and a person can take it, whoever wrote it. */
export const harmless = (text: string): string => text.replace(HARMFUL, (mark) => (KEPT.includes(mark) ? mark : ' '));

/** The same on one line: a server's answer cannot look like lines of ours. */
export const harmlessLine = (text: string): string => harmless(text).replace(/\s+/g, ' ').trim();
