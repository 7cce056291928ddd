import { createHash } from 'node:crypto';
import { assembler, contribution, type Contribution, type Sound } from './assemble';
import type { Flow } from './compile/flow';
import { perList, TARGETS, type PerList, type Target } from '../kore/format';
import type { Action, Bot } from './model/model';
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
  /** All that they consist of. */
  readonly kept: Spooled;
}

type PerTarget<T> = Readonly<Record<Target, T>>;

const byTarget = <T>(make: (target: Target) => T): PerTarget<T> =>
  Object.fromEntries(TARGETS.map((target) => [target, make(target)])) as Record<Target, T>;

/** Makes an action's own bots, and packs them. */
export async function makeAction(
  bot: Bot,
  action: Action,
  flow: Flow,
  render: Render,
  packer: Packer,
): Promise<MadeAction> {
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

/** What dialogs contribute to the whole bot that no action has. */
export function printedPart(sound: Sound): Contribution<PrintedEntry> {
  const { listed, entries } = printed(sound).contribution;
  return {
    listed,
    entries: perList((list) =>
      entries[list].map(({ fact, form }) => ({ fact, form: { bytes: form, digest: digestOf(form) } })),
    ),
  };
}

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

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
    return { form, start, end: start + form.length, digest: digestOf(form) };
  };
  const first = perList((list) => xo10.entries[list].map(({ form }) => placed(form)));
  const second = perList((list) =>
    xo11.entries[list].map(({ form }, i) => {
      const its = first[list][i];
      return its?.form.equals(form) ? its : placed(form);
    }),
  );
  const kept = keep(Buffer.concat(own));
  const of = (
    { listed, entries }: Contribution<Buffer>,
    places: PerList<readonly Place[]>,
  ): Contribution<PrintedEntry> => ({
    listed,
    entries: perList((list) =>
      entries[list].map(({ fact }, i) => {
        const { start, end: to, digest } = places[list][i] ?? NOWHERE;
        return { fact, form: { bytes: partOfSpooled(kept, start, to), digest } };
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
  readonly digest: string;
}

const NOWHERE = { start: 0, end: 0, digest: '' };
