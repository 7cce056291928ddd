import { componentOf, inDefaultLanguage } from './bot-index';
import { at, items, textAt } from './item';
import { dangling, duplicates, rule, textsAt } from './rule';

export const nodeIdsAreUnique = rule(
  'node-ids-are-unique (D1)',
  'nodeIds are unique within a dialog.',
  function* (bot) {
    for (const dialog of bot.dialogs) yield* duplicates('nodeId', textsAt('nodeId', dialog.nodes));
  },
);

export const dialogBeginsWithItsIntent = rule(
  'dialog-begins-with-its-intent (D2)',
  "A dialog starts with intent0, an intent node whose component's dialogId is the dialog's _id.",
  function* (bot) {
    for (const dialog of bot.dialogs) {
      const entry = dialog.nodes[0];
      if (entry === undefined) continue;
      const component = componentOf(bot, entry);
      if (textAt(entry, 'nodeId') !== 'intent0')
        yield { where: at(entry, 'nodeId'), message: 'the first node is not "intent0"' };
      else if (textAt(entry, 'type') !== 'intent')
        yield { where: at(entry, 'type'), message: 'the first node is no intent' };
      else if (component !== undefined && textAt(component, 'dialogId') !== dialog.id)
        yield { where: at(component, 'dialogId'), message: `the entry of ${dialog.item.at} belongs to another dialog` };
    }
  },
);

export const entryIntentHasDialogName = rule(
  'entry-intent-has-dialog-name (D4)',
  "The entry intent has the dialog's name in the default language.",
  function* (bot) {
    for (const { item, nodes } of bot.dialogs) {
      const component = nodes[0] && componentOf(bot, nodes[0]);
      if (component === undefined) continue;
      const locale = inDefaultLanguage(bot, component);
      const name = textAt(inDefaultLanguage(bot, item), 'name');
      if (textAt(locale, 'intent') !== name)
        yield { where: at(locale, 'intent'), message: `the dialog is called "${name ?? ''}"` };
    }
  },
);

export const nodeComponentsExist = rule(
  'node-components-exist (D8)',
  "A node's componentId is that of a component.",
  function* (bot) {
    for (const dialog of bot.dialogs)
      yield* dangling("a component's _id", textsAt('componentId', dialog.nodes), bot.componentById);
  },
);

/** XO 11: 45 of 46 real nodes; the odd one is in a system dialog. */
export const nodeHasTypeOfComponent = rule(
  'node-has-type-of-component (D9)',
  'A node has the type of its component.',
  function* (bot) {
    for (const dialog of bot.dialogs)
      for (const node of dialog.nodes) {
        const component = componentOf(bot, node);
        if (component !== undefined && textAt(node, 'type') !== textAt(component, 'type'))
          yield { where: at(node, 'type'), message: `its component is of type "${textAt(component, 'type') ?? ''}"` };
      }
  },
);

export const intentBelongsToDialog = rule(
  'intent-belongs-to-dialog (D25)',
  "An intent component's dialogId is that of a dialog.",
  (bot) =>
    dangling(
      "a dialog's _id",
      textsAt(
        'dialogId',
        bot.components.filter((component) => textAt(component, 'type') === 'intent'),
      ),
      bot.dialogById,
    ),
);

export const componentsAreUsed = rule(
  'components-are-used (D26)',
  'Each component is used by a node.',
  function* (bot) {
    const used = new Set<string>();
    for (const dialog of bot.dialogs)
      for (const node of dialog.nodes) {
        for (const { text: id } of textsAt('componentId', [node, ...items(node, 'nodes')])) used.add(id);
      }
    for (const component of bot.components)
      if (!used.has(textAt(component, '_id') ?? '')) yield { where: component.at, message: 'no node uses it' };
  },
);
