import { sentencesOf } from '../model/agent';
import type { Input } from '../model/input';
import type { Action, Bot, Locale, Phrase, Reply } from '../model/model';
import { keyOf, names } from '../model/names';
import { textReply, messageStep, type ActionContext } from './action-context';
import { HAND_OVER } from './agent-steps';
import { messageComponent } from './components';
import { fixedText } from './expression';
import type { MessageStep } from './flow';
import { perBot } from './per-bot';

/** The step that gives up asking, where no action says it in words of its own. No input can be called so. */
const GIVE_UP = 'give-up';

/** What is said when the retries of an input are used up. The dialog ends with it, or hands over. */
export function giveUpStep(context: ActionContext, input: Input): MessageStep {
  const { bot, action, inLanguage } = context;
  const inputOf = (a: Action) => a.inputs.find(({ name }) => name === input.name) ?? input;
  const isShared = bot.locales.every((locale) => isOrdinary(bot, locale, inputOf(inLanguage(locale)).giveUp));
  if (isShared) return sharedStep(bot);
  const reply = (a: Action): Reply => {
    const { giveUp, label } = inputOf(a);
    const said = fixedText(giveUp, { label: fixedText(label, {}) });
    const locale = bot.locales.find(({ actions }) => actions.includes(a));
    return leadingOn(bot, locale, { text: [said], where: giveUp.where });
  };
  const name = `${GIVE_UP}-${input.name}`;
  return messageStep(context, name, names.giveUp(action.id, input.name), reply, onward(bot));
}

/** Whether a phrase is what the bot says of every input. */
const isOrdinary = (bot: Bot, locale: Locale, { text: [only, ...more] }: Phrase): boolean =>
  more.length === 0 && only === ordinary(bot, locale);

const ordinary = ({ handOver }: Bot, { style }: Locale): string => sentencesOf(style.sentences, handOver).giveUp;

/** One component, placed in every dialog that asks. */
const sharedStep = perBot((bot: Bot): MessageStep => {
  const { where } = bot;
  const reply = (locale: Locale) => leadingOn(bot, locale, { text: [ordinary(bot, locale)], where });
  const saying = { name: names.shared(GIVE_UP), key: keyOf(bot.id), reply };
  const component = messageComponent(bot, `${bot.id}/reply/${GIVE_UP}`, saying);
  return { kind: 'message', name: GIVE_UP, component, next: onward(bot) };
});

const onward = ({ handOver }: Bot) => [{ to: handOver?.giveUp === true ? HAND_OVER : 'end' }];

/** A sentence, with buttons that lead on where nobody takes over. */
function leadingOn({ handOver }: Bot, locale: Locale | undefined, text: Phrase): Reply {
  const said = textReply(text);
  const buttons = locale?.texts.onward?.buttons;
  return buttons && handOver?.giveUp !== true ? { ...said, look: 'buttons', buttons } : said;
}
