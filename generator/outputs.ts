import { assembler, contribution, type Contribution, type Sound } from './assemble';
import { actionFlow } from './compile/action-flow';
import type { Flow } from './compile/flow';
import { trialPath } from '../kore/first-import/trials';
import { trialFiles } from '../kore/first-import/variants';
import { DEFINITION_FILE, perList, TARGETS, type KoreBot, type PerList, type Target } from '../kore/format';
import type { Engine } from './engine/engine';
import type { Action, Bot } from './model/model';
import { botFiles } from './package/output';
import type { Guard, Packer } from './package/packer';
import { partOfSpooled, type Spooled } from './package/spool';
import type { PiecewiseFile } from '../kore/zip/pack';
import { print, printPieces } from './package/text';
import type { Render } from './render/render';

/** What is made of one action: its own zips, and its printed part in the whole bots. */
interface MadeAction {
  readonly zips: readonly PiecewiseFile[];
  readonly contributions: PerTarget<Contribution<Spooled>>;
  /** All that they consist of. */
  readonly kept: Spooled;
}

type PerTarget<T> = Readonly<Record<Target, T>>;

const byTarget = <T>(make: (target: Target) => T): PerTarget<T> =>
  Object.fromEntries(TARGETS.map((target) => [target, make(target)])) as Record<Target, T>;

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
    const own = printed(system()).contribution;
    const { frame, entries } = whole([...contributions.map((one) => one[target]), own]);
    const zip = packer.zip(
      `${bot.id}-${target}.zip`,
      botFiles(frame, printPieces(frame.definition, entries), bot.icon),
    );
    const rest = printPieces(
      frame.definition,
      perList((list) => own.entries[list].map(({ form }) => form)),
    );
    looks.push(awaited(look({ path: wholeDefinition(bot, target), pieces: rest })));
    looks.push(awaited(look({ path: `${bot.id}-${target}.zip/config.json`, pieces: [print(frame.config).bytes] })));
    return awaited(zip);
  });
  for (const whole of wholes) yield await whole;
  for (const target of TARGETS) yield* firstImport(bot, assembler(bot, target, render).bare(), packer);
  await Promise.all(looks);
}

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

async function makeAction(bot: Bot, action: Action, flow: Flow, render: Render, packer: Packer): Promise<MadeAction> {
  const made = byTarget((target) => {
    const sound = assembler(bot, target, render).action(action, flow);
    const { bytes, contribution: part } = printed(sound);
    return { files: botFiles(sound.bot, [bytes], bot.icon), part };
  });
  const path = (target: Target) => `${bot.id}/actions/${action.id}-${target}.zip`;
  // First, because packing takes the memory away.
  const kept = compact(
    byTarget((target) => made[target].part),
    packer,
  );
  const zips = await Promise.all(TARGETS.map((target) => packer.zip(path(target), made[target].files)));
  return { zips, ...kept };
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

/** The same entries, put aside without the text that they were cut from. What both targets have alike, as all sentences, is kept once. */
function compact(
  { xo10, xo11 }: PerTarget<Contribution<Buffer>>,
  { keep }: Packer,
): Pick<MadeAction, 'contributions' | 'kept'> {
  const own: Buffer[] = [];
  let end = 0;
  const placed = (form: Buffer): Place => {
    const start = end;
    own.push(form, LINE_END);
    end += form.length + LINE_END.length;
    return { form, start, end: start + form.length };
  };
  const first = perList((list) => xo10.entries[list].map(({ form }) => placed(form)));
  const second = perList((list) =>
    xo11.entries[list].map(({ form }, i) => {
      const its = first[list][i];
      return its?.form.equals(form) ? its : placed(form);
    }),
  );
  const kept = keep(Buffer.concat(own));
  const of = ({ listed, entries }: Contribution<Buffer>, places: PerList<readonly Place[]>): Contribution<Spooled> => ({
    listed,
    entries: perList((list) =>
      entries[list].map(({ fact }, i) => {
        const { start, end: to } = places[list][i] ?? { start: 0, end: 0 };
        return { fact, form: partOfSpooled(kept, start, to) };
      }),
    ),
  });
  return { contributions: { xo10: of(xo10, first), xo11: of(xo11, second) }, kept };
}

/** Between entries, as in a file. */
const LINE_END = Buffer.from('\n');

/** Where an entry stands among those that are kept. */
interface Place {
  readonly form: Buffer;
  readonly start: number;
  readonly end: number;
}
