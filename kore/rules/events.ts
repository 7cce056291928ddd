import type { BotIndex } from './bot-index';
import { at, child, entries, textAt, textsIn, type FormatItem } from './item';
import { dangling, rule, textsAt } from './rule';

const events = (bot: BotIndex): readonly FormatItem[] => entries(bot.definition, 'botEvents').map(([, event]) => event);

/** The dialog an event starts; an empty text, as XO 11 writes it, is none. */
const taskOf = (event: FormatItem): string | undefined => textAt(event, 'task') || undefined;

export const defaultDialogExists = rule(
  'default-dialog-exists (G1)',
  'defaultDialogId is the refId of a dialog.',
  (bot) => dangling("a dialog's refId", textsAt('defaultDialogId', [bot.definition]), bot.dialogByRef),
);

export const eventDialogsExist = rule('event-dialogs-exist (G2)', "An event's task is the refId of a dialog.", (bot) =>
  dangling(
    "a dialog's refId",
    textsAt(
      'task',
      events(bot).filter((event) => taskOf(event) !== undefined),
    ),
    bot.dialogByRef,
  ),
);

/** Not in XO 11: its welcome events trigger a dialog without naming one, a start flow greets (observed 3 of 14). */
export const taskIsNamedJustWhenTriggered = rule(
  'task-is-named-just-when-triggered (G3)',
  'An event names a task just when it triggers a dialog.',
  function* (bot) {
    for (const event of events(bot))
      if ((textAt(event, 'action') === 'triggerDialog') !== (taskOf(event) !== undefined))
        yield { where: at(event, 'task'), message: `the action is "${textAt(event, 'action') ?? ''}"` };
  },
  ['xo10'],
);

export const defaultDialogAnswersUnknownIntent = rule(
  'default-dialog-answers-unknown-intent (G4)',
  'What answers an unknown intent is the default dialog.',
  function* (bot) {
    const event = child(child(bot.definition, 'botEvents'), 'INTENT_UNIDENTIFIED');
    const task = taskOf(event);
    if (task !== undefined && task !== textAt(bot.definition, 'defaultDialogId'))
      yield { where: at(event, 'task'), message: 'is not defaultDialogId' };
  },
);

export const exportListsDialogs = rule('export-lists-dialogs (G6)', 'exportOptions list each dialog.', function* (bot) {
  const listed = new Set(
    textsIn(child(child(bot.definition, 'exportOptions'), 'subTasks'), 'dialogs').map((one) => one.text),
  );
  for (const { item, id } of bot.dialogs)
    if (id !== undefined && !listed.has(id))
      yield { where: at(item, '_id'), message: 'is not in exportOptions.subTasks.dialogs' };
});
