import { plainOf } from '../../generator/model/text';
import { names } from '../../generator/model/names';
import { outcomes, sharedOutcomes, type Outcome } from '../../generator/model/outcomes';
import type { Bot } from '../../generator/model/model';
import type { Target } from '../../kore/format';
import { createCoverage, type DialogCoverage } from '../../testing/transcript/coverage';
import type { Played, TranscriptProblem } from '../../testing/transcript/run';
import { plural } from './plural';

/** Each problem once, with the conversation it is in, the targets that have it, and what differs. */
export function failures(wrong: readonly Played[]): readonly string[] {
  const byText = new Map<string, string[]>();
  for (const { transcript, target, problems } of wrong)
    for (const problem of problems) {
      const text = describe(transcript.path, transcript.name, problem);
      byText.set(text, [...(byText.get(text) ?? []), target]);
    }
  return [...byText].map(([text, targets]) => text.replace('\0', targets.join(', ')));
}

function describe(path: string, name: string, { line, message, difference }: TranscriptProblem): string {
  const head = `${path}:${line}  ${message}  (${name}; \0)`;
  if (difference === undefined) return head;
  const shown = (sign: string, text: string | undefined) =>
    text === undefined ? [] : text.split('\n').map((one) => `  ${sign} ${one}`);
  return [head, ...shown('-', difference.expected), ...shown('+', difference.got)].join('\n');
}

/** `22 conversations on xo10, 21 on xo11: 2 differ  1.9 s`. */
export function playedLine(
  plays: readonly Played[],
  left: readonly Played[],
  targets: readonly Target[],
  milliseconds: number,
): string {
  if (plays.length === 0) return 'No conversation is about this.';
  const counts = targets.map((target) => [target, plays.filter((one) => one.target === target).length] as const);
  const [first, ...rest] = counts.filter(([, count]) => count > 0);
  const played = [
    ...(first ? [`${plural(first[1], 'conversation')} on ${first[0]}`] : []),
    ...rest.map(([target, count]) => `${count} on ${target}`),
  ].join(', ');
  const ended = left.length === 0 ? 'all as written' : `${left.length} not as written`;
  return `${played}: ${ended}  ${(milliseconds / 1000).toFixed(1)} s`;
}

/** How much of the dialogs of some actions, or of all, was walked through, and what was not. */
export function coverageReport(bot: Bot, actions: ReadonlySet<string> | undefined, plays: readonly Played[]): string {
  const coverage = createCoverage();
  for (const { bot: played, turns } of plays) for (const { turn } of turns) coverage.add(played, turn);
  const walked = new Map(coverage.report().map((one) => [one.dialog, one]));
  const rows = bot.actions
    .filter(({ id }) => actions === undefined || actions.has(id))
    .map((action) => rowOf(action.id, walked.get(plainOf(action.title.text))));
  const width = Math.max(0, ...rows.map(({ id }) => id.length));
  return rows.map(({ id, text, missing }) => [`  ${id.padEnd(width)}  ${text}`, ...missing].join('\n')).join('\n');
}

function rowOf(id: string, walked: DialogCoverage | undefined) {
  if (walked === undefined) return { id, text: 'not played', missing: [] };
  const { nodes, transitions } = walked;
  const outcomeOf = outcomeNodes(id);
  const ways = transitions.missing.flatMap((name) => {
    const [, from = '', to = ''] = /^(.*?): .* → (.*)$/.exec(name) ?? [];
    // Where nobody came to, nobody could go on.
    return nodes.missing.includes(from) ? [] : [{ name, to, outcome: outcomeOf(name, to) }];
  });
  const unplayed = new Set([
    ...ways.flatMap(({ outcome }) => outcome ?? []),
    ...nodes.missing.flatMap((name) => outcomeOf('', name) ?? []),
  ]);
  const rest = [
    ...nodes.missing.filter((name) => outcomeOf('', name) === undefined),
    ...ways.filter(({ to, outcome }) => outcome === undefined && !nodes.missing.includes(to)).map(({ name }) => name),
  ];
  return {
    id,
    text: `nodes ${nodes.visited}/${nodes.total}  transitions ${transitions.visited}/${transitions.total}`,
    missing: [
      ...(unplayed.size > 0
        ? [`    outcomes not played: ${outcomes.filter((one) => unplayed.has(one)).join(', ')}`]
        : []),
      ...rest.map((name) => `    not played: ${name}`),
    ],
  };
}

/** The outcome that a transition tests, or that the node says which it leads to. */
const outcomeNodes =
  (id: string) =>
  (transition: string, node: string): Outcome | undefined =>
    outcomes.find(
      (one) =>
        transition.includes(` eq ${one} →`) ||
        node === names.reply(id, one) ||
        sharedOutcomes.some((shared) => shared === one && node === names.shared(shared)),
    );
