import { foundNames } from '../../model/look-up';
import type { Action, Bot } from '../../model/model';
import { entityName } from '../../model/names';
import type { Expression } from '../expressions';
import { rawNames } from '../messages/raw';
import { hearsAsides } from './asides';
import { foundValue, shownInputs, type Given } from './given';
import { readingsOf } from './readings';

/** A value that the state shows again, in short. */
interface Said {
  readonly name: string;
  readonly value: Expression;
  /** It is kept as it came. */
  readonly raw: boolean;
}

/** An input as the step before the request takes it. */
interface SaidInput extends Said {
  readonly many: boolean;
  readonly entity: string;
  /** The step before has put it into the state already. */
  readonly isShown: boolean;
}

/** What was said and what was looked up, and what of it the step before the request makes fit to be shown. */
export interface SaidView {
  readonly inputs: readonly SaidInput[];
  readonly found: readonly Said[];
  readonly says: boolean;
  /** Whether the step shortens anything, makes anything inert, or names several values of which one was meant. */
  readonly shortens: boolean;
  readonly shows: boolean;
  readonly chooses: boolean;
  /** Whether a step before has begun the state. */
  readonly reads: boolean;
  readonly hears: boolean;
}

/** Works out what is told of an action's values. */
export function saidView(bot: Bot, action: Action, given: Given): SaidView {
  const raw = rawNames(bot, action);
  const hears = hearsAsides(bot, action);
  const shown = new Set(hears ? shownInputs(bot, action) : []);
  const inputs = action.inputs.map(({ name, many }) => ({
    name,
    many,
    value: given.of(name),
    entity: entityName(action, name),
    raw: raw.has(name),
    isShown: shown.has(name),
  }));
  const found = foundNames(action).flatMap((name) => {
    const value = foundValue(action, name);
    return value ? [{ name, value, raw: raw.has(name) }] : [];
  });
  const isRead = readingsOf(bot, action).length > 0;
  const chooses = isRead && !hears;
  const own = [...inputs.filter(({ isShown }) => !isShown), ...found];
  return {
    inputs,
    found,
    says: inputs.length + found.length > 0,
    shortens: own.length > 0 || chooses,
    shows: own.some((one) => !one.raw) || chooses,
    chooses,
    reads: isRead || hears,
    hears,
  };
}
