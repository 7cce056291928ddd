import { DISCARD_ALL, DISCARD_COMMANDS, HELP_COMMANDS } from './inferred';
import { nluFor } from './nlu';
import { utteranceKey } from './nlu/tokens';
import { sayOwn } from './own-words';
import type { PlayResult, Play } from './play';

/** Answers a command of the platform when no task is open: `help` lists the tasks, `discard all` has nothing left to discard. */
export function answerCommand(play: Play, text: string): boolean {
  const command = utteranceKey(text);
  if (HELP_COMMANDS.includes(command)) {
    const { tasks } = nluFor(play.bot, play.language);
    sayOwn(
      play,
      'tasks',
      tasks.map((title) => ({ title, say: title })),
    );
    return true;
  }
  if (command !== DISCARD_ALL) return false;
  sayOwn(play, 'allDiscarded');
  return true;
}

/** Ends the task when that is what was said. Asked only when neither the node nor an intent took the answer (documented). */
export function discard(play: Play, text: string): PlayResult | undefined {
  const command = utteranceKey(text);
  if (!DISCARD_COMMANDS.includes(command)) return undefined;
  sayOwn(play, command === DISCARD_ALL ? 'allDiscarded' : 'discarded');
  return { next: 'end-task', why: 'discarded by the user' };
}
