import { mayLack } from '../model/input';
import { lookUps } from '../model/look-up';
import type { Action, Bot } from '../model/model';
import { requestPhrases } from '../model/request-phrases';
import { placeholders } from '../model/text';
import { keyPlace } from './places';
import type { SpecRule } from './rule';

/** What an action reads of people shows in its scopes. */
const PERSONAL = /customer|order|draft|checkout|return|fulfillment/;

/**
 * With audience shopper, an action tells whose the answer is, takes the person from the session (a value that says who is
 * signed in, and no other), or says that it is open to everybody. What a query reads shows in the scopes that its schema demands; of any other request nobody knows. Whose an answer
 * is shows too late for what writes: whose it is about must be known before.
 */
export const personalActionsHaveOwners: SpecRule = (bot, report) => {
  if (bot.audience !== 'shopper') return;
  for (const action of bot.actions.flatMap((one) => [...lookUps(one), one])) {
    const { request, response, scopes, writes } = action;
    const isKnown = request.kind === 'graphql' && bot.service.graphql?.schema !== undefined && !writes;
    if (isOwn(action, bot)) continue;
    if (!writes && scopes.some((scope) => PERSONAL.test(scope)))
      report(keyPlace(response.where), 'personal-without-owner');
    else if (!isKnown && !action.public)
      report(keyPlace(writes ? request.where : response.where), 'open-to-anyone', writes, bot.identity);
  }
};

/** Whether only the signed-in person can have it answered: it is theirs, or what the request holds is. */
function isOwn(action: Action, bot: Bot): boolean {
  if (!action.writes && action.response.owner !== undefined) return true;
  const signedIn = new Set(
    action.inputs.flatMap((input) =>
      input.source?.from === 'session' && bot.identity.includes(input.source.name) && !mayLack(input)
        ? [input.name]
        : [],
    ),
  );
  const owned = new Set(
    lookUps(action).flatMap((one, i) => (isOwnStep(action, one, i, bot) ? [action.steps[i]?.name] : [])),
  );
  return requestPhrases(action).some(({ text }) =>
    placeholders(text).some(({ name }) => {
      const [base = '', found = ''] = name.split('.');
      return signedIn.has(name) || owned.has(base) || (base === 'session' && bot.identity.includes(found));
    }),
  );
}

/** What is left out at times vouches for nothing. */
const isOwnStep = ({ steps }: Action, one: Action, i: number, bot: Bot): boolean =>
  steps[i]?.when === undefined && isOwn(one, bot);
