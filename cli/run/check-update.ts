import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { Templates } from '../../generator/render/load';
import type { SpecFolder } from '../../generator/source/read';
import { accept, type BothPlayed } from '../../testing/transcript/accept';
import { rewritten, type Rewrites } from '../../testing/transcript/rewrite';
import type { Played, RunOptions, TranscriptProblem } from '../../testing/transcript/run';
import { specBots, SpecsError } from '../../testing/transcript/spec-bots';
import { writeAtomically } from '../compiled/files';
import type { Console } from '../console';
import { playAll, type PlayJob } from './check-play';
import { plural } from './plural';
import { commitOf, RevisionError, specsAt } from './revision';

/** What an update works with. */
export interface Updating {
  readonly root: string;
  readonly templates: Templates;
  readonly console: Console;
  readonly folder: SpecFolder;
  readonly playing: Pick<RunOptions, 'openBot' | 'readFile'>;
}

/** A conversation that did not go as written, on each target on which it did not. */
type Differing = readonly Played[];

/**
 * Writes the lines of transcripts anew that a changed text touches, and shows the difference. Gives back the conversations that
 * stay as they are, each with the reason.
 */
export async function update(updating: Updating, wrong: readonly Played[]): Promise<readonly Played[]> {
  const before = beforeOf(updating);
  if (typeof before === 'string') {
    updating.console.err(`${before}\n`);
    return wrong;
  }
  const jobs = wrong.map(({ transcript, target }): PlayJob => ({ transcript, target }));
  const options = { ...updating.playing, throughout: true };
  try {
    const now = await playAll(jobs, options);
    const earlier = await playAll(jobs, { ...options, openBot: before });
    const both = now.map((one, i): BothPlayed => ({ now: one, before: earlier[i] ?? one }));
    return [...grouped(wrong, ({ transcript }) => transcript.path)].flatMap(([path, differing]) =>
      updateFile(updating, path, differing, both),
    );
  } catch (error) {
    if (!(error instanceof SpecsError)) throw error;
    updating.console.err('The specs of the last commit do not build: there are no words to compare with.\n');
    return wrong;
  }
}

/** The bots that the last commit's specs make; or why there are none. */
function beforeOf({ root, templates, folder }: Updating): RunOptions['openBot'] | string {
  try {
    const commit = commitOf(root, 'HEAD');
    const specs = (id: string) => specsAt(root, commit, id);
    if (specs(folder.id) === undefined)
      return `${folder.id} is not in the last commit: there are no words to compare with. Commit it first.`;
    return specBots((id) => specs(id) ?? folder, templates);
  } catch (error) {
    if (!(error instanceof RevisionError)) throw error;
    return 'There is no commit whose words could be compared with these. Commit your specs before you change a text.';
  }
}

/** Writes one file anew, as far as its conversations allow it. */
function updateFile(
  { root, console, playing }: Updating,
  path: string,
  differing: Differing,
  both: readonly BothPlayed[],
): readonly Played[] {
  const text = playing.readFile(path);
  const source = text.split(/\r?\n/);
  const rewrites = new Map<number, readonly string[]>();
  const left: Played[] = [];
  for (const plays of grouped(differing, ({ transcript }) => transcript.line).values()) {
    const mine = both.filter(({ now }) => plays.some(({ transcript }) => transcript === now.transcript));
    const accepted = accept(mine, source);
    if ('rewrites' in accepted) merge(rewrites, accepted.rewrites);
    else left.push(...plays.map((one) => ({ ...one, problems: [refusal(accepted.refused)] })));
  }
  if (rewrites.size === 0) return left;
  const fresh = rewritten(text, rewrites);
  writeAtomically(join(root, path), fresh);
  console.out(createTwoFilesPatch(path, path, text, fresh, '', '', { context: 1 }).replace(/^=+\n/, ''));
  console.out(`${path}: ${plural(rewrites.size, 'line')} written anew\n`);
  return left;
}

const refusal = ({ line, message }: TranscriptProblem): TranscriptProblem => ({
  line,
  message: `not written anew: ${message}`,
});

function merge(into: Map<number, readonly string[]>, rewrites: Rewrites): void {
  for (const [line, lines] of rewrites) into.set(line, lines);
}

function grouped<T, K>(all: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
