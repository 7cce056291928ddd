import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { answerScript } from '../../generator/compile/scripts/answer';
import { botOf, specsOf, templates } from '../build/specs';

const bot = { ...botOf(specsOf('shopify')), audience: 'shopper' as const };
const action = bot.actions.find(({ id }) => id === 'get-customer-details-by-email');

/** What the answer comes to, when the store finds a customer with an address and the site has signed in another. */
function outcome(owner: unknown, signedIn: unknown): unknown {
  if (action === undefined) throw new Error('there is no such action');
  const { template, view } = answerScript(bot, action);
  const state: Record<string, unknown> = { nothing: 'empty' };
  const service = JSON.parse(
    JSON.stringify({
      response: {
        statusCode: 200,
        body: { data: { customer: { defaultEmailAddress: { emailAddress: owner } } } },
      },
    }),
  ) as unknown;
  const context = new Proxy(
    { entities: new Proxy({}, { get: () => owner }), currentLanguage: 'en' },
    { get: (held, key) => (key in held ? (held as never)[key] : String(key).includes('Service') ? service : state) },
  );
  runInNewContext(`(() => {${templates.scripts.render(template, view)}\n})()`, {
    context,
    BotUserSession: { get: () => signedIn, put: () => undefined },
    koreDebugger: { log: () => undefined },
  });
  return state['outcome'];
}

test('an answer is shown to its owner, however the letters A to Z and the blanks around are written', () => {
  expect(outcome('kate@example.com', 'kate@example.com')).toBe('found');
  expect(outcome('Kate@Example.com', ' KATE@example.COM\n')).toBe('found');
});

test.each([
  ['the Kelvin sign', 'kate@example.com', '\u212aate@example.com'],
  ['the Kelvin sign in the store', '\u212aate@example.com', 'kate@example.com'],
  ['an i with a dot above', 'ida@example.com', '\u0130da@example.com'],
  ['an i without a dot', 'ida@example.com', '\u0131da@example.com'],
  ['a long s', 'sam@example.com', '\u017fam@example.com'],
  ['full-width letters', 'kate@example.com', 'ｋａｔｅ@example.com'],
  ['a full-width at sign', 'kate@example.com', 'kate＠example.com'],
  ['a letter of another script', 'kate@example.com', 'k\u0430te@example.com'],
  ['a combining mark', 'jose\u0301@example.com', 'jos\u00e9@example.com'],
  ['a separator that nobody sees', 'kate@example.com', 'ka\u200bte@example.com'],
  ['a part of it', 'kate@example.com', 'ate@example.com'],
  ['an address around it', 'kate@example.com', 'x&kate@example.com'],
  ['nothing', '', ''],
  ['nothing at all', undefined, undefined],
  ['null, twice', null, null],
  ['a list', ['kate@example.com', 'x'], 'kate@example.com'],
])('%s is another address', (_, owner, signedIn) => {
  expect(outcome(owner, signedIn)).toBe('empty');
});
