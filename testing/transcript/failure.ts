import { callLine } from '../../preview/calls';
import { messageLines } from './run';
import type { Played, PlayedTurn, TranscriptProblem } from './run';

/**
 * A failed transcript for people: what is wrong and where, the conversation so far, and of its last turn the way through
 * the dialog, the service calls and the player's notes. Empty when nothing failed.
 */
export function printFailure({ transcript, target, turns, problems }: Played): string {
  if (problems.length === 0) return '';
  const last = turns.at(-1);
  return [
    `${transcript.path}  ${transcript.name}  (${target})`,
    ...problems.flatMap((problem) => describe(transcript.path, problem)),
    '',
    ...turns.flatMap(conversationLines),
    ...(last === undefined ? [] : ['', ...machinery(last)]),
  ].join('\n');
}

function describe(path: string, { line, message, difference }: TranscriptProblem): readonly string[] {
  const shown = (text: string | undefined) =>
    text === undefined ? '(nothing)' : text.replaceAll('\n', '\n            ');
  return [
    `${path}:${line}: ${message}`,
    ...(difference === undefined
      ? []
      : [`  expected  ${shown(difference.expected)}`, `  got       ${shown(difference.got)}`]),
  ];
}

function conversationLines({ step, said, turn }: PlayedTurn): readonly string[] {
  const user = step.input.kind === 'click' ? `click: ${step.input.title}  (${said ?? ''})` : `user: ${cut(said ?? '')}`;
  return [
    ...step.before.map(({ name, value }) => `@${name} ${value}`),
    ...(said === undefined ? [] : [user]),
    ...messageLines(turn, 'bot').map((lines) => `bot: ${lines.join('\n  ')}`),
  ];
}

function machinery({ turn }: PlayedTurn): readonly string[] {
  const path = turn.path.map(
    ({ component, transition }) => `${component}${transition === undefined ? ' (waits)' : ''}`,
  );
  return [
    `path: ${path.join(' → ') || 'none'}`,
    ...(turn.calls.length === 0 ? ['calls: none'] : turn.calls.map((call) => `call: ${callLine(call)}`)),
    ...turn.notes.map(({ code, text }) => `note: ${code}: ${text}`),
  ];
}

const cut = (text: string) => (text.length > 300 ? `${text.slice(0, 300)}… (${text.length} characters)` : text);
