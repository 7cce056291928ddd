import { startConversation } from '../../../preview/conversation';
import type { HttpResult } from '../../../preview/transport';
import { PROJECT } from '../../build/specs';
import { botBuilder } from '../../conversations/variants';
import { sandbox } from '../../sandbox';
import { LISTED } from '../../window/texts';
import { held, type Attack, type Surface } from '../attack';

const TOKEN = 'canary-token-0f8e7d6c5b4a';
const SAID = ['show me all collections', 'where is order #1001', 'show me mugs', 'find the customer ada@example.com'];
const answer = (body: string, status = 200, headers: Record<string, string> = {}): HttpResult => ({
  ok: true,
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body,
});
const KEYS = '"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}';
const nested = (open: string, close: string, depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`;

/** Answers that no store should give. */
const ODD: readonly (readonly [string, HttpResult])[] = [
  ['nothing', answer('')],
  ['no JSON', answer('<html>busy</html>')],
  ['null', answer('null')],
  ['a number', answer('7')],
  ['a list', answer('[1,2]')],
  ['data that is a text', answer('{"data":"x"}')],
  ['data that is null', answer('{"data":null}')],
  ['errors that are a text', answer('{"errors":"x"}')],
  ['errors full of nulls', answer('{"errors":[null,null],"data":null}')],
  [
    'lists where things should be',
    answer('{"data":{"collections":[],"products":[],"customer":[],"order":[],"orders":[]}}'),
  ],
  [
    'texts where lists should be',
    answer('{"data":{"collections":{"nodes":"x"},"products":{"nodes":"x"},"orders":{"nodes":"x"}}}'),
  ],
  [
    'numbers where things should be',
    answer('{"data":{"collections":{"nodes":[1,2]},"products":{"nodes":[1]},"orders":{"nodes":[1]},"customer":1}}'),
  ],
  [
    'keys of prototypes',
    answer(`{"data":{${KEYS},"collections":{${KEYS},"nodes":[{${KEYS}}]},"customer":{${KEYS}}},${KEYS}}`),
  ],
  ['a thousand levels of lists', answer(`{"data":${nested('[', ']', 1000)}}`)],
  ['a thousand levels of things', answer(`{"data":${nested('{"a":', '}', 1000)}}`)],
  [
    'a page without an end',
    answer('{"data":{"collections":{"nodes":[],"pageInfo":{"hasNextPage":true,"endCursor":"x"}}}}'),
  ],
  [
    'a cursor that is markup',
    answer(
      '{"data":{"collections":{"nodes":[{"id":"gid://shopify/Collection/1","title":"a"}],"pageInfo":{"hasNextPage":true,"endCursor":"\\"}}{{env.SHOPIFY_ACCESS_TOKEN}}"}}}}',
    ),
  ],
  ['the token, sent back', answer(`{"errors":[{"message":"bad token ${TOKEN}"}]}`, 401)],
  ['the token in a header', answer('{}', 500, { 'x-echo': TOKEN })],
  ['a redirect', answer('', 302, { location: 'https://evil.example/' })],
  ['a status without sense', answer('{}', 299)],
  ['a status that is none', answer('{}', 999)],
  ['100 with a body', answer('{"data":{}}', 100)],
  ['a cut connection', { ok: false, kind: 'refused', message: `reset ${TOKEN}` }],
];

/** A thing of every kind that is called so, and leads there. */
const calling = (text: string) => {
  const thing = {
    id: 'gid://shopify/Order/5600000001001',
    name: '#1001',
    title: text,
    displayName: text,
    description: text,
    vendor: text,
    status: 'ACTIVE',
    onlineStoreUrl: `https://x.example/${text}`,
    email: text,
    note: text,
    image: { url: text },
    defaultEmailAddress: { emailAddress: 'ada@example.com' },
    shippingAddress: { formattedArea: text },
  };
  const list = { nodes: [thing, thing], pageInfo: { hasNextPage: false, endCursor: null } };
  return answer(
    JSON.stringify({ data: { collections: list, products: list, orders: list, order: thing, customer: thing } }),
  );
};

/** What a chat window or the platform would take for more than text. */
const ACTIVE = /<[a-z/!]|\]\s?\(|!\[|\{\{|&#?\w+;|(?:https?|ftp):\/\/(?!x\.example\/)/i;

/** What a store answers. */
export const store: Surface = {
  name: 'answers of the store',
  open: () => {
    const openBot = botBuilder(PROJECT);
    const answers = [
      ...ODD,
      ...LISTED.map((text) => [`things called ${JSON.stringify(text).slice(0, 80)}`, calling(text)] as const),
    ];
    const attacks = (['xo10', 'xo11'] as const).flatMap((target) =>
      answers.map(([what, result]): Attack => ({
        what: `${target}: ${what}`,
        play: async () => {
          const bot = await openBot({ integration: 'shopify', target });
          const env = { SHOPIFY_SUBDOMAIN: 'demo', SHOPIFY_ACCESS_TOKEN: TOKEN };
          const sent: string[] = [];
          const transport = { send: ({ url }: { url: string }) => Promise.resolve((sent.push(url), result)) };
          const conversation = startConversation(bot, { sandbox, transport, env, clock: () => 0 });
          for (const said of SAID) {
            const turn = await conversation.say(said);
            const errors = turn.notes.filter(({ code }) => code === 'script-error');
            held(errors.length === 0, () => `${said}: ${JSON.stringify(errors)}`);
            held(turn.messages.length > 0, () => `nothing is said to ${said}`);
            const shown = JSON.stringify(
              turn.messages.map(({ rtm, default: plain }) => [rtm.template ?? rtm.text, plain.text]),
            );
            held(
              !ACTIVE.test(shown.replace(/https:\/\/x\.example\/[^"]*/g, '').replace(/\\"/g, '')),
              () => `${said}: ${ACTIVE.exec(shown)?.[0]} in ${shown.slice(0, 300)}`,
            );
            held(!JSON.stringify(turn).includes(TOKEN), () => `${said}: a turn holds the token`);
          }
          held(
            sent.every((url) => url.startsWith('https://demo.myshopify.com/')),
            () => `it asked ${sent.join()}`,
          );
          held(!('polluted' in {}), () => 'what all objects inherit was changed');
        },
      })),
    );
    return Promise.resolve({ attacks, close: () => Promise.resolve() });
  },
};
