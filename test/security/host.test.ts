import { sandbox } from '../sandbox';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startConversation } from '../../preview/conversation';
import type { HttpRequest } from '../../preview/transport';
import { botBuilder } from '../conversations/variants';
import { ENV, HOSTILE_SUBDOMAINS, OF_A_HOST } from '../attack/attacks/hosts';
import { SHOP } from '../build/specs';

const openBot = botBuilder(SHOP);

/** Sends nothing; remembers what it was asked to send. */
function recorder() {
  const sent: HttpRequest[] = [];
  const send = (request: HttpRequest) => {
    sent.push(request);
    return Promise.resolve({ ok: false, kind: 'refused', message: 'no network in tests' } as const);
  };
  return { sent, transport: { send } };
}

async function ask(target: 'xo10' | 'xo11', credentials: string, subdomain: string) {
  const { sent, transport } = recorder();
  const bot = await openBot({ integration: 'shopify', target, credentials });
  const env = { ...ENV, SHOPIFY_SUBDOMAIN: subdomain };
  const turn = await startConversation(bot, { sandbox, transport, env, clock: () => 0 }).say('show me all collections');
  return { sent, turn };
}

describe.each(['xo10', 'xo11'] as const)('on %s', (target) => {
  describe.each(OF_A_HOST)('with %s', (credentials) => {
    test.each(HOSTILE_SUBDOMAINS)('the store %j sends nothing, neither a request nor a token', async (subdomain) => {
      const { sent, turn } = await ask(target, credentials, subdomain);
      expect(sent).toEqual([]);
      expect(turn.messages.map((m) => m.default.text).join()).toContain('not set up correctly');
    });

    test('a good one sends to that store alone', async () => {
      const { sent } = await ask(target, credentials, 'my-store1');
      expect(sent.length).toBeGreaterThan(0);
      for (const { url } of sent) expect(new URL(url).host).toBe('my-store1.myshopify.com');
    });
  });

  test('whatever the store is called, no other host is asked', async () => {
    const name = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.domain(), fc.webUrl(), fc.ipV4(), fc.ipV6());
    await fc.assert(
      fc.asyncProperty(name, async (subdomain) => {
        const { sent } = await ask(target, 'accessToken', subdomain);
        for (const { url } of sent) expect(new URL(url).host).toMatch(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/);
        if (!/^[a-z0-9][a-z0-9-]*$/.test(subdomain)) expect(sent).toEqual([]);
      }),
      { numRuns: 40, seed: 6 },
    );
  });
});
