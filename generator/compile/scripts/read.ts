import { askedOf, asksDirectly } from '../../model/input';
import type { Action, Bot } from '../../model/model';
import { keyOf } from '../../model/names';
import { plainOf } from '../../model/text';
import { script, type Script } from '../plan';
import { readers, readingsOf } from './readings';

/** The step that takes inputs from what was typed, where an action has such; the one before the request goes on with its state. */
export function readScript(bot: Bot, action: Action): Script | undefined {
  const readings = readingsOf(bot, action);
  const [first] = readings;
  if (first === undefined) return undefined;
  const isOnly = askedOf(action.inputs).length === 1 && action.steps.length === 0;
  return script('scripts/read', {
    title: plainOf(action.title.text),
    key: keyOf(action.id),
    readers: readers(readings),
    readings: readings.map(({ name, entity, texts, valueOf }) => ({ name, entity, texts, value: valueOf('value') })),
    single: isOnly ? { entity: first.entity, value: first.valueOf('taken') } : null,
    squashes: readings.some(({ reader }) => reader === 'readReference'),
    again: asksDirectly(action),
  });
}
