import type { Bot, Reply, Locale } from '../model/model';
import { messageComponent } from './components';
import type { Flow } from './flow';
import { keyOf } from '../model/names';
import { messageList } from './reply';

/** The greeting, which also answers "help". Hidden, as in real exports, when nothing that people say starts it. */
export function welcomeFlow(bot: Bot): Flow {
  const saying = { name: 'WelcomeMsg', key: keyOf(bot.id), reply: (s: Locale) => s.texts.welcome.reply };
  return flow(
    bot,
    'Welcome Task',
    'welcome',
    bot.spoken[0].texts.welcome.utterances.length === 0,
    messageComponent(bot, `${bot.id}/message/welcome`, saying),
  );
}

/** What is said when nothing was understood; several texts are alternatives, as in the platform's own Fallback Task. */
export function fallbackFlow(bot: Bot): Flow {
  const count = bot.spoken[0].texts.fallback.length;
  const alternatives = Array.from({ length: count }, (_, i) => ({
    name: 'FallbackMsg',
    key: keyOf(bot.id),
    reply: (s: Locale): Reply => s.texts.fallback[i] ?? s.texts.fallback[0] ?? s.texts.welcome.reply,
  }));
  const message = alternatives.flatMap((saying) => messageList(bot.spoken, saying));
  return flow(bot, 'Fallback Task', 'fallback', true, {
    type: 'message',
    name: 'FallbackMsg',
    key: `${bot.id}/message/fallback`,
    view: { message },
  });
}

function flow(bot: Bot, name: string, key: string, hidden: boolean, component: Parameters<typeof step>[0]): Flow {
  return {
    key: `${bot.id}/${key}`,
    names: Object.fromEntries(bot.spoken.map((s) => [s.language, { name, description: name }])),
    hidden,
    steps: [
      {
        kind: 'intent',
        name: 'intent0',
        component: { type: 'intent', name: name.replace(' ', '_'), key: `${bot.id}/${key}/intent`, view: {} },
        next: [{ to: 'message' }],
      },
      step(component),
    ],
  };
}

const step = (component: ReturnType<typeof messageComponent>) =>
  ({ kind: 'message', name: 'message', component, next: [{ to: 'end' }] }) as const;
