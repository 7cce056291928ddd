import { windowRemarks } from '../../../preview/windows';
import type { Check } from '../run';

/** Every window that users have shows every message as it is meant, whatever platform the bot is for. */
export const drawnEverywhere: Check = (_harness, turns) =>
  (turns.at(-1)?.turn.messages ?? []).flatMap(({ rtm }) => windowRemarks(rtm.template).map(({ text }) => text));
