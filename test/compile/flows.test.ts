import { describe, expect, test } from 'vitest';
import { TARGETS, type Dialog } from '../../kore/format';
import { botOf, built, edited, specsOf } from '../build/specs';

const shopify = specsOf('shopify');
const withMode = (mode: string, audience = 'staff') => {
  const moded =
    mode === 'either' ? shopify : edited(shopify, 'bot.yaml', (t) => t.replace('mode: either', `mode: ${mode}`));
  return audience === 'staff'
    ? moded
    : edited(moded, 'bot.yaml', (t) => t.replace('audience: staff', `audience: ${audience}`));
};

const MODES = ['either', 'accessToken', 'clientCredentials', 'oauthProfile', 'integration', 'userProfile'];
const ALL = MODES.flatMap((mode) =>
  ['staff', 'shopper'].flatMap((audience) => TARGETS.map((target) => [mode, audience, target] as const)),
);

test.each(ALL)('with %s for %s on %s the bot keeps every rule of the format', (mode, audience, target) => {
  const bot = botOf(withMode(mode, audience));
  const { definition } = built(bot, target);
  const names = definition.dialogComponents.map((c) => c.name);
  expect(new Set(names.map((n) => n.toLowerCase())).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[A-Za-z_]\w*$/);
  expect(definition.dialogs).toHaveLength(bot.actions.length + 3);
  expect(names.filter((n) => n.endsWith('TokenService'))).toHaveLength(
    ['either', 'clientCredentials'].includes(mode) ? 1 : 0,
  );
  expect(names.filter((n) => n.startsWith('reply')).sort()).toEqual(['replyGiveUp', 'replyProblem']);
});

test('what fetches a token is one component of all dialogs, and every node stands once in its dialog', () => {
  const { dialogs, dialogComponents } = built(botOf(withMode('either', 'staff')), 'xo10').definition;
  const steps = dialogComponents.filter(({ name }) => name.endsWith('TokenSteps'));
  expect(steps.map(({ name }) => name)).toEqual(['shopifyTokenSteps']);
  const places = dialogs.map(({ nodes }) => nodes.filter(({ componentId }) => componentId === steps[0]?._id).length);
  expect(places.filter((count) => count === 1)).toHaveLength(8);
  expect(Math.max(...places)).toBe(1);
  for (const { nodes } of dialogs) {
    const ids = nodes.flatMap(({ nodeId, nodes: inner }) => [nodeId, ...(inner ?? []).map((one) => one.nodeId)]);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

describe('what is said when there is no answer', () => {
  const said = (folder: typeof shopify) => {
    const { dialogs, dialogComponents } = built(botOf(folder), 'xo10').definition;
    const words = dialogComponents.find((c) => c.name === 'replyProblem')?.message?.[0]?.localeData['en'];
    const replies = dialogComponents.filter((c) => /^reply|Throttled$/.test(c.name));
    const placed = (name: string) => {
      const id = replies.find((c) => c.name === name)?._id;
      return dialogs.filter((d) => d.nodes.some((n) => n.componentId === id)).length;
    };
    return {
      script: decodeURIComponent(words?.text ?? ''),
      placed: Object.fromEntries(replies.map(({ name }) => [name, placed(name)])),
    };
  };

  test('is one message for all outcomes and all actions', () => {
    const { script, placed } = said(shopify);
    expect(placed).toEqual({ replyGiveUp: 7, replyProblem: 8 });
    expect(script).toContain('throttled: "The store is very busy at the moment. Please try again in a minute.",');
    expect(script).not.toContain('"sign-in"');
    expect(said(withMode('accessToken', 'shopper')).script).toContain('"sign-in": "Please sign in');
  });

  test('keeps a message of its own where it has buttons', () => {
    const text = 'throttled: The store is very busy at the moment. Please try again in a minute.';
    const buttoned = edited(shopify, 'bot.yaml', (t) =>
      t.replace(
        text,
        'throttled: { look: buttons, text: Busy., buttons: [{ title: Find, action: get-order-details }] }',
      ),
    );
    const { script, placed } = said({ ...buttoned, yaml: buttoned.yaml.filter((f) => !f.name.startsWith('locales')) });
    expect(placed).toEqual({ replyGiveUp: 7, replyProblem: 8, replyThrottled: 8 });
    expect(script).not.toContain('throttled');
  });

  test('keeps a message of its own where an action words it', () => {
    const own = edited(shopify, 'get-product-details.yaml', (t) =>
      t.replace('\nreply:\n', '\nreply:\n  throttled: Not so fast.\n'),
    );
    expect(said(own).placed).toEqual({ replyGiveUp: 7, replyProblem: 8, getProductDetailsThrottled: 1 });
  });
});

/** Where a node of a dialog can lead, following inner nodes. */
function targetsOf(dialog: Dialog, nodeId: string): readonly string[] {
  const node = dialog.nodes.find((n) => n.nodeId === nodeId);
  const retry = node?.nodeOptions?.eventOptions?.defaultMaxRetry?.ref;
  return [
    ...(node?.transitions ?? []).map((t) => ('then' in t ? t.then : t.default)),
    ...(retry === undefined ? [] : [retry]),
  ];
}

describe.each(TARGETS)('on %s', (target) => {
  test.each(MODES)('with %s every node can be reached and every way ends', (mode) => {
    const { definition } = built(botOf(withMode(mode, 'shopper')), target);
    for (const dialog of definition.dialogs) {
      const seen = new Set<string>();
      const visit = (nodeId: string) => {
        if (nodeId === 'end' || seen.has(nodeId)) return;
        seen.add(nodeId);
        targetsOf(dialog, nodeId).forEach(visit);
      };
      visit('intent0');
      expect(dialog.nodes.map((n) => n.nodeId).filter((id) => !seen.has(id))).toEqual([]);
    }
  });

  test('a request comes after its preparation, which can stop it', () => {
    const { definition } = built(botOf(shopify), target, 'get-order-details');
    const named = new Map(definition.dialogComponents.map((c) => [c._id, c.name]));
    const order = (definition.dialogs[0]?.nodes ?? []).map((n) => named.get(n.componentId));
    const [prepare, call] = target === 'xo10' ? ['PrepareSteps', 'CallSteps'] : ['Prepare', 'Service'];
    expect(order.indexOf(`getOrderDetails${prepare}`)).toBeLessThan(order.indexOf(`getOrderDetails${call}`));
    const node = definition.dialogs[0]?.nodes.find((n) => named.get(n.componentId) === `getOrderDetails${prepare}`);
    const tested = (node?.transitions ?? []).map((t) => ('if' in t ? t.if.value : 'default'));
    expect(tested).toEqual(['invalid', 'needs-input', 'ask', 'missing', 'default']);
  });
});

test('a token is never asked for with accessToken, and never leaves the bot’s context with clientCredentials', () => {
  const { definition } = built(botOf(withMode('clientCredentials')), 'xo10', 'get-order-details');
  const service = definition.dialogComponents.find((c) => c.name === 'getOrderDetailsService');
  expect(JSON.parse(service?.headers?.value ?? '{}')).toMatchObject({
    'X-Shopify-Access-Token': '{{context.session.BotContext.shopifyAccessToken}}',
  });
  const token = definition.dialogComponents.find((c) => c.name === 'shopifyTokenService');
  expect(token?.payload).toEqual({
    type: 'raw',
    value: expect.stringContaining('{{env.SHOPIFY_CLIENT_SECRET}}') as string,
  });
});

test('with either, the header holds both tokens, of which the script before leaves one', () => {
  const { definition } = built(botOf(shopify), 'xo10', 'get-order-details');
  const service = definition.dialogComponents.find((c) => c.name === 'getOrderDetailsService');
  expect(JSON.parse(service?.headers?.value ?? '{}')).toMatchObject({
    'X-Shopify-Access-Token': '{{env.SHOPIFY_ACCESS_TOKEN}}{{context.session.BotContext.shopifyAccessToken}}',
  });
});

test.each(TARGETS)(
  'with oauthProfile the zip of %s brings the profile, with variables for secrets, and no token step',
  (target) => {
    const { definition } = built(botOf(withMode('oauthProfile')), target, 'get-order-details');
    expect(definition['idpConfigurations']).toMatchObject([
      {
        name: 'shopifyApp',
        sso_type: 'oauth2_client_credential',
        fields: [{ type: 'header', key: 'X-Shopify-Access-Token', value: '{{access_token}}' }],
        appConfig: {
          clientID: '{{env.SHOPIFY_CLIENT_ID}}',
          clientSecret: '{{env.SHOPIFY_CLIENT_SECRET}}',
          tokenURL: 'https://{{env.SHOPIFY_SUBDOMAIN}}.myshopify.com/admin/oauth/access_token',
        },
      },
    ]);
    const services = definition.dialogComponents.filter((c) => c.type === 'service');
    expect(services).toMatchObject([{ name: 'getOrderDetailsService', idp: 'shopifyApp', authRequired: true }]);
    expect(JSON.parse(services[0]?.headers?.value ?? '{}')).not.toHaveProperty('X-Shopify-Access-Token');
  },
);
