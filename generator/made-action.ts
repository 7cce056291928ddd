import { assembler, contribution, type Contribution, type Sound } from './assemble';
import type { Flow } from './compile/flow';
import { perList, TARGETS, type PerList, type Target } from '../kore/format';
import type { Action, Bot } from './model/model';
import { sha256Of } from './package/digest';
import { botFiles } from './package/output';
import type { Packer } from './package/packer';
import { partOfSpooled, type Spooled } from './package/spool';
import type { PrintedEntry } from './package/stretches';
import { print } from './package/text';
import type { PiecewiseFile } from '../kore/zip/pack';
import type { Render } from './render/render';

/** What is made of one action: its own zips, and its printed part in the whole bots. */
export interface MadeAction {
  readonly zips: readonly PiecewiseFile[];
  readonly contributions: PerTarget<Contribution<PrintedEntry>>;
}

/** The same, just now. */
export interface FreshAction extends MadeAction {
  /** All that the contributions consist of. */
  readonly kept: Spooled;
}

type PerTarget<T> = Readonly<Record<Target, T>>;

/** Makes something for each target. */
export const byTarget = <T>(make: (target: Target) => T): PerTarget<T> =>
  Object.fromEntries(TARGETS.map((target) => [target, make(target)])) as Record<Target, T>;

/** Where an action's own zip stands below `dist/`. */
export const zipPath = (bot: Bot, action: Action, target: Target): string =>
  `${bot.id}/actions/${action.id}-${target}.zip`;

/** Makes an action's own bots, and packs them. */
export async function makeAction(
  bot: Bot,
  action: Action,
  flow: Flow,
  render: Render,
  packer: Packer,
): Promise<FreshAction> {
  const made = byTarget((target) => {
    const sound = assembler(bot, target, render).action(action, flow);
    const { bytes, contribution: part } = printed(sound);
    return { files: botFiles(sound.bot, [bytes], bot.icon), part };
  });
  // First, because packing takes the memory away.
  const kept = compact(
    byTarget((target) => made[target].part),
    packer,
  );
  const zips = await Promise.all(TARGETS.map((target) => packer.zip(zipPath(bot, action, target), made[target].files)));
  return { zips, ...kept };
}

/** The text of a bot, and what it contributes to the whole one: pieces of that text. */
function printed(sound: Sound): { readonly bytes: Buffer; readonly contribution: Contribution<Cut> } {
  const { bytes, entries } = print(sound.bot.definition);
  const piece = (list: keyof typeof entries, i: number): Cut => {
    const { start, end } = entries[list][i] ?? { start: 0, end: 0 };
    return { start, bytes: bytes.subarray(start, end) };
  };
  return { bytes, contribution: contribution(sound, piece) };
}

/** What dialogs contribute to the whole bot that no action has. */
export function printedPart(sound: Sound): Contribution<PrintedEntry> {
  const { listed, entries } = printed(sound).contribution;
  return {
    listed,
    entries: perList((list) => entries[list].map(({ fact, form }) => ({ fact, form: entryOf(form, form.bytes) }))),
  };
}

/** An entry, and where it stands in the text that it was cut from. */
interface Cut {
  readonly start: number;
  readonly bytes: Buffer;
}

const entryOf = ({ start, bytes }: Cut, kept: Spooled, digest = sha256Of(bytes)): PrintedEntry => ({
  ...{ start, length: bytes.length, digest },
  bytes: () => kept,
});

/** The same entries, put aside without the text that they were cut from. What both targets have alike, as all sentences, is kept once. */
function compact(
  { xo10, xo11 }: PerTarget<Contribution<Cut>>,
  { keep }: Packer,
): Pick<FreshAction, 'contributions' | 'kept'> {
  const own: Buffer[] = [];
  let end = 0;
  const placed = ({ bytes }: Cut): Place => {
    const start = end;
    own.push(bytes, LINE_END);
    end += bytes.length + LINE_END.length;
    return { bytes, start, end: start + bytes.length, digest: sha256Of(bytes) };
  };
  const first = perList((list) => xo10.entries[list].map(({ form }) => placed(form)));
  const second = perList((list) =>
    xo11.entries[list].map(({ form }, i) => {
      const its = first[list][i];
      return its?.bytes.equals(form.bytes) ? its : placed(form);
    }),
  );
  const kept = keep(Buffer.concat(own));
  const of = (
    { listed, entries }: Contribution<Cut>,
    places: PerList<readonly Place[]>,
  ): Contribution<PrintedEntry> => ({
    listed,
    entries: perList((list) =>
      entries[list].map(({ fact, form }, i) => {
        const { start, end: to, digest } = places[list][i] ?? NOWHERE;
        return { fact, form: entryOf(form, partOfSpooled(kept, start, to), digest) };
      }),
    ),
  });
  return { contributions: { xo10: of(xo10, first), xo11: of(xo11, second) }, kept };
}

/** Between entries, as in a file. */
const LINE_END = Buffer.from('\n');

/** Where an entry stands among those that are kept. */
interface Place {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  readonly digest: string;
}

const NOWHERE = { start: 0, end: 0, digest: '' };
