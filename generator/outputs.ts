import { assembler, contribution, type Contribution, type Sound } from './assemble';
import { actionFlow } from './compile/action-flow';
import type { Flow } from './compile/flow';
import { trialPath } from '../kore/first-import/trials';
import { trialFiles } from '../kore/first-import/variants';
import { TARGETS, type KoreBot, type Target } from '../kore/format';
import type { Engine } from './engine/engine';
import type { Action, Bot } from './model/model';
import { botFiles, zipFile } from './package/output';
import type { PiecewiseFile } from '../kore/zip/pack';
import { print } from './package/text';
import type { Render } from './render/render';

/** What is made of one action: its own zips, and its printed part in the whole bots. */
interface MadeAction {
  readonly zips: readonly PiecewiseFile[];
  readonly contributions: Readonly<Record<Target, Contribution<Buffer>>>;
}

const byTarget = <T>(make: (target: Target) => T): Readonly<Record<Target, T>> =>
  Object.fromEntries(TARGETS.map((target) => [target, make(target)])) as Record<Target, T>;

/** The flow of each action, which its dialogs and its page in the catalogue show. */
export const flows = (engine: Engine): ((bot: Bot, action: Action) => Flow) => {
  const flow = engine.stage('flow', actionFlow);
  return (bot, action) => flow(action.id, bot, action);
};

/**
 * The files of a bot, one by one: each action's zips, then the whole bots, as plain files to read and compare and as zips to
 * import. Each dialog is rendered, verified and printed once.
 */
export async function* outputs(bot: Bot, render: Render, engine: Engine): AsyncGenerator<PiecewiseFile> {
  const flowOf = flows(engine);
  const make = engine.stage('action', makeAction);
  const contributions: MadeAction['contributions'][] = [];
  for (const action of bot.actions) {
    const made = await make(action.id, bot, action, flowOf(bot, action), render);
    contributions.push(made.contributions);
    yield* made.zips;
  }
  for (const target of TARGETS) {
    const { system, whole } = assembler(bot, target, render);
    const { frame, entries } = whole([...contributions.map((one) => one[target]), printed(system()).contribution]);
    const files = botFiles(frame, print(frame.definition, entries).bytes, bot.icon);
    for (const { path, bytes } of files) yield { path: `${bot.id}/${target}/${path}`, pieces: [bytes] };
    yield await zipFile(`${bot.id}-${target}.zip`, files);
  }
  for (const target of TARGETS) yield* firstImport(bot, assembler(bot, target, render).bare());
}

/** The files that the first import on a live platform is tried with, smallest question first. */
async function* firstImport(bot: Bot, bare: KoreBot): AsyncGenerator<PiecewiseFile> {
  for (const [id, trial] of trialFiles(bare)) {
    const files = botFiles(trial, print(trial.definition).bytes, bot.icon);
    yield await zipFile(`${bot.id}/${trialPath(id, trial.target)}`, files);
  }
}

async function makeAction(bot: Bot, action: Action, flow: Flow, render: Render): Promise<MadeAction> {
  const made = byTarget((target) => {
    const sound = assembler(bot, target, render).action(action, flow);
    const { bytes, contribution: part } = printed(sound);
    return { files: botFiles(sound.bot, bytes, bot.icon), part };
  });
  const path = (target: Target) => `${bot.id}/actions/${action.id}-${target}.zip`;
  return {
    zips: await Promise.all(TARGETS.map((target) => zipFile(path(target), made[target].files))),
    contributions: byTarget((target) => made[target].part),
  };
}

/** The text of a bot, and what it contributes to the whole one: pieces of that text. */
function printed(sound: Sound): { readonly bytes: Buffer; readonly contribution: Contribution<Buffer> } {
  const { bytes, entries } = print(sound.bot.definition);
  const piece = (list: keyof typeof entries, i: number) => {
    const { start, end } = entries[list][i] ?? { start: 0, end: 0 };
    return bytes.subarray(start, end);
  };
  return { bytes, contribution: contribution(sound, piece) };
}
