import { assembler } from './assemble';
import { actionFlow } from './compile/action-flow';
import type { ActionKeeping } from './cache/action-keeping';
import type { Cache } from './cache/cache';
import { stretchKeeping, type StretchKeeping } from './cache/stretch-keeping';
import type { Documents } from './catalogue/catalogue';
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
  /** Is told of each action, in their order. */
  readonly documents: Pick<Documents, 'onFlow' | 'onPage'>;
  /** Stretches of whole bots that were made before. */
  readonly cache: Cache;
  /** Actions that were made before; absent where none are kept. */
  readonly keeping?: ActionKeeping;
}

/** So many actions may wait to be packed while the next one is made. */
const AHEAD = 4;

/** The files of a bot, one by one: each action's zips, then those of the whole bots. Each dialog is rendered, verified and printed once. */
export async function* outputs(bot: Bot, workshop: Workshop): AsyncGenerator<PiecewiseFile> {
  const { render, packer, look, cache } = workshop;
  const contributions: MadeAction['contributions'][] = [];
  const looks: Promise<unknown>[] = [];
  const making: Promise<MadeAction>[] = [];
  const actionOf = actions(bot, workshop, looks);
  for (const [i, action] of bot.actions.entries()) {
    making.push(awaited(actionOf(action)));
    const last = i === bot.actions.length - 1;
    for (const one of making.splice(0, last ? making.length : making.length - AHEAD)) {
      const made = await one;
      contributions.push(made.contributions);
      yield* made.zips;
    }
  }
  const stretches = stretchKeeping(cache);
  const wholes = TARGETS.map((target) => {
    const { system, whole } = assembler(bot, target, render);
    const own = printedPart(system());
    const { frame, entries } = whole([...contributions.map((one) => one[target]), own]);
    const definition = printPieces(frame.definition, entries);
    const zip = wholeZip(`${bot.id}-${target}.zip`, frame, definition, bot, packer, stretches);
    const rest = printPieces(
      frame.definition,
      perList((list) => own.entries[list].map(({ form }) => form)),
    );
    looks.push(awaited(fetched(rest).then((pieces) => look({ path: wholeDefinition(bot, target), pieces }))));
    looks.push(awaited(look({ path: `${bot.id}-${target}.zip/config.json`, pieces: [print(frame.config).bytes] })));
    return awaited(zip);
  });
  for (const whole of wholes) yield await whole;
  for (const target of TARGETS) yield* firstImport(bot, assembler(bot, target, render).bare(), packer);
  await Promise.all(looks);
  stretches.looked();
}

/** Makes actions, or recalls them. What is made is looked at, and kept when nothing was found in it. */
function actions(bot: Bot, workshop: Workshop, looks: Promise<unknown>[]): (action: Action) => Promise<MadeAction> {
  const { render, engine, packer, look, documents, keeping } = workshop;
  const flowOf = engine.stage('flow', actionFlow);
  const make = engine.stage('action', makeAction);
  return async (action) => {
    const known = keeping?.recall(bot, action);
    if (known) {
      documents.onPage(action, known.page);
      return known.made;
    }
    const flow = flowOf(action.id, bot, action);
    const page = documents.onFlow(action, flow);
    const made = await make(action.id, bot, action, flow, render, packer);
    const looked = [look({ path: wholeDefinition(bot, 'xo10'), pieces: [made.kept] })];
    if (keeping) looked.push(look({ path: `${bot.id}/CATALOGUE.md`, pieces: [Buffer.from(page.text)] }));
    looks.push(awaited(Promise.all(looked).then(() => keeping?.keep(bot, action, { made, page }))));
    return made;
  };
}

/** A whole bot, deflated in stretches: several at a time, and each by itself. */
async function wholeZip(
  path: string,
  frame: KoreBot,
  definition: readonly (Buffer | PrintedEntry)[],
  bot: Bot,
  packer: Packer,
  keeping: StretchKeeping,
): Promise<PiecewiseFile> {
  const stretches = await Promise.all(
    cutIntoStretches(definition).map((pieces) => keeping.of(pieces, async (one) => packer.stretch(await fetched(one)))),
  );
  const [, ...others] = botFiles(frame, [], bot.icon);
  return packer.zip(path, [{ path: DEFINITION_FILE[frame.target], stretches }, ...others]);
}

const fetched = (pieces: readonly (Buffer | PrintedEntry)[]): Promise<readonly Spooled[]> =>
  Promise.all(pieces.map(async (piece) => (Buffer.isBuffer(piece) ? piece : piece.bytes())));

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
