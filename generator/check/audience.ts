import { lookUps } from '../model/look-up';
import type { Action } from '../model/model';
import { outsidesOf } from '../model/request-phrases';
import { keyPlace } from './places';
import type { SpecRule } from './rule';

/** What an action reads of people shows in its scopes. */
const PERSONAL = /customer|order|draft|checkout|return|fulfillment/;

/**
 * With audience shopper, an action tells whose the answer is, takes the person from the session, or says that it is open to
 * everybody. What a query reads shows in the scopes that its schema demands; of any other request nobody knows.
 */
export const personalActionsHaveOwners: SpecRule = (bot, report) => {
  if (bot.audience !== 'shopper') return;
  for (const action of bot.actions.flatMap((one) => [...lookUps(one), one])) {
    const { request, response, scopes } = action;
    const isKnown = request.kind === 'graphql' && bot.service.graphql?.schema !== undefined;
    if (response.owner !== undefined || isOfSession(action) || isOwned(action)) continue;
    if (scopes.some((scope) => PERSONAL.test(scope))) report(keyPlace(response.where), 'personal-without-owner');
    else if (!isKnown && !action.public) report(keyPlace(response.where), 'open-to-anyone');
  }
};

/** Whether what the request is about was looked up first, and is the person's own. */
const isOwned = ({ steps, of }: Action): boolean =>
  of === undefined && steps.some(({ when, response }) => when === undefined && response.owner !== undefined);

/** Whether the request is about the person whom the site has signed in. */
const isOfSession = (action: Action): boolean =>
  action.inputs.some(({ source }) => source?.from === 'session') ||
  outsidesOf(action).some(({ from }) => from === 'session');
