import { requestOf } from '../../preview/calls';
import type { Turn } from '../../preview/turn';
import type { ExpectedMessage } from '../../generator/transcript/transcript';
import { matchLines } from '../../services/stub/match';
import { rewriteMessage, type Rewrites } from './rewrite';
import { messageLines, type Played, type PlayedTurn, type TranscriptProblem } from './run';

/** What a transcript becomes when the bot's new words are accepted, or why they are not. */
export type Acceptance = { readonly rewrites: Rewrites } | { readonly refused: TranscriptProblem };

/** The same conversation on one target, played to its end with the bot as it is and as it was. */
export interface BothPlayed {
  readonly now: Played;
  readonly before: Played;
}

class Refusal extends Error {
  readonly problem: TranscriptProblem;
  constructor(line: number, message: string) {
    super(message);
    this.problem = { line, message };
  }
}

/**
 * Accepts new words, and nothing but words: every turn must go the same way and send the same requests as before, and
 * only messages of which the text is another one than before are written anew. `source` are the lines of the transcript's file.
 */
export function accept(plays: readonly BothPlayed[], source: readonly string[]): Acceptance {
  const all = new Map<number, readonly string[]>();
  try {
    for (const play of plays)
      for (const [line, lines] of rewritesOf(play, source)) {
        const other = all.get(line);
        if (other !== undefined && other.join('\n') !== lines.join('\n'))
          throw new Refusal(line, 'the two platforms say different things now');
        all.set(line, lines);
      }
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.problem };
    throw error;
  }
  return { rewrites: all };
}

function rewritesOf({ now, before }: BothPlayed, source: readonly string[]): Rewrites {
  const rewrites = new Map(
    now.turns.flatMap((turn, i) => [
      ...turnRewrites(turn, before.turns[i], source, { now: now.env, before: before.env }),
    ]),
  );
  const other = now.problems.find(({ difference }) => difference === undefined);
  if (other) throw new Refusal(other.line, other.message);
  return rewrites;
}

/** Values of the bot's variables in both plays. */
type Envs = Readonly<Record<keyof BothPlayed, Played['env']>>;

function turnRewrites(
  now: PlayedTurn,
  before: PlayedTurn | undefined,
  source: readonly string[],
  envs: Envs,
): Rewrites {
  const { step, turn } = now;
  if (before === undefined) throw new Refusal(step.line, 'the conversation did not come to this turn before');
  const [way, earlier] = [wayOf(turn), wayOf(before.turn)];
  if (way !== earlier) throw new Refusal(step.line, `the bot goes another way: ${parted(earlier, way)}`);
  const [asked, asking] = [requestsOf(turn, envs.now), requestsOf(before.turn, envs.before)];
  if (asked !== asking) throw new Refusal(step.line, `another request is sent: ${parted(asking, asked)}`);
  // What XO 11 greets with is set up in the account.
  if (turn.notes.some(({ code }) => code === 'start-flow')) return new Map();
  return new Map(
    (['bot', 'voice'] as const).flatMap((channel) => {
      const expected = step[channel];
      if (channel === 'voice' && expected.length === 0) return [];
      const [said, saidBefore] = [messageLines(turn, channel), messageLines(before.turn, channel)];
      if (said.length !== expected.length)
        throw new Refusal(step.line, `the bot sends ${said.length} messages, and ${expected.length} are written`);
      return expected.flatMap((message, i) => [
        ...messageRewrites(channel, message, said[i] ?? [], saidBefore[i] ?? [], source),
      ]);
    }),
  );
}

function messageRewrites(
  channel: 'bot' | 'voice',
  message: ExpectedMessage,
  said: readonly string[],
  before: readonly string[],
  source: readonly string[],
): Rewrites {
  if (matchLines(message.lines, said) === undefined) return new Map();
  if (said.join('\n') === before.join('\n'))
    throw new Refusal(message.line, 'the bot says what it said before; only the transcript is another one');
  return rewriteMessage(channel, message, said, source);
}

/** The nodes that a turn went through, and how it left each. */
const wayOf = ({ path }: Turn): string =>
  path.map(({ component, transition = 'waits' }) => `${component} (${transition})`).join(' → ');

/** What was asked, as `@request` and `@url` see it; values that a service made up stand there by name. */
function requestsOf({ calls }: Turn, env: Played['env']): string {
  const text =
    calls.map((call) => `${call.method} ${call.url} ${JSON.stringify(requestOf(call))}`).join(', ') || 'none';
  const madeUp = Object.entries(env).filter(([, value]) => value.length > 8);
  return madeUp.reduce((all, [name, value]) => all.replaceAll(value, `\${${name}}`), text);
}

/** Both from where they part, so that a person sees the difference. */
function parted(before: string, now: string): string {
  const [a, b] = [before.split(' → '), now.split(' → ')];
  const same = a.findIndex((step, i) => step !== b[i]);
  const from = Math.max(0, (same < 0 ? a.length : same) - 1);
  const rest = (steps: readonly string[]) => steps.slice(from, from + 3).join(' → ') || 'nothing';
  return `${rest(a)} before, ${rest(b)} now`;
}
