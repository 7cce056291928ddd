import { availableParallelism } from 'node:os';
import { plainOf } from '../../generator/model/text';
import type { Bot } from '../../generator/model/model';
import type { Transcript } from '../../generator/transcript/transcript';
import type { Target } from '../../kore/format';
import { nluFor } from '../../preview/nlu';
import { dialogName, type OpenedBot } from '../../preview/open-bot';
import { createSandbox, type Sandbox } from '../../preview/sandbox';
import { drawnEverywhere } from '../../testing/transcript/checks/windows';
import { withinLimits } from '../../testing/transcript/checks/limits';
import { noBugs } from '../../testing/transcript/checks/notes';
import { safeRequests } from '../../testing/transcript/checks/requests';
import { soundTexts } from '../../testing/transcript/checks/texts';
import { runTranscript, type Played, type RunOptions } from '../../testing/transcript/run';

/** A conversation to be played on a target. */
export interface PlayJob {
  readonly transcript: Transcript;
  readonly target: Target;
}

/** What must hold in every turn, whatever a transcript says itself. */
const CHECKS = [soundTexts, withinLimits, drawnEverywhere, noBugs, safeRequests];

/** One thread plays, and a sandbox does less for a conversation than it: a second one is all that it can keep busy. */
const MOST_SANDBOXES = 2;

/** Conversations to a sandbox: while one of them waits for it, another goes on. */
const PLAYERS = 3;

/** Plays conversations, several at a time; what comes out has their order. Rejects for one that cannot be played. */
export async function playAll(
  jobs: readonly PlayJob[],
  options: Pick<RunOptions, 'openBot' | 'readFile' | 'throughout'>,
): Promise<readonly Played[]> {
  const played: Played[] = [];
  const waiting = [...jobs.entries()];
  const player = async (sandbox: Sandbox) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [i, { transcript, target }] = next;
      played[i] = await runTranscript(transcript, target, { ...options, checks: CHECKS, sandbox });
    }
  };
  const count = Math.max(1, Math.min(MOST_SANDBOXES, availableParallelism() - 1));
  const sandboxes = Array.from({ length: count }, createSandbox);
  const players = sandboxes.flatMap((sandbox) => Array.from({ length: PLAYERS }, () => player(sandbox)));
  // Where one cannot play, the others finish what they are at.
  for (const one of players) one.catch(() => waiting.splice(0));
  await Promise.allSettled(players);
  await Promise.all(sandboxes.map((sandbox) => sandbox.close()));
  await Promise.all(players);
  return played;
}

/** What the dialogs of some actions are called. */
export const dialogsOf = ({ actions }: Bot, ids: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(actions.filter(({ id }) => ids.has(id)).map(({ title }) => plainOf(title.text)));

/** Whether a conversation may come to one of these dialogs: somebody says a sentence of theirs, or presses a button. */
export function mayReach({ steps, settings }: Transcript, bot: OpenedBot, dialogs: ReadonlySet<string>): boolean {
  const nlu = nluFor(bot, settings.language ?? bot.defaultLanguage);
  return steps.some(({ input }) => {
    if (input.kind !== 'say') return input.kind === 'click';
    const match = nlu.match(input.text);
    return 'dialog' in match && dialogs.has(dialogName(bot, match.dialog));
  });
}

/** Whether a conversation came to one of these dialogs. */
export const reached = ({ turns }: Played, dialogs: ReadonlySet<string>): boolean =>
  turns.some(({ turn }) => turn.path.some(({ dialog }) => dialogs.has(dialog)));
