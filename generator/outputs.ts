import { assembler } from './assemble';
import { actionFlow } from './compile/action-flow';
import type { Flow } from './compile/flow';
import { trialPath } from '../kore/first-import/trials';
import { trialFiles } from '../kore/first-import/variants';
import { DEFINITION_FILE, perList, TARGETS, type KoreBot, type Target } from '../kore/format';
import type { Engine } from './engine/engine';
import { makeAction, printedPart, type MadeAction } from './made-action';
import type { Action, Bot } from './model/model';
import { botFiles } from './package/output';
import type { Guard, Packer } from './package/packer';
import type { Spooled } from './package/spool';
import { cutIntoStretches, type PrintedEntry } from './package/stretches';
import type { PiecewiseFile } from '../kore/zip/pack';
import { print, printPieces } from './package/text';
import type { Render } from './render/render';

/** What the files of a bot are made with. */
export interface Workshop {
  readonly render: Render;
  readonly engine: Engine;
  readonly packer: Packer;
  /** Looks at what goes into the zips of the whole bots, which is all there is in any. */
  readonly look: Guard;
  /** Is shown the flow of each action, in their order. */
  readonly onFlow: (action: Action, flow: Flow) => void;
}

/** So many actions may wait to be packed while the next one is made. */
const AHEAD = 4;

/** The files of a bot, one by one: each action's zips, then those of the whole bots. Each dialog is rendered, verified and printed once. */
export async function* outputs(bot: Bot, workshop: Workshop): AsyncGenerator<PiecewiseFile> {
  const { render, engine, packer, look, onFlow } = workshop;
  const flowOf = engine.stage('flow', actionFlow);
  const make = engine.stage('action', makeAction);
  const contributions: MadeAction['contributions'][] = [];
  const looks: Promise<unknown>[] = [];
  const making: Promise<MadeAction>[] = [];
  for (const [i, action] of bot.actions.entries()) {
    const flow = flowOf(action.id, bot, action);
    onFlow(action, flow);
    making.push(awaited(make(action.id, bot, action, flow, render, packer)));
    const last = i === bot.actions.length - 1;
    for (const one of making.splice(0, last ? making.length : making.length - AHEAD)) {
      const made = await one;
      contributions.push(made.contributions);
      looks.push(awaited(look({ path: wholeDefinition(bot, 'xo10'), pieces: [made.kept] })));
      yield* made.zips;
    }
  }
  const wholes = TARGETS.map((target) => {
    const { system, whole } = assembler(bot, target, render);
    const own = printedPart(system());
    const { frame, entries } = whole([...contributions.map((one) => one[target]), own]);
    const zip = wholeZip(`${bot.id}-${target}.zip`, frame, printPieces(frame.definition, entries), bot, packer);
    const rest = printPieces(
      frame.definition,
      perList((list) => own.entries[list].map(({ form }) => form)),
    ).map(bytesOf);
    looks.push(awaited(look({ path: wholeDefinition(bot, target), pieces: rest })));
    looks.push(awaited(look({ path: `${bot.id}-${target}.zip/config.json`, pieces: [print(frame.config).bytes] })));
    return awaited(zip);
  });
  for (const whole of wholes) yield await whole;
  for (const target of TARGETS) yield* firstImport(bot, assembler(bot, target, render).bare(), packer);
  await Promise.all(looks);
}

/** A whole bot, deflated in stretches: several at a time, and each by itself. */
async function wholeZip(
  path: string,
  frame: KoreBot,
  definition: readonly (Buffer | PrintedEntry)[],
  bot: Bot,
  packer: Packer,
): Promise<PiecewiseFile> {
  const stretches = await Promise.all(
    cutIntoStretches(definition).map((pieces) => packer.stretch(pieces.map(bytesOf))),
  );
  const [, ...others] = botFiles(frame, [], bot.icon);
  return packer.zip(path, [{ path: DEFINITION_FILE[frame.target], stretches }, ...others]);
}

const bytesOf = (piece: Buffer | PrintedEntry): Spooled => (Buffer.isBuffer(piece) ? piece : piece.bytes);

const wholeDefinition = (bot: Bot, target: Target): string => `${bot.id}-${target}.zip/${DEFINITION_FILE[target]}`;

/** A promise that is awaited later, or not at all when something else fails first. */
function awaited<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** The files that the first import on a live platform is tried with, smallest question first. */
async function* firstImport(bot: Bot, bare: KoreBot, { zip }: Packer): AsyncGenerator<PiecewiseFile> {
  const zips = [...trialFiles(bare)].map(([id, trial]) =>
    awaited(
      zip(`${bot.id}/${trialPath(id, trial.target)}`, botFiles(trial, [print(trial.definition).bytes], bot.icon)),
    ),
  );
  for (const one of zips) yield await one;
}
