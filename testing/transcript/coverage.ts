import type { Dialog, DialogNode, Transition } from '../../kore/format';
import { dialogName } from '../../preview/open-bot';
import type { OpenedBot } from '../../preview/open-bot';
import type { Turn } from '../../preview/turn';

/** How much of one dialog was walked. `missing` names what was not, as `node` or `node: condition → node`. */
export interface DialogCoverage {
  readonly dialog: string;
  readonly nodes: Tally;
  readonly transitions: Tally;
}

export interface Tally {
  readonly total: number;
  readonly visited: number;
  readonly missing: readonly string[];
}

export interface Coverage {
  /** Takes note of what a turn walked through. */
  readonly add: (bot: OpenedBot, turn: Turn) => void;
  /** One entry per dialog, sorted by name. */
  readonly report: () => readonly DialogCoverage[];
}

/** Per dialog: everything there is, and what of it was visited. */
interface Seen {
  readonly nodes: Map<string, boolean>;
  readonly transitions: Map<string, boolean>;
}

type Stop = Pick<DialogNode, 'nodeId' | 'componentId'> & { readonly transitions?: readonly Transition[] };

/**
 * Coverage of nodes and transitions. Nodes are known by their components' names and transitions by what they test and where
 * they lead, so that differently built forms of one bot (other credentials, another audience) add up.
 */
export function createCoverage(): Coverage {
  const dialogs = new Map<string, Seen>();
  const known = new WeakSet<OpenedBot>();
  return {
    add: (bot, turn) => {
      if (!known.has(bot)) {
        known.add(bot);
        bot.dialogs.forEach((dialog) => list(bot, dialog, dialogs));
      }
      turn.path.forEach((visit) => {
        const dialog = bot.dialogs.find((d) => dialogName(bot, d) === visit.dialog);
        const seen = dialogs.get(visit.dialog);
        const node = dialog && stopsOf(bot, dialog).find((n) => n.nodeId === visit.nodeId);
        if (dialog === undefined || seen === undefined || node === undefined) return;
        seen.nodes.set(nameOf(bot, node), true);
        const way = node.transitions?.find((t, i) =>
          'if' in t ? i === visit.transition : visit.transition === 'default',
        );
        if (way !== undefined) seen.transitions.set(wayOf(bot, dialog, node, way), true);
      });
    },
    report: () =>
      [...dialogs]
        .map(([dialog, { nodes, transitions }]) => ({ dialog, nodes: tally(nodes), transitions: tally(transitions) }))
        .sort((a, b) => (a.dialog < b.dialog ? -1 : 1)),
  };
}

function list(bot: OpenedBot, dialog: Dialog, dialogs: Map<string, Seen>): void {
  const name = dialogName(bot, dialog);
  const seen = dialogs.get(name) ?? { nodes: new Map(), transitions: new Map() };
  dialogs.set(name, seen);
  const add = (map: Map<string, boolean>, key: string) => map.set(key, map.get(key) ?? false);
  for (const node of stopsOf(bot, dialog)) {
    add(seen.nodes, nameOf(bot, node));
    for (const way of node.transitions ?? []) add(seen.transitions, wayOf(bot, dialog, node, way));
  }
}

/** A dialog's nodes, and those inside its botActions. */
const stopsOf = (bot: OpenedBot, dialog: Dialog): readonly Stop[] =>
  dialog.nodes.flatMap((node): readonly Stop[] => [
    node,
    ...((bot.componentById.get(node.componentId)?.nodes ?? []) as readonly Stop[]),
  ]);

const nameOf = (bot: OpenedBot, node: Stop): string => bot.componentById.get(node.componentId)?.name ?? node.nodeId;

function wayOf(bot: OpenedBot, dialog: Dialog, node: Stop, way: Transition): string {
  const to = 'if' in way ? way.then : way.default;
  const target = stopsOf(bot, dialog).find((n) => n.nodeId === to);
  const when = 'if' in way ? [way.if.context, way.if.op, way.if.value].join(' ') : 'otherwise';
  return `${nameOf(bot, node)}: ${when} → ${target === undefined ? to : nameOf(bot, target)}`;
}

function tally(seen: ReadonlyMap<string, boolean>): Tally {
  const missing = [...seen].filter(([, visited]) => !visited).map(([name]) => name);
  return { total: seen.size, visited: seen.size - missing.length, missing };
}
