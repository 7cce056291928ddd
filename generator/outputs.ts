import { assembler, contribution, type Contribution, type Sound } from './assemble';
import { actionFlow } from './compile/action-flow';
import type { Flow } from './compile/flow';
import { trialPath } from '../kore/first-import/trials';
import { trialFiles } from '../kore/first-import/variants';
import { LISTS, perList, TARGETS, type KoreBot, type Target } from '../kore/format';
import type { Engine } from './engine/engine';
import type { Action, Bot } from './model/model';
import { botFiles, zipFile } from './package/output';
import type { PiecewiseFile } from '../kore/zip/pack';
import { print, printPieces } from './package/text';
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
 * The files of a bot, one by one: each action's zips, then those of the whole bots. Each dialog is rendered, verified and printed
 * once. `look` sees what goes into the zips of the whole bots, which is all there is in any.
 */
export async function* outputs(
  bot: Bot,
  render: Render,
  engine: Engine,
  look: (file: PiecewiseFile) => void,
): AsyncGenerator<PiecewiseFile> {
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
    const files = botFiles(frame, printPieces(frame.definition, entries), bot.icon);
    const zip = `${bot.id}-${target}.zip`;
    for (const { path, pieces } of files) look({ path: `${zip}/${path}`, pieces });
    yield await zipFile(zip, files);
  }
  for (const target of TARGETS) yield* firstImport(bot, assembler(bot, target, render).bare());
}

/** The files that the first import on a live platform is tried with, smallest question first. */
async function* firstImport(bot: Bot, bare: KoreBot): AsyncGenerator<PiecewiseFile> {
  for (const [id, trial] of trialFiles(bare)) {
    const files = botFiles(trial, [print(trial.definition).bytes], bot.icon);
    yield await zipFile(`${bot.id}/${trialPath(id, trial.target)}`, files);
  }
}

async function makeAction(bot: Bot, action: Action, flow: Flow, render: Render): Promise<MadeAction> {
  const made = byTarget((target) => {
    const sound = assembler(bot, target, render).action(action, flow);
    const { bytes, contribution: part } = printed(sound);
    return { files: botFiles(sound.bot, [bytes], bot.icon), part };
  });
  const path = (target: Target) => `${bot.id}/actions/${action.id}-${target}.zip`;
  const first = compact(made.xo10.part);
  const second = compact(made.xo11.part, first);
  return {
    zips: await Promise.all(TARGETS.map((target) => zipFile(path(target), made[target].files))),
    contributions: { xo10: first, xo11: second },
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

/**
 * The same entries in bytes of their own, without the text that they were cut from. Those that the other target has, too, as it has
 * all sentences, are that one's.
 */
function compact({ listed, entries }: Contribution<Buffer>, other?: Contribution<Buffer>): Contribution<Buffer> {
  const same = (list: keyof typeof entries, i: number): Buffer | undefined => {
    const [mine, its] = [entries[list][i]?.form, other?.entries[list][i]?.form];
    return mine && its?.equals(mine) ? its : undefined;
  };
  const own = LISTS.flatMap((list) => entries[list].flatMap(({ form }, i) => (same(list, i) ? [] : [form])));
  const bytes = Buffer.concat(own);
  let at = 0;
  const cut = (length: number) => bytes.subarray(at, (at += length));
  return {
    listed,
    entries: perList((list) =>
      entries[list].map(({ fact, form }, i) => ({ fact, form: same(list, i) ?? cut(form.length) })),
    ),
  };
}
