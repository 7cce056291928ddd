import type { NoteCode } from '../../../preview/turn';
import type { Check } from '../run';

/** Notes of the player that say that the bot itself is broken, whatever the user did. */
const BUGS: readonly NoteCode[] = [
  'script-error',
  'unresolved',
  'empty-message',
  'missing',
  'suspicious-request',
  'context-lost',
  'context-too-large',
  'loop-limit',
  'not-simulated',
];

/** The player found nothing wrong with the bot. */
export const noBugs: Check = (_scene, turns) =>
  (turns.at(-1)?.turn.notes ?? [])
    .filter(({ code }) => BUGS.includes(code))
    .map(
      ({ code, component, text, line }) => `${code}: ${component ?? ''}${line === undefined ? '' : `:${line}`} ${text}`,
    );
