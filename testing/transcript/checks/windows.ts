import { WINDOWS, windowRemarks } from '../../../preview/windows';
import type { Check } from '../run';

/** Every window of the bot's platform shows something of every message. */
export const drawnEverywhere: Check = ({ bot }, turns) => {
  const windows = WINDOWS.filter(({ targets }) => targets.includes(bot.target));
  return (turns.at(-1)?.turn.messages ?? []).flatMap(({ rtm }) =>
    windowRemarks(rtm.template, windows).flatMap(({ text, lost }) => (lost ? [text] : [])),
  );
};
