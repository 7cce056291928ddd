import { keyOf } from '../../generator/model/names';
import { plainOf } from '../../generator/model/text';
import type { Bot } from '../../generator/model/model';
import type { Turn } from '../../preview/turn';
import type { OpenedBot } from '../../preview/open-bot';
import { createCoverage, type DialogCoverage } from '../../testing/transcript/coverage';

/**
 * Nodes and transitions by their kind: the same place in two actions is of one kind, whatever the action and its inputs are
 * called. `all` of a bot, and those that nobody came to in any dialog.
 */
export interface Kinds {
  readonly all: ReadonlySet<string>;
  readonly unseen: ReadonlySet<string>;
}

/** The kinds in a report about the dialogs of a bot. */
export function kindsOf(bot: Bot, report: readonly DialogCoverage[], everything: readonly DialogCoverage[]): Kinds {
  const kinds = (dialogs: readonly DialogCoverage[]) =>
    dialogs.flatMap(({ dialog, nodes, transitions }) =>
      [...nodes.missing, ...transitions.missing].map((name) => generic(bot, dialog, name)),
    );
  const all = kinds(everything);
  const missing = kinds(report);
  const count = (list: readonly string[], kind: string) => list.filter((one) => one === kind).length;
  return {
    all: new Set(all),
    unseen: new Set(missing.filter((kind) => count(missing, kind) === count(all, kind))),
  };
}

/** What there is in a bot, as a report in which nothing was visited. */
export function everythingIn(bot: OpenedBot): readonly DialogCoverage[] {
  const coverage = createCoverage();
  coverage.add(bot, { path: [] } as unknown as Turn);
  return coverage.report();
}

function generic(bot: Bot, dialog: string, name: string): string {
  const action = bot.actions.find(({ title }) => plainOf(title.text) === dialog);
  if (action === undefined) return `${dialog}: ${name}`;
  const inputs = action.inputs.map((input) => input.name).sort((a, b) => b.length - a.length);
  return inputs.reduce(
    (text, input) => text.replaceAll(`[action]${input.charAt(0).toUpperCase()}${input.slice(1)}`, '[action][Input]'),
    name.replaceAll(keyOf(action.id), '[action]'),
  );
}
