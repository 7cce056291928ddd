import type { Report } from '../diagnostics/diagnostic';
import { lookUps } from '../model/look-up';
import type { Action, Bot } from '../model/model';
import { isOwn } from '../model/own';
import { pathSteps } from '../model/path-steps';
import { keyPlace } from './places';
import type { SpecRule } from './rule';

/** Scopes that say that an action reads of people. */
const PERSONAL = /customer|order|draft|checkout|return|fulfillment|gift_card|store_credit|subscription|payment/;

/** Scopes that reach what stands in a shop window, and nothing else. */
const OPEN =
  /^(?:read|write)_(?:products|product_listings|publications|inventory|locations|shipping|markets|locales|translations|legal_policies|online_store_navigation)$/;

/** Fields that reach whatever has an ID, with a scope or without one. */
const REACHES_ALL = /\b(?:nodes?|events?)\s*\(/;

/**
 * With audience shopper, an action tells whose the answer is, takes the person from the session (a value that says who is
 * signed in, and no other), or says that it is open to everybody. What a query reads shows in the scopes that its schema demands;
 * of any other request, and of what needs no scope, nobody knows. Whose an answer is shows too late for what writes: whose it is about must be known before.
 */
export const personalActionsHaveOwners: SpecRule = (bot, report) => {
  if (bot.audience !== 'shopper') return;
  for (const action of bot.actions.flatMap((one) => [...lookUps(one), one])) {
    const { response, scopes, writes } = action;
    ownerFits(action, report);
    if (isOwn(action, bot)) continue;
    if (!writes && scopes.some((scope) => PERSONAL.test(scope)))
      report(keyPlace(response.where), 'personal-without-owner');
    else if (!action.public && !isOpen(action, bot))
      report(keyPlace(writes ? action.request.where : response.where), 'open-to-anyone', writes, bot.identity);
  }
};

/** Whether it reads what everybody may know. */
const isOpen = ({ request, scopes, writes }: Action, bot: Bot): boolean =>
  request.kind === 'graphql' &&
  bot.service.graphql?.schema !== undefined &&
  !writes &&
  scopes.length > 0 &&
  scopes.every((scope) => OPEN.test(scope)) &&
  !REACHES_ALL.test(request.query);

/** The owner of one thing vouches for no other: of a list, nothing else may be shown then, and nothing that is only like it. */
function ownerFits({ response }: Action, report: Report): void {
  const { owner, near, fields } = response;
  if (owner === undefined) return;
  if (near !== undefined)
    report(
      keyPlace(near.where),
      'near-needs',
      'an answer without an owner: what is only like it may be somebody else’s',
    );
  const steps = pathSteps(owner);
  const one = steps.findIndex((step) => /^\d+$/.test(step));
  if (one < 0) return;
  const list = steps.slice(0, one);
  for (const field of fields) {
    const path = pathSteps('each' in field ? field.each : field.path);
    const isBelow = list.every((step, i) => path[i] === step);
    if (isBelow && path[one] !== steps[one]) report(keyPlace(field.where), 'owner-of-one', owner);
  }
}
