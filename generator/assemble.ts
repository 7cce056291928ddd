import { actionPart, layoutOf, partsOf, planOf, systemParts, type Contents } from './compile/bot';
import type { Flow } from './compile/flow';
import { distinct, listingOf, type Listing } from './compile/part';
import { perList, type Config, type Definition, type KoreBot, type PerList, type Target } from '../kore/format';
import { factsOf, verify, verifyJoint, type Fact, type Violation } from '../kore/verify';
import type { Action, Bot } from './model/model';
import { botFiles } from './package/output';
import type { OutputFile } from '../kore/zip/pack';
import type { Shelf } from './package/shelf';
import { print, type Kept } from './package/text';
import type { Render } from './render/render';

/** An entry of a bot's lists: what is left of it once it has been verified and printed. */
interface Entry {
  readonly id: string;
  readonly fact: Fact;
  readonly printed: Kept;
}

/** What a sound bot leaves behind for the whole one that its dialogs become part of. */
export interface Leavings {
  readonly listed: readonly Listing[];
  readonly entries: PerList<readonly Entry[]>;
}

/** A bot of one target, ready to be packed. */
export interface Assembled {
  readonly files: readonly OutputFile[];
  readonly leavings: Leavings;
}

/** Makes the bots of one target: `compile → render → verify`, and the texts of their files. */
export interface Assembler {
  /** An action's own bot. */
  action(action: Action, flow: Flow): Assembled;
  /** A bot that has only what every bot has, the greeting and the fallback: what the first import is tried with. */
  system(): KoreBot;
  /** The whole bot, from what its actions left: each dialog is rendered, verified and printed once. */
  whole(actions: readonly Leavings[]): readonly OutputFile[];
}

/** An assembler for a bot; what bots leave is put on the shelf. */
export function assembler(bot: Bot, target: Target, render: Render, shelf: Shelf): Assembler {
  const layout = layoutOf(bot, target);
  const rendered = (contents: Contents): KoreBot => {
    const plan = planOf(bot, layout, contents);
    return { target, definition: render(plan.definition) as Definition, config: render(plan.config) as Config };
  };
  const assembled = (contents: Contents): Assembled => {
    const built = rendered(contents);
    sound(verify(built), target);
    const { bytes, entries } = print(built.definition);
    const facts = factsOf(built);
    const part = shelf.keep(bytes);
    return {
      files: botFiles(built, bytes, bot.icon),
      leavings: {
        listed: contents.inside.map(listingOf),
        entries: perList((key) =>
          entries[key].map(({ start, end }, i) => entryOf(facts[key][i] as Fact, part(start, end))),
        ),
      },
    };
  };
  return {
    action: (action, flow) => {
      const inside = [actionPart(bot, layout, action, flow)];
      return assembled({ listed: inside, inside });
    },
    system: () => {
      const system = systemParts(bot, layout);
      const inside = [system.welcome, system.fallback];
      return rendered({ listed: inside, inside, system });
    },
    whole: (actions) => {
      const system = systemParts(bot, layout);
      const inside = partsOf(system);
      const all = [...actions, assembled({ listed: inside, inside, system }).leavings];
      const frame = rendered({ listed: all.flatMap(({ listed }) => listed), inside: [], system });
      const entries = perList((key) =>
        inOrder(
          key,
          all.flatMap((one) => one.entries[key]),
        ),
      );
      sound(
        verifyJoint(
          frame,
          perList((key) => entries[key].map(({ fact }) => fact)),
        ),
        target,
      );
      const printed = perList((key) => entries[key].map((entry) => entry.printed));
      return botFiles(frame, print(frame.definition, printed, (size) => shelf.space(size)).bytes, bot.icon);
    },
  };
}

const entryOf = (fact: Fact, printed: Kept): Entry => ({ id: fact._id, fact, printed });

/** Dialogs and components are listed once, by id; sentences as they come. */
const inOrder = (list: keyof PerList<unknown>, entries: readonly Entry[]) =>
  list === 'sentences' ? entries : distinct(entries);

/** Throws when a bot breaks a rule of the format, for that is our mistake. */
function sound(violations: readonly Violation[], target: Target): void {
  if (violations.length === 0) return;
  const shown = violations.slice(0, 10).map((v) => `  ${v.rule}  ${v.where}  ${v.message}`);
  throw new Error(`The built ${target} bot breaks ${violations.length} rules of the format:\n${shown.join('\n')}`);
}
