import { asksDirectly } from '../../model/input';
import type { Action, Bot } from '../../model/model';
import { keyOf } from '../../model/names';
import { plainOf } from '../../model/text';
import { script, type Script } from '../plan';
import { readers, readingsOf } from './readings';

/** The step that takes inputs from what was typed, where an action has such; the one before the request goes on with its state. */
export function readScript(bot: Bot, action: Action): Script | undefined {
  const readings = readingsOf(bot, action);
  if (readings.length === 0) return undefined;
  return script('scripts/read', {
    title: plainOf(action.title.text),
    key: keyOf(action.id),
    readers: readers(readings),
    readings,
    again: asksDirectly(action),
  });
}
