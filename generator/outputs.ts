import { assembler, type Assembler, type Leavings } from './assemble';
import { actionFlow } from './compile/action-flow';
import { trialPath } from '../kore/first-import/trials';
import { trialFiles } from '../kore/first-import/variants';
import { TARGETS, type KoreBot, type Target } from '../kore/format';
import type { Action, Bot } from './model/model';
import { botFiles, zipFile } from './package/output';
import { print } from './package/text';
import type { PiecewiseFile } from '../kore/zip/pack';
import type { Shelf } from './package/shelf';
import type { Render } from './render/render';

/** What is made of one action: its own zips, and what it leaves for the whole bots. */
export interface MadeAction {
  readonly zips: readonly PiecewiseFile[];
  readonly leavings: Readonly<Record<Target, Leavings>>;
}

/** Makes one action for every target. */
export type MakeAction = (action: Action) => Promise<MadeAction>;

const byTarget = <T>(make: (target: Target) => T): Readonly<Record<Target, T>> =>
  Object.fromEntries(TARGETS.map((target) => [target, make(target)])) as Record<Target, T>;

/**
 * The files of a bot, one by one: each action's zips, then the whole bots, as plain files to read and compare and as zips to
 * import. `remembered` may make an action in its own way.
 */
export async function* outputs(
  bot: Bot,
  render: Render,
  shelf: Shelf,
  remembered: (make: MakeAction) => MakeAction = (make) => make,
): AsyncGenerator<PiecewiseFile> {
  const assemblers = byTarget((target) => assembler(bot, target, render, shelf));
  const make = remembered((action) => makeAction(bot, action, assemblers));
  const leavings: MadeAction['leavings'][] = [];
  for (const action of bot.actions) {
    const made = await make(action);
    leavings.push(made.leavings);
    yield* made.zips;
  }
  // The larger one first: its memory does for the other.
  for (const target of [...TARGETS].reverse()) {
    const files = assemblers[target].whole(leavings.map((one) => one[target]));
    for (const { path, bytes } of files) yield { path: `${bot.id}/${target}/${path}`, pieces: [bytes] };
    yield await zipFile(`${bot.id}-${target}.zip`, files);
  }
  for (const target of TARGETS) yield* firstImport(bot, assemblers[target].system());
}

/** The files that the first import on a live platform is tried with, smallest question first. */
async function* firstImport(bot: Bot, system: KoreBot): AsyncGenerator<PiecewiseFile> {
  for (const [id, trial] of trialFiles(system)) {
    const files = botFiles(trial, print(trial.definition).bytes, bot.icon);
    yield await zipFile(`${bot.id}/${trialPath(id, trial.target)}`, files);
  }
}

async function makeAction(
  bot: Bot,
  action: Action,
  assemblers: Readonly<Record<Target, Assembler>>,
): Promise<MadeAction> {
  const flow = actionFlow(bot, action);
  const made = byTarget((target) => assemblers[target].action(action, flow));
  const path = (target: Target) => `${bot.id}/actions/${action.id}-${target}.zip`;
  return {
    zips: await Promise.all(TARGETS.map((target) => zipFile(path(target), made[target].files))),
    leavings: byTarget((target) => made[target].leavings),
  };
}
