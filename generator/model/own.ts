import { isToldTo } from '../../apis/graphql/told-to';
import { mayLack } from './input';
import { lookUps } from './look-up';
import type { Action, Bot, GraphqlRequest, Phrase } from './model';
import { requestPhrases } from './request-phrases';
import { placeholders } from './text';

/** Whether a request of an action can only be about the signed-in person: whose the answer is is looked at, or a value says it. */
export function isOwn(action: Action, bot: Bot): boolean {
  const { request, response, writes } = action;
  if (!writes && response.owner !== undefined) return true;
  const says = ({ text }: Phrase) =>
    placeholders(text).some(({ name }) => isIdentity(action, bot, name) || isFoundOwn(action, bot, name));
  if (request.kind === 'rest' || writes) return requestPhrases(action).some(says);
  return isAskedFor(request, response.at, says);
}

/** Whether each place of the answer is asked for with a value that says it: one query may ask for several things. */
function isAskedFor(
  { query, variables }: GraphqlRequest,
  at: readonly string[],
  says: (value: Phrase) => boolean,
): boolean {
  const told = [...variables].flatMap(([name, value]) => (typeof value === 'object' && says(value) ? [name] : []));
  return told.length > 0 && at.every((path) => isToldTo(query, path, new Set(told)));
}

/** Whether a placeholder is a value of the session that says who is signed in, by its own name or as an input that must be there. */
function isIdentity(action: Action, bot: Bot, name: string): boolean {
  const [base, found = ''] = name.split('.');
  if (base === 'session') return bot.identity.includes(found);
  return action.inputs.some(
    (input) =>
      input.name === name &&
      input.source?.from === 'session' &&
      bot.identity.includes(input.source.name) &&
      !mayLack(input),
  );
}

/** Whether a placeholder is what a look-up found of the signed-in person. What is left out at times vouches for nothing. */
export function isFoundOwn(action: Action, bot: Bot, name: string): boolean {
  const [base, found] = name.split('.');
  const at = action.steps.findIndex((step) => step.name === base && step.when === undefined);
  const one = lookUps(action)[at];
  return bot.audience === 'shopper' && found !== undefined && one !== undefined && isOwn(one, bot);
}
