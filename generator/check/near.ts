import type { Report } from '../diagnostics/diagnostic';
import type { Action } from '../model/model';
import type { Near } from '../model/near';
import { requestPhrases } from '../model/request-phrases';
import { placeholders } from '../model/text';
import { keyPlace } from './places';
import type { SpecRule } from './rule';

/** Where things that are only like it are shown, there is something to show, to say, and to compare with. */
export const nearIsShown: SpecRule = (bot, report) => {
  for (const action of bot.actions) {
    const { near: reply, response, steps, where } = action;
    for (const { response: own } of steps)
      if (own.near)
        report(keyPlace(own.near.where), 'near-needs', 'the request of the action: a look-up shows nothing');
    if (response.near === undefined) {
      if (reply !== undefined) report(keyPlace(where, 'reply', 'near'), 'near-needs', 'response.near');
    } else nearFits(action, response.near, report);
  }
};

function nearFits(action: Action, near: Near, report: Report): void {
  const {
    inputs,
    found,
    near: reply,
    response: { fields },
  } = action;
  const needs = (what: string, ...below: readonly string[]) =>
    report(keyPlace(near.where, ...below), 'near-needs', what);
  const [list] = fields.flatMap((field) => ('each' in field && field.name === found.each ? [field.each] : []));
  if (reply === undefined) needs('reply.near, a sentence');
  else if (reply.look !== 'text') report(keyPlace(reply.where), 'near-needs', 'reply.near to be a sentence');
  if (found.look !== 'carousel' || found.text === undefined) needs('reply.found to be a carousel with a text');
  if (list !== undefined && !/^\w+$/.test(list)) needs('a list that stands under one key, such as nodes');
  const searches = requestPhrases(action).flatMap(({ text }) => placeholders(text));
  if (!searches.some(({ name, filters }) => name === near.input && filters.some((use) => use.name === 'searchNear')))
    needs('a wider search in the request: a value with the filter searchNear');
  const known = inputs.map(({ name }) => name);
  if (!known.includes(near.input))
    report(keyPlace(near.where, 'input'), 'unknown-input', near.input, 'This action', known);
}
