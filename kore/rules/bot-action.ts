import { componentOf, type BotIndex } from './bot-index';
import { at, indexBy, items, textAt, type FormatItem } from './item';
import { dangling, rule } from './rule';
import { targetsOf } from './transitions';

const isBotAction = (item: FormatItem) => textAt(item, 'type') === 'botAction';

const botActionComponents = (bot: BotIndex) => bot.components.filter(isBotAction);

const botActionNodes = (bot: BotIndex) => bot.dialogs.flatMap((dialog) => dialog.nodes.filter(isBotAction));

/** What has to be the same in the node's and the component's list of inner nodes. */
const signature = (item: FormatItem) =>
  JSON.stringify(items(item, 'nodes').map((inner) => [textAt(inner, 'nodeId'), textAt(inner, 'componentId')]));

export const botActionListsAgree = rule(
  'bot-action-lists-agree (D21)',
  'A botAction node and its component list the same inner nodes in the same order.',
  function* (bot) {
    for (const node of botActionNodes(bot)) {
      const component = componentOf(bot, node);
      if (component !== undefined && signature(node) !== signature(component))
        yield { where: at(node, 'nodes'), message: `differs from ${component.at}/nodes` };
    }
  },
);

export const innerNodesHaveComponents = rule(
  'inner-nodes-have-components (D22)',
  "A botAction's inner nodes have a component of their type.",
  function* (bot) {
    for (const owner of [...botActionComponents(bot), ...botActionNodes(bot)])
      for (const inner of items(owner, 'nodes')) {
        const component = componentOf(bot, inner);
        if (component === undefined) yield { where: at(inner, 'componentId'), message: "is not a component's _id" };
        else if (textAt(component, 'type') !== textAt(inner, 'type'))
          yield { where: at(inner, 'type'), message: `its component is of type "${textAt(component, 'type') ?? ''}"` };
      }
  },
);

export const botActionHasOneRoot = rule(
  'bot-action-has-one-root (D23)',
  'Just one inner node of a botAction has the level root.',
  function* (bot) {
    for (const owner of [...botActionComponents(bot), ...botActionNodes(bot)]) {
      const roots = items(owner, 'nodes').filter((inner) => textAt(inner, 'level') === 'root').length;
      if (roots !== 1) yield { where: at(owner, 'nodes'), message: `${roots} nodes have the level "root"` };
    }
  },
);

export const innerTargetsExist = rule(
  'inner-targets-exist (D24)',
  "An inner transition's target is an inner node, end or nothing.",
  function* (bot) {
    for (const component of botActionComponents(bot)) {
      const inner = items(component, 'nodes');
      const known = indexBy('nodeId', inner);
      for (const node of inner)
        yield* dangling('an inner nodeId', targetsOf(node), {
          has: (name) => name === '' || name === 'end' || known.has(name),
        });
    }
  },
);
