import { describe, expect, it } from 'vitest';
import { cleanBot } from '../../deploy/clean-export';
import { createCleaner } from '../../deploy/clean-values';
import { maskTexts } from '../../kore/secrets/texts';
import { readBot } from '../kore/diff/bots';

const CANARY = 'canary7Secret9Value';

/** The value at its place after cleaning. */
const clean = (value: unknown): unknown => createCleaner([]).definition(value);

describe('what is no secret stays as it is', () => {
  it.each<[string, unknown]>([
    [
      'tokenURL of a profile',
      { idpConfigurations: [{ appConfig: { tokenURL: 'https://id.example/oauth/token', scope: 'a b' } }] },
    ],
    [
      'other addresses',
      { idpConfigurations: [{ appConfig: { authorizationUrl: 'https://id.example/a', tokenEndpoint: '/t' } }] },
    ],
    ['templates', { headers: { value: '{"Authorization":"Bearer {{env.TOKEN}}","X-Api-Key":"{{env.KEY}}"}' } }],
    [
      'templates of a profile',
      { idpConfigurations: [{ fields: [{ type: 'header', key: 'Authorization', value: 'Bearer {{access_token}}' }] }] },
    ],
    ['templates in a path', { endPoint: { path: encodeURI('/v1?key={{env.KEY}}&q={{context.entities.Q}}') } }],
    [
      'what a field is called',
      { idpConfigurations: [{ fields: [{ type: 'header', key: 'X-Shopify-Access-Token', value: '' }] }] },
    ],
    [
      'harmless headers of a model',
      { promptLibraries: [{ configuration: { headerFields: [{ key: 'Content-Type', value: 'application/json' }] } }] },
    ],
    ['kinds and lifetimes', { token_type: 'bearer', tokenExpiry: '3600', authType: 'none', secretRequired: 'yes' }],
    [
      'states that scripts name',
      { script: encodeURIComponent('state.token = "renewed"; if (token === "missing") {}') },
    ],
    [
      'scripts that pass a token on',
      { script: encodeURIComponent('h["X-Shopify-Access-Token"] = env.SHOPIFY_ACCESS_TOKEN;') },
    ],
    ['sentences about secrets', { text: 'Your password: please type it again. The token is "gone".' }],
    ['numbers and flags', { usage: { total_tokens: 12, isSecured: true, token: null } }],
    ['names in scripts', { script: encodeURIComponent('token = token2; const secret = hmacOf(text12345);') }],
    [
      'paths in scripts',
      { script: encodeURIComponent('x = { apiKey: env.KEY2, token: context.token2 }; token=t.data1234;') },
    ],
    ['chapters', { text: 'Token: see chapter12 of the book. X-Ray: 12 pictures.' }],
    ['what a secret is called by', { authorization: { id: 'abc1234567', kind: 'none' }, tokens: { max: 4096 } }],
    [
      'pairs of words',
      {
        list: [
          ['a', 'b'],
          ['title', 'Token'],
        ],
      },
    ],
    ['percent signs that encode nothing', { text: '100% sure, 50%zz' }],
  ])('%s', (_, value) => expect(clean(value)).toEqual(value));

  it.each([
    'a-',
    'token=',
    '<token>',
    '\\"',
    ' -u a:',
    'token:\n',
    'token = x ? ',
    'Authorization: ',
    '["',
    '%7B',
    'a',
  ])('and 200,000 signs of %j are read in no time', (piece) => {
    const started = performance.now();
    clean({ text: piece.repeat(200_000 / piece.length) });
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('and a script’s encoding is kept around what is masked', () => {
    const script = encodeURIComponent(`a = 1; apiKey = '${CANARY}'; b = "ä/?"`);
    const { script: cleaned } = clean({ script }) as { script: string };
    expect(decodeURIComponent(cleaned)).toBe(`a = 1; apiKey = '••••'; b = "ä/?"`);
    expect(encodeURIComponent(decodeURIComponent(cleaned))).toBe(cleaned);
    const { path } = clean({ path: encodeURI(`/a/{{env.X}}?key=${CANARY}`) }) as { path: string };
    expect(path).toBe(encodeURI('/a/{{env.X}}?key=••••'));
  });

  it('and a whole bot of ours is not touched', async () => {
    for (const layout of ['botaction', 'flat', 'xo11'] as const) {
      const bot = await readBot(layout);
      expect(cleanBot(bot, [])).toEqual(bot);
    }
  });

  it('and patterns do not backtrack', () => {
    for (const text of [
      '"'.repeat(50_000),
      'token = "'.repeat(5_000),
      `"${'a'.repeat(50_000)}`,
      '?key'.repeat(20_000),
      'a:'.repeat(30_000),
    ]) {
      const before = process.cpuUsage().user;
      maskTexts(text);
      expect(process.cpuUsage().user - before).toBeLessThan(2_000_000);
    }
  });
});
