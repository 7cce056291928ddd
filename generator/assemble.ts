import { actionPart, layoutOf, systemDialogs, planOf, systemParts, type Contents } from './compile/bot';
import type { Flow } from './compile/flow';
import { distinct, listingOf, type Listing } from './compile/part';
import { perList, type Config, type Definition, type KoreBot, type PerList, type Target } from '../kore/format';
import { factsOf, verify, verifyJoint, type Fact, type Violation } from '../kore/verify';
import type { Action, Bot } from './model/model';
import type { Render } from './render/render';

/** A sound bot, and how the dialogs in it are listed. */
export interface Sound {
  readonly bot: KoreBot;
  readonly listed: readonly Listing[];
}

/** An entry of a bot's lists: what the rules about a whole bot look at, and the entry itself in some form. */
export interface ListEntry<T> {
  readonly fact: Fact;
  readonly form: T;
}

/** What a whole bot is put together from: sound bots, whose entries have some form. */
export interface Contribution<T> {
  readonly listed: readonly Listing[];
  readonly entries: PerList<readonly ListEntry<T>[]>;
}

/** A whole bot: everything but its lists, and the entries of these. */
export interface Whole<T> {
  readonly frame: KoreBot;
  readonly entries: PerList<readonly T[]>;
}

/** `compile → render → verify` for the bots of one target. */
export interface Assembler {
  /** An action's own bot. */
  readonly action: (action: Action, flow: Flow) => Sound;
  /** The dialogs that only the whole bot has. */
  readonly system: () => Sound;
  /** A bot that has only the greeting and the fallback: what the first import is tried with. */
  readonly bare: () => KoreBot;
  /** The whole bot: the sum of its actions' bots and of `system`. */
  readonly whole: <T>(contributions: readonly Contribution<T>[]) => Whole<T>;
}

/** An assembler for a bot. It throws when a bot breaks a rule of the format, for that is our mistake. */
export function assembler(bot: Bot, target: Target, render: Render): Assembler {
  const layout = layoutOf(bot, target);
  const rendered = (contents: Contents): KoreBot => {
    const plan = planOf(bot, layout, contents);
    return { target, definition: render(plan.definition) as Definition, config: render(plan.config) as Config };
  };
  const sound = (contents: Contents): Sound => {
    const built = rendered(contents);
    mustHold(verify(built), target);
    return { bot: built, listed: contents.inside.map(listingOf) };
  };
  const system = () => systemParts(bot, layout);
  return {
    action: (action, flow) => {
      const inside = [actionPart(bot, layout, action, flow)];
      return sound({ listed: inside, inside });
    },
    system: () => {
      const parts = system();
      const inside = systemDialogs(parts);
      return sound({ listed: inside, inside, system: parts });
    },
    bare: () => {
      const { welcome, menu, fallback, answers } = system();
      const inside = [welcome, fallback];
      return rendered({ listed: inside, inside, system: { welcome, menu, fallback, answers } });
    },
    whole: (contributions) => {
      const listed = contributions.flatMap((one) => one.listed);
      const frame = rendered({ listed, inside: [], system: system() });
      const entries = perList((key) =>
        inOrder(
          key,
          contributions.flatMap((one) => one.entries[key]),
        ),
      );
      const facts = perList((key) => entries[key].map(({ fact }) => fact));
      mustHold(verifyJoint(frame, facts), target);
      return { frame, entries: perList((key) => entries[key].map(({ form }) => form)) };
    },
  };
}

/** What a sound bot contributes to the whole one, its entries in the form that `formOf` gives them. */
export function contribution<T>(
  { bot, listed }: Sound,
  formOf: (list: keyof PerList<unknown>, i: number) => T,
): Contribution<T> {
  const facts = factsOf(bot);
  return { listed, entries: perList((key) => facts[key].map((fact, i) => ({ fact, form: formOf(key, i) }))) };
}

/** Dialogs and components are listed once, by id; sentences as they come. */
const inOrder = <T>(list: keyof PerList<unknown>, entries: readonly ListEntry<T>[]): readonly ListEntry<T>[] =>
  list === 'sentences' ? entries : distinct(entries.map((one) => ({ id: one.fact._id, ...one })));

function mustHold(violations: readonly Violation[], target: Target): void {
  if (violations.length === 0) return;
  const shown = violations.slice(0, 10).map((v) => `  ${v.rule}  ${v.where}  ${v.message}`);
  throw new Error(`The built ${target} bot breaks ${violations.length} rules of the format:\n${shown.join('\n')}`);
}
