import { moreUtterance, utteranceFor } from '../model/utterance';
import type { Action, Button, Spoken } from '../model/model';
import { plainOf } from '../model/text';
import { keyPlace, placeOf } from './places';
import type { Rule } from './rule';

/** Every button leads somewhere: to an action that exists, with inputs that it has, by a sentence that starts it. */
export const buttonsLeadOn: Rule = (bot, report) => {
  for (const spoken of bot.spoken) {
    for (const button of buttonsOf(spoken)) checkButton(button, spoken, report);
    for (const action of spoken.actions) checkMore(action, report);
  }
};

type Report = Parameters<Rule>[1];

function checkButton(button: Button, spoken: Spoken, report: Report): void {
  if ((button.action === undefined) === (button.url === undefined)) {
    return report(placeOf(button.where), 'button-goal', button.action !== undefined);
  }
  if (button.action === undefined) return;
  const target = spoken.actions.find((a) => a.id === button.action);
  if (!target) {
    const known = spoken.actions.map((a) => a.id);
    return report(below(button, 'action'), 'unknown-action', button.action, known);
  }
  const inputs = target.inputs.map((input) => input.name);
  const given = [...button.with.keys()];
  const unknown = given.filter((name) => !inputs.includes(name));
  for (const name of unknown) report(keyPlace(button.where, 'with', name), 'unknown-input', name, target.id, inputs);
  if (unknown.length === 0 && !utteranceFor(target, given))
    report(below(button, 'action'), 'button-unsaid', target.id, given);
}

const below = ({ where }: Button, key: string) => where.file.at([...where.path, key]);

function checkMore(action: Action, report: Report): void {
  const title = action.next?.more;
  if (!title || moreUtterance(action, plainOf(title.text))) return;
  const inputs = action.inputs.map((input) => input.name);
  report(placeOf(title.where), 'paging-utterance', plainOf(title.text), inputs);
}

const buttonsOf = ({ texts, actions }: Spoken): readonly Button[] => [
  ...[texts.welcome.reply, ...texts.fallback, ...texts.shared.values()].flatMap((reply) => reply.buttons),
  ...actions.flatMap((action) => [
    ...[action.found, action.empty, action.needsInput, ...action.own.values()].flatMap((reply) => [
      ...reply.buttons,
      ...(reply.item?.buttons ?? []),
    ]),
    ...(action.next?.buttons ?? []),
  ]),
];
