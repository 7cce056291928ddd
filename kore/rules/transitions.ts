import type { IndexedDialog } from './bot-index';
import { at, child, has, items, textAt, type FormatItem, type ItemText } from './item';
import { dangling, rule, textsAt } from './rule';

/** The targets of a node's transitions. */
export function* targetsOf(node: FormatItem): Generator<ItemText> {
  const transitions = items(node, 'transitions');
  yield* textsAt('default', transitions);
  yield* textsAt('then', transitions);
}

/** The tests of a dialog's conditions, those of an `and` or `or` included. */
function* testsOf(dialog: IndexedDialog): Generator<FormatItem> {
  for (const node of dialog.nodes)
    for (const transition of items(node, 'transitions')) {
      const condition = child(transition, 'if');
      yield condition;
      yield* items(condition, 'tests');
    }
}

/** XO 11 knows `retToFlow`, back to the experience flow, too (observed once). */
export const transitionTargetsExist = rule(
  'transition-targets-exist (D10)',
  "A transition's target is a node of the dialog, end or nothing.",
  function* (bot) {
    const ends = new Set(bot.target === 'xo11' ? ['', 'end', 'retToFlow'] : ['', 'end']);
    for (const { nodes, nodeById } of bot.dialogs) {
      const known = { has: (name: string) => ends.has(name) || nodeById.has(name) };
      for (const node of nodes) yield* dangling('a nodeId of the dialog', targetsOf(node), known);
    }
  },
);

export const defaultTransitionIsLast = rule(
  'default-transition-is-last (D11)',
  'A node has at most one default transition, the last.',
  function* (bot) {
    for (const { nodes } of bot.dialogs)
      for (const node of nodes) {
        const transitions = items(node, 'transitions');
        for (const [i, one] of transitions.entries())
          if (has(one, 'default') && i < transitions.length - 1)
            yield { where: one.at, message: 'a default transition that is not the last' };
      }
  },
);

export const nodesHaveDefaultTransition = rule(
  'nodes-have-default-transition (D12)',
  'Each node but a dialogAct has a default transition.',
  function* (bot) {
    for (const { nodes } of bot.dialogs)
      for (const node of nodes)
        if (textAt(node, 'type') !== 'dialogAct' && !items(node, 'transitions').some((one) => has(one, 'default')))
          yield { where: at(node, 'transitions'), message: 'no default transition' };
  },
);

export const conditionFieldsAreEntities = rule(
  'condition-fields-are-entities (D13)',
  "A condition's field is an entity node of the dialog.",
  function* (bot) {
    for (const dialog of bot.dialogs) {
      const entities = {
        has: (id: string) => textAt(dialog.nodeById.get(id) ?? { at: '', value: {} }, 'type') === 'entity',
      };
      yield* dangling('an entity node of the dialog', textsAt('field', testsOf(dialog)), entities);
    }
  },
);

export const conditionIntentsAreNodes = rule(
  'condition-intents-are-nodes (D14)',
  "A condition's intent is a node of the dialog.",
  function* (bot) {
    for (const dialog of bot.dialogs)
      yield* dangling('a nodeId of the dialog', textsAt('intent', testsOf(dialog)), dialog.nodeById);
  },
);

export const lastRetryLeadsToNode = rule(
  'last-retry-leads-to-node (D16)',
  'Where the last retry leads is a node of the dialog.',
  function* (bot) {
    for (const { nodes, nodeById } of bot.dialogs) {
      const retries = nodes.map((node) => child(child(child(node, 'nodeOptions'), 'eventOptions'), 'defaultMaxRetry'));
      yield* dangling('a nodeId of the dialog', textsAt('ref', retries), nodeById);
    }
  },
);
