import { keyPlace } from './places';
import type { SpecRule } from './rule';

/** What an action reads of people shows in its scopes. */
const PERSONAL = /customer|order|draft|checkout|return|fulfillment/;

/** With audience shopper, an action that reads of people must be able to tell whose the answer is. */
export const personalActionsHaveOwners: SpecRule = (bot, report) => {
  if (bot.audience !== 'shopper') return;
  for (const action of bot.actions) {
    const personal = action.scopes.some((scope) => PERSONAL.test(scope));
    if (personal && action.response.owner === undefined)
      report(keyPlace(action.response.where), 'personal-without-owner');
  }
};
