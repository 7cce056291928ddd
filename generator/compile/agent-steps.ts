import { keyOf } from '../model/names';
import type { Bot, Locale } from '../model/model';
import { textReply } from './action-context';
import { messageComponent } from './components';
import { fixedText } from './expression';
import type { AgentStep, Flow, MessageStep } from './flow';
import { systemFlow } from './system-flows';

/** The dialog that hands over to a person. It is found by what is said, so it is not hidden as the platform's own one is. */
export function agentFlow(bot: Bot): Flow {
  const names = Object.fromEntries(
    bot.locales.map((locale) => {
      const { title, description } = textsOf(locale);
      return [locale.language, { name: fixedText(title, {}), description: fixedText(description, {}) }];
    }),
  );
  return systemFlow(bot, { key: 'agent', component: 'Agent_Transfer', hidden: false }, names, handOverSteps(bot));
}

/** Says so, then hands over. The same two components wherever a bot does. */
export const handOverSteps = (bot: Bot): readonly [MessageStep, AgentStep] => [
  {
    kind: 'message',
    name: HAND_OVER,
    component: messageComponent(bot, `${bot.id}/message/agent`, {
      name: 'AgentMsg',
      key: keyOf(bot.id),
      reply: (locale: Locale) => textReply(textsOf(locale).text),
    }),
    next: [{ to: 'transfer-to-agent' }],
  },
  {
    kind: 'agentTransfer',
    name: 'transfer-to-agent',
    component: { type: 'agentTransfer', name: 'AgentTransferNode', key: `${bot.id}/agent-transfer`, view: {} },
    next: [{ to: 'end' }],
  },
];

/** The step with which handing over begins; no input can be called so. */
export const HAND_OVER = 'hand-over';

function textsOf({ texts, language }: Locale) {
  if (!texts.agent) throw new Error(`${language} has no words for handing over`);
  return texts.agent;
}
