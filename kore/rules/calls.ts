import { componentOf, type BotIndex, type IndexedDialog } from './bot-index';
import { at, textAt, type FormatItem } from './item';
import { dangling, rule, textsAt } from './rule';

/** The intent nodes that call another dialog, and which. */
function* callsOf(bot: BotIndex): Generator<{ readonly node: FormatItem; readonly callee: IndexedDialog }> {
  for (const { nodes } of bot.dialogs)
    for (const node of nodes) {
      const callee = bot.dialogByRef.get(textAt(node, 'flowTaskId') ?? '');
      if (callee !== undefined) yield { node, callee };
    }
}

export const calledDialogsExist = rule(
  'called-dialogs-exist (D18)',
  "A call's flowTaskId is the refId of a dialog.",
  function* (bot) {
    for (const { nodes } of bot.dialogs)
      yield* dangling("a dialog's refId", textsAt('flowTaskId', nodes), bot.dialogByRef);
  },
);

export const callComponentBelongsToCallee = rule(
  'call-component-belongs-to-callee (D19)',
  "A call's component belongs to the dialog that is called.",
  function* (bot) {
    for (const { node, callee } of callsOf(bot)) {
      const component = componentOf(bot, node);
      if (component !== undefined && textAt(component, 'dialogId') !== callee.id)
        yield { where: at(node, 'componentId'), message: `its component is not of ${callee.item.at}` };
    }
  },
);

export const callUsesEntryOfCallee = rule(
  'call-uses-entry-of-callee (D20)',
  'A call uses the component of the entry of the dialog that is called.',
  function* (bot) {
    for (const { node, callee } of callsOf(bot)) {
      const entry = callee.nodes[0];
      if (entry !== undefined && textAt(entry, 'componentId') !== textAt(node, 'componentId'))
        yield { where: at(node, 'componentId'), message: `${entry.at} uses another component` };
    }
  },
);
