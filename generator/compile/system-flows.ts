import type { Bot, Reply, Locale } from '../model/model';
import { messageComponent } from './components';
import { fixedText } from './expression';
import type { ComponentPlan, Flow, Step } from './flow';
import { keyOf, names as componentNames } from '../model/names';
import { messageList } from './reply';

/** The greeting, which the platform starts itself. Hidden, as in 52 of 53 real exports. */
export const welcomeFlow = (bot: Bot): Flow =>
  systemFlow(bot, { key: 'welcome', component: 'Welcome_Task', hidden: true }, fixedNames(bot, 'Welcome Task'), [
    says(greeting(bot)),
  ]);

/** What people ask for when they want to know what the bot can do: it says what the greeting says. */
export function menuFlow(bot: Bot): Flow {
  const names = Object.fromEntries(
    bot.locales.map(({ language, texts: { welcome } }) => [
      language,
      { name: fixedText(welcome.title, {}), description: fixedText(welcome.description, {}) },
    ]),
  );
  return systemFlow(bot, { key: 'menu', component: 'Main_Menu', hidden: false }, names, [says(greeting(bot))]);
}

/** What is said when nothing was understood; several texts are alternatives, as in the platform's own Fallback Task. */
export function fallbackFlow(bot: Bot): Flow {
  const count = bot.locales[0].texts.fallback.length;
  const alternatives = Array.from({ length: count }, (_, i) => ({
    name: 'FallbackMsg',
    key: keyOf(bot.id),
    reply: (s: Locale): Reply => s.texts.fallback[i] ?? s.texts.fallback[0] ?? s.texts.welcome.reply,
  }));
  const message: ComponentPlan = {
    type: 'message',
    name: 'FallbackMsg',
    key: `${bot.id}/message/fallback`,
    view: { message: alternatives.flatMap((saying) => messageList(bot.locales, saying)) },
  };
  const names = fixedNames(bot, 'Fallback Task');
  return systemFlow(bot, { key: 'fallback', component: 'Fallback_Task', hidden: true }, names, [says(message)]);
}

/** One small dialog for each answer: whoever says something like its utterances is told its text, with its buttons. */
export const answerFlows = (bot: Bot): readonly Flow[] =>
  bot.locales[0].texts.answers.map(({ id }, i) => {
    const names = Object.fromEntries(
      bot.locales.flatMap(({ language, texts: { answers } }) => {
        const own = answers[i];
        return own ? [[language, { name: fixedText(own.title, {}), description: fixedText(own.description, {}) }]] : [];
      }),
    );
    const message = messageComponent(bot, `${bot.id}/message/answer/${id}`, {
      name: componentNames.reply('answer', id),
      key: keyOf(bot.id),
      reply: (s: Locale): Reply => s.texts.answers[i]?.reply ?? s.texts.welcome.reply,
    });
    const component = `Answer_${componentNames.intent(id)}`;
    return systemFlow(bot, { key: `answer/${id}`, component, hidden: false }, names, [says(message)]);
  });

/** One component, placed in both dialogs. */
const greeting = (bot: Bot): ComponentPlan =>
  messageComponent(bot, `${bot.id}/message/welcome`, {
    name: 'WelcomeMsg',
    key: keyOf(bot.id),
    reply: (s: Locale) => s.texts.welcome.reply,
  });

const fixedNames = (bot: Bot, name: string): Flow['names'] =>
  Object.fromEntries(bot.locales.map((s) => [s.language, { name, description: name }]));

interface Identity {
  readonly key: string;
  /** The name of the entry's component. */
  readonly component: string;
  readonly hidden: boolean;
}

/** A dialog that no action stands behind: an entry, and what follows it. */
export function systemFlow(
  bot: Bot,
  { key, component, hidden }: Identity,
  names: Flow['names'],
  steps: readonly [Step, ...Step[]],
): Flow {
  return {
    key: `${bot.id}/${key}`,
    names,
    hidden,
    steps: [
      {
        kind: 'intent',
        name: 'intent0',
        component: { type: 'intent', name: component, key: `${bot.id}/${key}/intent`, view: {} },
        next: [{ to: steps[0].name }],
      },
      ...steps,
    ],
  };
}

const says = (component: ComponentPlan): Step => ({
  kind: 'message',
  name: 'message',
  component,
  next: [{ to: 'end' }],
});
