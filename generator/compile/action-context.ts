import type { Action, Bot, Locale, Phrase, Reply } from '../model/model';
import { keyOf } from '../model/names';
import { messageComponent } from './components';
import type { Branch, MessageStep } from './flow';
import { askedScope, type Scope } from './messages/scope';
import type { Saying } from './reply';

/** What every step of one action's dialog is made from. */
export interface ActionContext {
  readonly bot: Bot;
  readonly action: Action;
  /** What the identity of everything in the dialog is derived from. */
  readonly key: string;
  /** The action in a language. */
  readonly inLanguage: (locale: Locale) => Action;
  /** What a step of a request is called in the flow: a look-up has steps of its own. */
  readonly at: (step: RequestStep) => string;
}

/** What every request of a flow goes through. */
type RequestStep = 'prepare' | 'token' | 'call';

/** The context of an action. */
export function actionContext(bot: Bot, action: Action): ActionContext {
  const own = new Map(bot.locales.map((s) => [s, s.actions.find((a) => a.id === action.id) ?? action]));
  return {
    bot,
    action,
    key: `${bot.id}/action/${action.identity}`,
    inLanguage: (locale) => own.get(locale) ?? action,
    at: (step) => step,
  };
}

/** A reply that is one sentence. */
export const textReply = (text: Phrase): Reply => ({
  look: 'text',
  text,
  rows: [],
  links: [],
  columns: [],
  buttons: [],
  where: text.where,
});

/** A step that says one of the action's replies. It ends the dialog unless it is told where to go on. */
export function messageStep(
  { bot, action, key, inLanguage }: ActionContext,
  name: string,
  component: string,
  reply: (action: Action) => Reply,
  next: readonly Branch[] = [{ to: 'end' }],
  scope: Scope = askedScope(bot, action),
  more?: Saying['more'],
): MessageStep {
  const own = { name: component, key: keyOf(action.id), scope, reply: (s: Locale) => reply(inLanguage(s)) };
  const saying = more ? { ...own, more } : own;
  return { kind: 'message', name, component: messageComponent(bot, `${key}/message/${name}`, saying), next };
}
