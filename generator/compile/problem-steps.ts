import type { Action, Bot, Locale, Reply } from '../model/model';
import { keyOf, names } from '../model/names';
import { mayRefuse } from '../model/named-outcomes';
import { sharedOutcomes, type SharedOutcome } from '../model/outcomes';
import { plainOf } from '../model/text';
import { messageStep, type ActionContext } from './action-context';
import { messageComponent } from './components';
import { buttonView } from './messages/button-views';
import { noScope, outcomeScope, resolver } from './messages/scope';
import { isFixed } from './expression';
import type { ComponentPlan, MessageStep } from './flow';
import { perBot } from './per-bot';
import { piece, script } from './plan';
import { asksToSignIn } from './scripts/personal';

/** The step that says which problem there is. An input cannot have this name. */
const SAY_PROBLEM = 'say-problem';

/** The steps that say why there is no answer. */
export function problemSteps(context: ActionContext): readonly MessageStep[] {
  const possible = outcomesOf(context.bot, context.action);
  const apart = possible.filter((outcome) => problemStep(context, outcome) === outcome);
  return [
    ...(apart.length < possible.length ? [sayProblem(context.bot)] : []),
    ...apart.map((o) => ownStep(context, o)),
  ];
}

/** The steps that say how an answer ended by outcomes of the action's own. */
export const namedSteps = (context: ActionContext): readonly MessageStep[] =>
  context.action.outcomes.flatMap(({ name, reply }) => {
    if (reply === undefined) return [];
    const own = (a: Action) => a.outcomes.find((one) => one.name === name)?.reply ?? reply;
    const { id } = context.action;
    return [
      messageStep(
        context,
        outcomeStep(name),
        names.reply(id, name),
        own,
        undefined,
        outcomeScope(context.bot, context.action, name),
      ),
    ];
  });

/** The step of an outcome of the action's own. No input has a hyphen in its name. */
export const outcomeStep = (name: string): string => `outcome-${name}`;

/** The name of the step that says an outcome: most share one, and those with buttons or words of their own have their own. */
export const problemStep = ({ bot, action }: ActionContext, outcome: SharedOutcome): string =>
  action.own.has(outcome) || !isPlain(bot, outcome) ? outcome : SAY_PROBLEM;

const outcomesOf = (bot: Bot, action: Action): readonly SharedOutcome[] =>
  sharedOutcomes.filter((outcome) => {
    if (outcome === 'refused') return mayRefuse(action);
    return outcome !== 'sign-in' || asksToSignIn(bot, action);
  });

/** Whether bot.yaml says no more than a sentence for an outcome, in every language. */
const isPlain = (bot: Bot, outcome: SharedOutcome): boolean =>
  bot.locales.every((locale) => {
    const { look, text } = sharedReply(locale, outcome);
    return look === 'text' && text !== undefined && isFixed(text.text);
  });

function sharedReply({ texts }: Locale, outcome: SharedOutcome): Reply {
  const reply = texts.shared.get(outcome);
  if (!reply) throw new Error(`no words for ${outcome}`);
  return reply;
}

/** One component, placed in every dialog: `context.problem` holds the outcome that it words. */
const sayProblem = perBot((bot: Bot): MessageStep => {
  const possible = new Set(bot.actions.flatMap((action) => outcomesOf(bot, action)));
  const listed = sharedOutcomes.filter((outcome) => possible.has(outcome) && isPlain(bot, outcome));
  const name = names.shared('problem');
  const entry = (channel: 'default' | 'rtm') => {
    const localeData = Object.fromEntries(
      bot.locales.map((locale) => {
        const words = listed.map((outcome) => ({
          outcome,
          text: plainOf(sharedReply(locale, outcome).text?.text ?? []),
        }));
        const buttons = channel === 'rtm' ? onwardButtons(locale) : [];
        const text = script('messages/problem', { words, buttons });
        return [locale.language, piece('message-text', { text, type: 'uxmap' })];
      }),
    );
    return piece('message-entry', { channel, localeData });
  };
  const leadsOn = bot.locales[0].texts.onward !== undefined;
  const component: ComponentPlan = {
    type: 'message',
    name,
    key: `${bot.id}/reply/problem`,
    view: { message: leadsOn ? [entry('default'), entry('rtm')] : [entry('default')] },
  };
  return { kind: 'message', name: SAY_PROBLEM, component, next: [{ to: 'end' }] };
});

/** What the buttons below a problem are called, and what they say. */
export const onwardButtons = (locale: Locale) =>
  (locale.texts.onward?.buttons ?? []).map((button) => {
    const { title, say } = buttonView(
      button,
      { locale: locale, find: resolver(noScope), more: undefined },
      resolver(noScope),
    );
    return { title, say };
  });

/** What bot.yaml says for all actions is one component, placed in many dialogs; an action's own words are its own. */
function ownStep(context: ActionContext, outcome: SharedOutcome): MessageStep {
  const { bot, action } = context;
  if (action.own.has(outcome))
    return messageStep(
      context,
      outcome,
      names.reply(action.id, outcome),
      (a) => a.own.get(outcome) ?? action.found,
      undefined,
      outcomeScope(bot, action, outcome),
    );
  const saying = { name: names.shared(outcome), key: keyOf(bot.id), reply: (s: Locale) => sharedReply(s, outcome) };
  const component = messageComponent(bot, `${bot.id}/reply/${outcome}`, saying);
  return { kind: 'message', name: outcome, component, next: [{ to: 'end' }] };
}
