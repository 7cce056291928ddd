import { sandbox } from '../sandbox';
import { afterEach, expect, test } from 'vitest';
import { startConversation } from '../../preview/conversation';
import { botBuilder } from '../conversations/variants';
import { SHOP } from '../build/specs';

const openBot = botBuilder(SHOP);

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect({}).not.toHaveProperty('polluted');
});

const KEYS = '"__proto__": {"polluted": 1, "title": "polluted"}, "constructor": {"prototype": {"polluted": 1}}';

/** A store's answer in which every object has keys that mean something to a prototype. */
const answer = (node: string) =>
  `{"data": {"collections": {${KEYS}, "nodes": [{${KEYS}, ${node}}], "pageInfo": {${KEYS}, "hasNextPage": false}}, ${KEYS}}, ${KEYS}}`;

test.each(['xo10', 'xo11'] as const)('on %s an answer cannot change what objects inherit', async (target) => {
  const bot = await openBot({ integration: 'shopify', target });
  const body = answer('"id": "gid://shopify/Collection/2900000000001", "title": "Mugs", "handle": "mugs"');
  const send = () => Promise.resolve({ ok: true, status: 200, headers: {}, body } as const);
  const env = { SHOPIFY_SUBDOMAIN: 'demo', SHOPIFY_ACCESS_TOKEN: 'token' };
  const session = { BotUserSession: JSON.parse('{"__proto__": {"polluted": 1}}') as Record<string, unknown> };
  const conversation = startConversation(bot, { sandbox, transport: { send }, env, session, clock: () => 0 });
  for (const said of ['show me all collections', 'where is order __proto__', 'constructor', '__proto__']) {
    const turn = await conversation.say(said);
    expect(turn.calls.length + turn.messages.length).toBeGreaterThan(0);
    expect(turn.notes.filter((n) => n.code === 'script-error')).toEqual([]);
    expect(JSON.stringify(turn.messages)).not.toContain('polluted');
  }
});
