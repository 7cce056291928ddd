import type { Target } from '../../kore/format';
import type { Bot } from '../../generator/model/model';
import { planned } from './plans';

const ID = /^(?:[a-z]+(?:-[a-z]+)*-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[0-9a-f]{24}$|^(?:intent|dummy)\d+$/;

/** Every id of a plan by the place where it stands: `_id`, `refId`, nodes, connections, utterances and what points to them. Scripts hold none. */
export function idsOf(value: unknown, at = '', found = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'string') {
    if (ID.test(value)) found.set(at, value);
  } else if (typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind !== 'script') {
    for (const [key, inner] of Object.entries(value)) idsOf(inner, `${at}/${key}`, found);
  }
  return found;
}

/** The ids of a plan, a line each with its place: of the whole bot, or of one action alone. */
export const idsOfBot = (bot: Bot, target: Target, only?: string): string =>
  [...idsOf(planned(bot, target, only).definition)].map(([at, id]) => `${at} ${id}\n`).join('');
