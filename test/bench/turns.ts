import { sandbox } from '../sandbox';
import { startConversation } from '../../preview/conversation';
import { startStore } from '../../services/shopify/server';
import { createTransport } from '../../preview/transport';
import { botBuilder } from '../conversations/variants';
import { percentiles } from './figures';
import { SHOP } from '../build/specs';
import type { Row } from './row';

const ASKED = ['where is order #1001', 'show all collections', 'find products called shirt', 'show order 1002'];
const CHAT = ['what can you do', 'get orders by customer number', 'never mind', 'help me get started'];

/** Turns of the player in one process: without a service call, and with one to the local store over HTTP. */
export async function turns(): Promise<Row[]> {
  const bot = await botBuilder(SHOP)({ integration: 'shopify', target: 'xo10' });
  const store = await startStore({ restoreRate: 1_000_000, bucketSize: 1_000_000 });
  const transport = createTransport({ routes: [{ match: 'https://*.myshopify.com', to: store.url }] });
  const env = { SHOPIFY_SUBDOMAIN: 'demo', SHOPIFY_ACCESS_TOKEN: store.token };
  try {
    const play = async (sayings: readonly string[], wantsCalls: boolean) => {
      const times: number[] = [];
      for (let i = 0; i < ROUNDS; i += 1) {
        const talk = startConversation(bot, { transport, env, sandbox });
        await talk.connect();
        for (const saying of sayings) {
          const start = performance.now();
          const turn = await talk.say(saying);
          if (turn.calls.length > 0 === wantsCalls) times.push(performance.now() - start);
        }
      }
      if (times.length < ROUNDS) throw new Error('too few turns were of the wanted kind');
      return times.slice(times.length / 10);
    };
    return [
      {
        what: 'Player: turn without a service call',
        measured: percentiles(await play(CHAT, false)),
        goal: 'p50 < 5 ms',
      },
      {
        what: 'Player: turn with the store',
        measured: percentiles(await play(ASKED, true)),
        goal: 'p50 < 15 ms, p99 < 60 ms',
      },
    ];
  } finally {
    await store.close();
    await sandbox.close();
  }
}

const ROUNDS = 200;
