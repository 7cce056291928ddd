import type { Confirm } from '../model/confirmation';
import { askedOf, asksDirectly } from '../model/input';
import type { Action, Locale, Phrase } from '../model/model';
import { keyOf, names, sentKey, WRITING } from '../model/names';
import { plainOf } from '../model/text';
import { messageStep, textReply, type ActionContext } from './action-context';
import { scriptComponent } from './components';
import { fixedText } from './expression';
import type { CallStep, ComponentPlan, Step } from './flow';
import { stepOf } from './input-steps';
import { askedScope, resolver } from './messages/scope';
import { atMost, truncated, filled } from './messages/texts';
import { callExpression, constant, member, textOf } from './expressions';
import { piece, script, type Piece } from './plan';
import { helpersOf } from './reply';

/**
 * What is asked before a request that writes:
 *
 *     confirm ─┬→ yes → call
 *              ├→ no → declined
 *              └→ an input → change → that input's question …
 *
 * A question for yes and no alone is the platform's own confirmation (`dialogAct`, as in the vendor's samples). With inputs
 * that may be changed it is a list of values: a confirmation has no third answer that both targets take.
 */
export function confirmSteps(context: ActionContext): readonly Step[] {
  const { action, key } = context;
  const { confirm } = action;
  if (confirm === undefined) return [];
  const [first] = askedOf(action.inputs);
  const declined = messageStep(context, 'declined', names.reply(action.id, 'declined'), (a) =>
    textReply(confirmOf(a, confirm).declined),
  );
  const unsure = messageStep(context, 'unsure', names.reply(action.id, 'unsure'), (a) => a.unsure ?? a.empty);
  const step = { name: 'confirm', component: { ...question(context, confirm), key: `${key}/confirm` } };
  if (confirm.change.length === 0 || first === undefined) {
    const next = [
      { when: { answer: 'yes' as const }, to: 'send' },
      { when: { answer: 'no' as const }, to: 'declined' },
    ];
    return [{ ...step, kind: 'dialogAct', next }, declined, unsure];
  }
  const on = (equals: string, to: string) => ({ when: { entity: 'confirm', equals }, to });
  return [
    {
      ...step,
      kind: 'entity',
      asks: 'required',
      fresh: true,
      retries: RETRIES,
      giveUp: 'declined',
      next: [on('yes', 'send'), ...confirm.change.map(({ input }) => on(valueOf(input), 'change')), { to: 'declined' }],
    },
    {
      kind: 'call',
      name: 'change',
      group: names.group(action.id, 'change'),
      inner: [{ kind: 'script', component: changeComponent(context, confirm) }],
      next: [...confirm.change.map(({ input }) => on(valueOf(input), stepOf(input))), { to: stepOf(first.name) }],
    },
    declined,
    unsure,
  ];
}

const RETRIES = 3;

/** An input may be called yes or no. */
const valueOf = (input: string) => `change ${input}`;

const confirmOf = ({ confirm }: Action, fallback: Confirm): Confirm => confirm ?? fallback;

/** The question: what the platform's confirmation asks, or a list of values. */
function question(context: ActionContext, confirm: Confirm): Omit<ComponentPlan, 'key'> {
  const { bot, action, inLanguage } = context;
  const own = (s: Locale) => confirmOf(inLanguage(s), confirm);
  const byLanguage = <T>(make: (s: Locale) => T) => Object.fromEntries(bot.locales.map((s) => [s.language, make(s)]));
  const message = (['default', 'rtm'] as const).map((channel) =>
    piece('message-entry', { channel, localeData: byLanguage((s) => asked(context, own(s), channel)) }),
  );
  const name = names.confirm(action.id);
  if (confirm.change.length === 0) {
    const synonyms = byLanguage((s) => ({
      yes: ['yes', plainOf(own(s).yes.text)],
      no: ['no', plainOf(own(s).no.text)],
    }));
    return { type: 'dialogAct', name, view: { message }, synonyms };
  }
  const choices = byLanguage((s) => ({
    values: answersOf(own(s), s).map(({ synonyms, ...one }) => ({ ...one, synonyms: [...synonyms] })),
  }));
  return {
    type: 'entity',
    name,
    view: { entityType: 'list_of_values', regexPattern: null, choices, isArray: false, message, errorMessage: message },
  };
}

interface Answer {
  readonly title: string;
  readonly value: string;
  readonly synonyms: readonly string[];
}

/** The answers of a list of values: what the buttons say, and other words for it. */
function answersOf({ yes, no, change }: Confirm, { style }: Locale): readonly Answer[] {
  const titled = (phrase: Phrase) => fixedText(phrase, {});
  const others = (own: string, ...words: readonly string[]) => [...new Set(words)].filter((word) => word !== own);
  return [
    { title: titled(yes), value: 'yes', synonyms: others(titled(yes), 'yes', 'ok', style.sentences.yes) },
    { title: titled(no), value: 'no', synonyms: others(titled(no), 'no', style.sentences.no) },
    ...change.map(({ input, title }) => ({ title: titled(title), value: valueOf(input), synonyms: [] })),
  ];
}

function asked({ bot, action }: ActionContext, confirm: Confirm, channel: 'default' | 'rtm'): Piece {
  const find = resolver(askedScope(bot, action));
  find.use('doubt');
  const say = (phrase: Phrase, payload: string) => ({ title: truncated(fixedText(phrase, {}), 20), say: payload });
  const question = filled(confirm.ask ?? confirm.sendAgain, find);
  const sentBefore = plainOf(confirm.sentBefore.text);
  const longer = textOf([`${sentBefore} `, question]);
  const fits = atMost(longer, 640) === longer;
  const view = {
    ask: question,
    sentBefore,
    whole: fits ? member('ask') : callExpression('short', member('ask'), constant(640)),
    choices: [
      say(confirm.yes, 'yes'),
      say(confirm.no, 'no'),
      ...confirm.change.map(({ input, title }) => say(title, valueOf(input))),
    ],
  };
  const uses = [...find.used].sort().reverse();
  const head = { key: keyOf(action.id), uses, helpers: helpersOf(view) };
  return piece('message-text', { text: script(`messages/confirm.${channel}`, { ...head, ...view }), type: 'uxmap' });
}

/** Forgets the one answer that shall be changed. */
const changeComponent = ({ action, key }: ActionContext, confirm: Confirm): ComponentPlan =>
  scriptComponent(
    `${key}/change`,
    names.change(action.id),
    script('scripts/change', {
      title: plainOf(action.title.text),
      confirm: names.confirm(action.id),
      key: keyOf(action.id),
      change: confirm.change.map(({ input }) => ({
        value: valueOf(input),
        input,
        entity: names.entity(action.id, input),
        // What others depend on leads on to them; what does not, straight back to the question.
        directly: asksDirectly(action) && action.inputs.every(({ when }) => when?.input !== input),
      })),
    }),
  );

/** Notes that a write is sent, right before it is; what another window has sent since the question is asked about once more. */
export const sendStep = (context: ActionContext): CallStep => {
  const { action, key, at } = context;
  const view = {
    title: plainOf(action.title.text),
    key: keyOf(action.id),
    sentKey: sentKey(action.id),
    writing: WRITING,
    fresh: (action.confirm?.change ?? []).length > 0 ? names.confirm(action.id) : null,
  };
  const note = scriptComponent(`${key}/send`, names.send(action.id), script('scripts/send', view));
  return {
    kind: 'call',
    name: 'send',
    group: names.group(action.id, 'send'),
    inner: [{ kind: 'script', component: note }],
    next: [
      { when: { context: `context.${keyOf(action.id)}.doubt`, equals: 'yes' }, to: 'confirm' },
      { to: at('call') },
    ],
  };
};
