import type { BotEvent, Dialog } from '../kore/format';
import { sendMessage } from './messages';
import { note } from './play';
import type { Play } from './play';

/** What an event leads to: a dialog to start, or `said` when it sent its message itself, or nothing. */
export type EventResult = Dialog | 'said' | undefined;

export const eventOf = (play: Play, name: string): BotEvent | undefined => {
  const events = play.bot.kore.definition.botEvents;
  const event = Object.hasOwn(events, name) ? events[name] : undefined;
  return event?.enabled === true ? event : undefined;
};

/** Carries out a bot event. `triggerDialog` gives the dialog back, for the caller to start. */
export async function fireEvent(play: Play, name: string): Promise<EventResult> {
  const event = eventOf(play, name);
  if (event === undefined) return undefined;
  if (event.action === 'triggerDialog') {
    const dialog = play.bot.dialogById.get(event.task ?? '');
    if (dialog === undefined && (event.task ?? '') !== '')
      note(play, undefined, undefined, 'missing', `${name} starts a dialog that is not in the export`);
    return dialog;
  }
  if (event.action !== 'showMsg' || (event.msg ?? []).length === 0) return undefined;
  await sendMessage(play, { frame: undefined, nodeId: '', component: name }, event.msg);
  return 'said';
}
