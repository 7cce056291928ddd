import { askedOf, asksDirectly } from '../../model/input';
import type { Action, Bot } from '../../model/model';
import { keyOf } from '../../model/names';
import { plainOf } from '../../model/text';
import { script, type Script } from '../plan';
import { topicView } from './asides';
import { readers, readingsOf } from './readings';

/**
 * The first step after the questions, where an action takes inputs from what was typed or hears asides: it begins the state that
 * the step before the request goes on with.
 */
export function readScript(bot: Bot, action: Action): Script | undefined {
  const readings = readingsOf(bot, action);
  const topic = topicView(bot, action);
  const [first] = readings;
  if (first === undefined && topic === null) return undefined;
  const isOnly = askedOf(action.inputs).length === 1 && action.steps.length === 0;
  return script('scripts/read', {
    title: plainOf(action.title.text),
    key: keyOf(action.id),
    topic,
    readers: readers(readings),
    readings: readings.map(({ name, entity, texts, valueOf }) => ({ name, entity, texts, value: valueOf('value') })),
    single: first && isOnly ? { entity: first.entity, value: first.valueOf('taken') } : null,
    squashes: readings.some(({ reader }) => reader === 'readReference'),
    again: first === undefined || asksDirectly(action),
  });
}
