import type { OpenedBot } from '../../preview/open-bot';
import type { Turn } from '../../preview/turn';
import { applyDirective, verifyDirective } from './directives';
import { matchLines } from '../../services/stub/match';
import { shownButtons, findButton, readableLines } from '../../preview/readable';
import { startHarness } from './harness';
import type { Harness, HarnessOptions, WantedBot } from './harness';
import type { ExpectedMessage, TranscriptStep, Transcript } from '../../generator/transcript/transcript';

/** A turn as it was played, with what led to it. */
export interface PlayedTurn {
  readonly step: TranscriptStep;
  /** What the user said, also by pressing a button; nothing when the channel connected. */
  readonly said: string | undefined;
  readonly turn: Turn;
}

/** What is wrong, and in which line of the file. `expected` and `got` where two texts part. */
export interface TranscriptProblem {
  readonly line: number;
  readonly message: string;
  readonly difference?: { readonly expected: string | undefined; readonly got: string | undefined };
}

/** A transcript after it was played: up to its end, or to the first turn that had a problem. */
export interface Played {
  readonly transcript: Transcript;
  readonly target: WantedBot['target'];
  readonly bot: OpenedBot;
  /** Values of the bot's variables, which the local services may make up anew for each conversation. */
  readonly env: Readonly<Record<string, string>>;
  readonly turns: readonly PlayedTurn[];
  readonly problems: readonly TranscriptProblem[];
}

/** Looks at a turn for something that must never happen; `turns` ends with the one to look at. */
export type Check = (harness: Harness, turns: readonly PlayedTurn[], transcript: Transcript) => readonly string[];

export interface RunOptions extends HarnessOptions {
  readonly checks: readonly Check[];
  /** Goes on where the bot says other words, so that every turn is played. */
  readonly throughout?: boolean;
}

/** Plays a transcript against one target. Rejects only for a transcript that cannot be played. */
export async function runTranscript(
  transcript: Transcript,
  target: WantedBot['target'],
  options: RunOptions,
): Promise<Played> {
  const harness = await startHarness(transcript, target, options);
  const turns: PlayedTurn[] = [];
  const problems: TranscriptProblem[] = [];
  const ends = ({ difference }: TranscriptProblem) => options.throughout !== true || difference === undefined;
  try {
    for (const step of transcript.steps) {
      problems.push(...(await playStep(harness, step, turns, options.throughout)));
      if (problems.some(ends)) break;
      const found = options.checks.flatMap((check) => check(harness, turns, transcript));
      problems.push(...found.map((message) => ({ line: step.line, message })));
      if (problems.some(ends)) break;
    }
  } finally {
    await harness.close();
  }
  return { transcript, target, bot: harness.bot, env: harness.env, turns, problems };
}

async function playStep(
  harness: Harness,
  step: TranscriptStep,
  turns: PlayedTurn[],
  throughout = false,
): Promise<readonly TranscriptProblem[]> {
  harness.patience.short = false;
  for (const directive of step.before) {
    const message = await applyDirective(harness, directive);
    if (message !== undefined) return [{ line: directive.line, message }];
  }
  const said = saidIn(step, turns.at(-1)?.turn);
  if (typeof said !== 'string' && said !== undefined) return [said];
  const turn = await (said === undefined ? harness.conversation.connect() : harness.conversation.say(said));
  turns.push({ step, said, turn });
  // On XO 11 a Start Flow greets; it is set up in the account and not part of an export.
  if (turn.notes.some(({ code }) => code === 'start-flow')) return [];
  const words = compareTurn(step, turn);
  if (words.length > 0 && !throughout) return words;
  const untrue = step.after.flatMap((directive) => {
    const message = verifyDirective(turn, said ?? '', directive);
    return message === undefined ? [] : [{ line: directive.line, message }];
  });
  return [...words, ...untrue];
}

/** The first difference between what was expected of a turn and what was said, if there is one. */
function compareTurn(step: TranscriptStep, turn: Turn): readonly TranscriptProblem[] {
  const problem =
    compare('bot', step.bot, turn, step.line) ??
    (step.voice.length > 0 ? compare('voice', step.voice, turn, step.line) : undefined);
  return problem === undefined ? [] : [problem];
}

function saidIn({ input, line }: TranscriptStep, last: Turn | undefined): string | undefined | TranscriptProblem {
  if (input.kind === 'connect') return undefined;
  if (input.kind === 'say') return input.text;
  const shown = last === undefined ? [] : shownButtons(last);
  const button = findButton(shown, input.title);
  if (button === undefined) {
    const titles = shown.map(({ title }) => `[${title}]`).join(' ') || 'none';
    return { line, message: `there is no button "${input.title}" to press; shown were ${titles}` };
  }
  return button.payload ?? { line, message: `the button "${input.title}" opens ${button.url ?? 'a page'}` };
}

/** A turn's messages as lines, as one of the two channels shows them. Empty lines are left out, as in transcripts. */
export const messageLines = (turn: Turn, channel: 'bot' | 'voice'): readonly (readonly string[])[] =>
  turn.messages.map((message) =>
    readableLines(channel === 'bot' ? message.rtm : message.default).filter((line) => line.trim() !== ''),
  );

/** The line of the file that an expected line stands in; behind the last one, that of the last. */
const placeOf = ({ line, places }: ExpectedMessage, index: number): number => places[index] ?? places.at(-1) ?? line;

function compare(
  channel: 'bot' | 'voice',
  expected: readonly ExpectedMessage[],
  turn: Turn,
  line: number,
): TranscriptProblem | undefined {
  const got = messageLines(turn, channel);
  for (const [i, message] of expected.entries()) {
    const lines = got[i];
    if (lines === undefined) {
      const difference = { expected: message.lines[0], got: undefined };
      return { line: message.line, message: `message ${i + 1} was not sent`, difference };
    }
    const found = matchLines(message.lines, lines);
    if (found !== undefined)
      return { line: placeOf(message, found.index), message: 'the bot says something else', difference: found };
  }
  const more = got[expected.length];
  if (more === undefined) return undefined;
  return {
    line: expected.at(-1)?.line ?? line,
    message: 'the bot says more than expected',
    difference: { expected: undefined, got: more.join('\n') },
  };
}
