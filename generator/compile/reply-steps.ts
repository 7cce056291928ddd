import { goesFurther } from '../model/further';
import type { Action, Bot, Phrase, Reply, Locale } from '../model/model';
import { keyOf, names } from '../model/names';
import { messageStep, textReply, type ActionContext } from './action-context';
import { onAside } from './aside-steps';
import { messageComponent } from './components';
import { plainOf } from '../model/text';
import { moreUtterance } from '../model/utterance';
import type { More } from './messages/setting';
import { answeredScope, lookedScope } from './messages/scope';
import type { Branch, MessageStep } from './flow';

const withoutText = (reply: Reply): Reply => {
  const rest: { text?: Phrase } & Omit<Reply, 'text'> = { ...reply };
  delete rest.text;
  return rest;
};

/** What is said when there is an answer, and what can follow it. */
export function foundSteps(context: ActionContext): readonly MessageStep[] {
  const { bot, action } = context;
  const scope = answeredScope(bot, action);
  const step = (name: string, reply: (a: Action) => Reply, next: readonly Branch[]) =>
    messageStep(context, name, names.reply(action.id, called(name)), reply, next, scope);
  // With `response.done` the spec says done where others say found.
  const called = (name: string) => (action.response.done.length > 0 ? name.replace(/^found/, 'done') : name);
  const next = nextSteps(context);
  if (!isIntroduced(action)) return [step('found', (a) => a.found, afterFound(bot, action)), ...next];
  return [
    step('found-text', (a) => textReply(a.found.text ?? a.title), [{ to: 'found' }]),
    ...(action.near ? [step('near', (a) => a.near ?? a.found, [{ to: 'found' }])] : []),
    step('found', (a) => withoutText(a.found), afterFound(bot, action)),
    ...next,
  ];
}

/** Whether the answer's sentence is a message of its own: XO 11's web chat drops the text of a carousel. */
export const isIntroduced = ({ found }: Action): boolean => found.look === 'carousel' && found.text !== undefined;

/**
 * After an answer: what else was said in the same breath; or the next steps, if there are any. With nothing but "Show more",
 * only when there is more.
 */
function afterFound(bot: Bot, action: Action): readonly Branch[] {
  const aside = onAside(bot, action);
  if (!action.next) return [...aside, { to: 'end' }];
  if (action.next.buttons.length > 0) return [...aside, { to: 'next' }];
  return [
    ...aside,
    { when: { context: `context.${keyOf(action.id)}.more`, equals: 'yes' }, to: 'next' },
    { to: 'end' },
  ];
}

function nextSteps({ bot, action, key, inLanguage }: ActionContext): readonly MessageStep[] {
  const { next: own } = action;
  if (!own) return [];
  const saying = {
    name: names.reply(action.id, 'next'),
    key: keyOf(action.id),
    scope: answeredScope(bot, action),
    reply: (s: Locale): Reply => {
      const next = inLanguage(s).next ?? own;
      return { ...textReply(next.text), look: 'buttons', buttons: next.buttons };
    },
    more: (s: Locale) => moreOf(inLanguage(s)),
  };
  const component = messageComponent(bot, `${key}/message/next`, saying);
  return [{ kind: 'message', name: 'next', component, next: [{ to: 'end' }] }];
}

/** What is said where nothing of some pages may be shown: that there is more, or that there is none. It leads on as an answer does. */
export function furtherSteps(context: ActionContext): readonly MessageStep[] {
  const { bot, action, inLanguage } = context;
  const { next: own } = action;
  if (!own || !goesFurther(action)) return [];
  const reply = (a: Action): Reply => {
    const next = a.next ?? own;
    const buttons = next.buttons.filter((button) => button.with.size === 0 && button.when === undefined);
    return { ...textReply(next.noneYet), look: 'buttons', last: next.noMore, buttons };
  };
  const name = names.reply(action.id, 'none-yet');
  const more = (s: Locale) => moreOf(inLanguage(s));
  return [messageStep(context, 'none-yet', name, reply, [{ to: 'end' }], lookedScope(bot, action), more)];
}

/** The button for the next page, where the answer comes in pages. */
function moreOf(action: Action): More | undefined {
  const title = action.next?.more;
  const sentence = title && moreUtterance(action, plainOf(title.text));
  return title && sentence && { title, sentence };
}
