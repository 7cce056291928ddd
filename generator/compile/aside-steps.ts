import type { Action, Bot, Button, Locale } from '../model/model';
import { names } from '../model/names';
import { plainOf } from '../model/text';
import type { Branch, ComponentPlan, MessageStep } from './flow';
import { buttonView } from './messages/button-views';
import { noScope, resolver } from './messages/scope';
import { perBot } from './per-bot';
import { hearsAsides, mayMishear, spokenAside } from './scripts/asides';
import { piece, script, type Piece } from './plan';

/** The step that answers what was said in place of an answer. No input can be called so. */
export const SAY_ASIDE = 'say-aside';

/** The ways on from an answer, where something else was said in the same breath; `orElse` also from one that found nothing. */
export const onAside = (bot: Bot, action: Action, orElse = false): readonly Branch[] =>
  !hearsAsides(bot, action)
    ? []
    : ['yes', ...(orElse && mayMishear(bot, action) ? ['else'] : [])].map((equals) => ({
        when: { context: 'context.aside.more', equals },
        to: SAY_ASIDE,
      }));

/** One component, placed in every dialog that asks: `context.aside` names the answer of bot.yaml. */
export const asideStep = perBot((bot: Bot): MessageStep => {
  const name = names.shared('aside');
  const entry = (channel: 'default' | 'rtm') => {
    const texts = bot.locales.map((locale): readonly [string, Piece] => {
      const { goOn, youCanSay } = locale.style.sentences;
      const answers = viewOf(locale, spokenAside(bot));
      const view = { answers, goOn, youCanSay, buttons: channel === 'rtm' };
      return [locale.language, piece('message-text', { text: script('messages/aside', view), type: 'uxmap' })];
    });
    return piece('message-entry', { channel, localeData: Object.fromEntries(texts) });
  };
  const component: ComponentPlan = {
    type: 'message',
    name,
    key: `${bot.id}/reply/aside`,
    view: { message: [entry('default'), entry('rtm')] },
  };
  return { kind: 'message', name: SAY_ASIDE, component, next: [{ to: 'end' }] };
});

const viewOf = (locale: Locale, given: ReadonlySet<string>) =>
  locale.texts.answers
    .filter(({ id }) => given.has(id))
    .map(({ id, reply }) => ({
      id,
      text: plainOf(reply.text?.text ?? []),
      buttons: reply.buttons.map((button) => saying(locale, button)),
    }));

/** What a button is called, and what it says. */
function saying(locale: Locale, button: Button) {
  const none = resolver(noScope);
  const { title, say } = buttonView(button, { locale: locale, find: none, more: undefined }, none);
  return { title, say };
}
