import { ownReplies } from '../model/answers';
import { posix } from 'node:path';
import { buttonsOf } from '../model/buttons';
import { askedOf } from '../model/input';
import { moreUtterance, utteranceFor } from '../model/utterance';
import type { Action, Button, Locale } from '../model/model';
import { plainOf } from '../model/text';
import { keyPlace, placeOf } from './places';
import type { SpecRule } from './rule';

/** Every button leads somewhere: to an action that exists, with inputs that it has, by a sentence that starts it. */
export const buttonsLeadOn: SpecRule = (bot, report) => {
  const [own] = bot.locales;
  // Where a button leads stands in the specs alone: a translation changes what is said there.
  for (const button of allButtons(own)) leadsSomewhere(button, own, report);
  for (const locale of bot.locales) {
    for (const button of allButtons(locale)) canBeSaid(button, locale.actions, report);
    for (const action of locale.actions) checkMore(action, report);
  }
};

type Report = Parameters<SpecRule>[1];

function leadsSomewhere(button: Button, { actions, texts }: Locale, report: Report): void {
  const goals = [button.action, button.url, button.agent].filter((goal) => goal !== undefined);
  if (goals.length !== 1) return report(placeOf(button.where), 'button-goal', goals.length > 1);
  if (button.agent && !texts.agent) return report(below(button, 'agent'), 'button-without-agent');
  if (button.action === undefined) return;
  const target = actions.find((a) => a.id === button.action);
  if (!target) {
    const known = actions.map((a) => a.id);
    return report(below(button, 'action'), 'unknown-action', button.action, known);
  }
  for (const name of strangers(button, target))
    report(keyPlace(button.where, 'with', name), 'unknown-input', name, target.id, inputsOf(target));
}

function canBeSaid(button: Button, actions: readonly Action[], report: Report): void {
  const target = button.url === undefined ? actions.find((a) => a.id === button.action) : undefined;
  if (!target || strangers(button, target).length > 0) return;
  const given = [...button.with.keys()];
  if (!utteranceFor(target, given))
    report(below(button, 'action'), 'button-unsaid', target.id, given, utterancesOf(target));
}

/** The name of the file that an action's utterances stand in: its own, or a translation. */
const utterancesOf = ({ id, utterances: [first] }: Action) =>
  first?.where.path[0] === 'actions' ? `locales/${posix.basename(first.where.file.path)}` : `${id}.yaml`;

const inputsOf = (action: Action) => askedOf(action.inputs).map((input) => input.name);

/** What a button hands on that the action it leads to does not ask for. */
const strangers = (button: Button, target: Action) =>
  [...button.with.keys()].filter((name) => !inputsOf(target).includes(name));

const below = ({ where }: Button, key: string) => where.file.at([...where.path, key]);

function checkMore(action: Action, report: Report): void {
  const title = action.next?.more;
  if (!title || moreUtterance(action, plainOf(title.text))) return;
  report(placeOf(title.where), 'paging-utterance', plainOf(title.text), inputsOf(action));
}

const allButtons = ({ texts, actions }: Locale): readonly Button[] => [
  ...ownReplies(texts).flatMap((reply) => reply.buttons),
  ...actions.flatMap(buttonsOf),
];
