import { startConversation } from '../../../preview/conversation';
import type { HttpRequest } from '../../../preview/transport';
import { PROJECT } from '../../build/specs';
import { botBuilder } from '../../conversations/variants';
import { sandbox } from '../../sandbox';
import { held, type Attack, type Surface } from '../attack';
import { ENV, HOSTILE_SUBDOMAINS, OF_A_HOST } from './hosts';

/** Sends nothing; remembers what it was asked to send. */
function recorder() {
  const sent: HttpRequest[] = [];
  const send = (request: HttpRequest) => {
    sent.push(request);
    return Promise.resolve({ ok: false, kind: 'refused', message: 'no network in tests' } as const);
  };
  return { sent, transport: { send } };
}

/** Whoever sets the variables of a bot: neither a request nor a token leaves for another host. */
export const variables: Surface = {
  name: 'variables of the bot',
  open: () => {
    const openBot = botBuilder(PROJECT);
    const attacks = (['xo10', 'xo11'] as const).flatMap((target) =>
      OF_A_HOST.flatMap((credentials) =>
        HOSTILE_SUBDOMAINS.map((subdomain): Attack => ({
          what: `${target}, ${credentials}: the store ${JSON.stringify(subdomain)}`,
          play: async () => {
            const { sent, transport } = recorder();
            const bot = await openBot({ integration: 'shopify', target, credentials });
            const env = { ...ENV, SHOPIFY_SUBDOMAIN: subdomain };
            const conversation = startConversation(bot, { sandbox, transport, env, clock: () => 0 });
            const turn = await conversation.say('show me all collections');
            held(sent.length === 0, () => `it sent ${JSON.stringify(sent.map(({ url }) => url))}`);
            const said = turn.messages.map((m) => m.default.text).join();
            held(said.includes('not set up correctly'), () => `it said ${said}`);
          },
        })),
      ),
    );
    return Promise.resolve({ attacks, close: () => Promise.resolve() });
  },
};
