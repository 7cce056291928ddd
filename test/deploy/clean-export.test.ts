import { describe, expect, it } from 'vitest';
import { cleanBot, cleanExport } from '../../deploy/clean-export';
import { createCleaner } from '../../deploy/clean-values';
import { maskTexts } from '../../kore/secrets/texts';
import { readEntries } from '../../kore/zip/entries';
import { readBot } from '../kore/diff/bots';

const CANARY = 'canary7Secret9Value';

/** The value at its place after cleaning. */
const clean = (value: unknown, secrets: readonly string[] = []): unknown => createCleaner(secrets).definition(value);

describe('every place where real exports hold secrets is emptied', () => {
  it.each<[string, unknown]>([
    [
      'a model key of a prompt library',
      { promptLibraries: [{ configuration: { headerFields: [{ key: 'api-key', value: CANARY }] } }] },
    ],
    [
      'a model header of any name',
      { promptLibraries: [{ configuration: { headerFields: [{ key: 'X-Tenant', value: CANARY }] } }] },
    ],
    [
      'model headers as an object',
      { promptLibraries: [{ configuration: { headerFields: { 'x-goog-user': CANARY } } }] },
    ],
    [
      'a model key of a GenAI node',
      {
        dialogComponents: [
          {
            generativeAI: {
              en: { promptFilterBasedOnModel: [{ configuration: { headerFields: [{ key: 'k', value: CANARY }] } }] },
            },
          },
        ],
      },
    ],
    ['a profile’s client secret', { idpConfigurations: [{ appConfig: { clientSecret: CANARY } }] }],
    ['a profile’s client id', { idpConfigurations: [{ appConfig: { clientID: CANARY } }] }],
    ['a profile’s field', { idpConfigurations: [{ fields: [{ type: 'payload', key: 'pin', value: CANARY }] }] }],
    ['a profile’s header', { idpConfigurations: [{ headerFields: [{ key: 'X-A', value: `Bearer ${CANARY}` }] }] }],
    ['a provider’s key', { llmConfiguration: [{ integrations: { provider: { apiKey: CANARY } } }] }],
    ['a channel’s secret', { channels: [{ app: { clientSecret: CANARY } }] }],
    ['a translation engine’s key', { translationEngines: [{ subscriptionKey: CANARY }] }],
    ['a key anywhere', { dialogComponents: [{ settings: { deep: [{ access_token: CANARY }] } }] }],
    ['a named value anywhere', { anything: [{ name: 'Ocp-Apim-Subscription-Key', value: CANARY }] }],
    [
      'a hard-coded Authorization header',
      { headers: { type: 'raw', value: `{"Content-Type":"a/b","Authorization":"${CANARY}"}` } },
    ],
    ['a hard-coded X-Api-Key header', { headers: { value: `{"X-Api-Key":"${CANARY}"}` } }],
    ['a header that JSON escapes', { headers: { value: `{"X\\u002dApi-Key":"${CANARY}"}` } }],
    ['a parameter of a path', { endPoint: { path: `/v1?a=1&api_key=${CANARY}&b=2` } }],
    ['a parameter of an encoded path', { endPoint: { path: encodeURI(`/v1/{{env.X}}?api_key=${CANARY}`) } }],
    [
      'a parameter of a wholly encoded address',
      { preProcessor: encodeURIComponent(`https://a.example/?key=${CANARY}`) },
    ],
    [
      'a header in an encoded script',
      { script: encodeURIComponent(`call({ headers: { "X-Api-Key": "${CANARY}" } })`) },
    ],
    ['a bare name in a script', { script: encodeURIComponent(`var apiKey = '${CANARY}';`) }],
    ['a bearer token in a script', { script: encodeURIComponent(`h = "Bearer " + x; y = 'Bearer ${CANARY}'`) }],
    ['a password in an address', { text: `https://user:${CANARY}@a.example/` }],
    ['a password in an address without a name', { text: `redis://:${CANARY}@a.example:6379` }],
    [
      'a token of a known form in a message',
      { message: [{ text: `use shpat_${'0123456789abcdef'.repeat(2)} ${''}` }] },
    ],
    ['JSON within JSON', { sampleRequest: JSON.stringify({ body: JSON.stringify({ password: CANARY }) }) }],
    [
      'a Basic header with a template beside it',
      { headers: { value: `{"Authorization":"Basic ${CANARY}{{env.X}}"}` } },
    ],
  ])('%s', (_, value) => {
    const text = JSON.stringify(clean(value));
    expect(decodeURIComponent(text)).not.toContain(CANARY);
    expect(text).not.toContain('shpat_0');
  });

  it('and the settings’ own secrets are found anywhere, in any encoding', () => {
    const secret = 'p@ss word/1"';
    const value = { a: `x ${secret} y`, b: encodeURIComponent(secret), c: JSON.stringify({ q: secret }), d: [secret] };
    const text = JSON.stringify(clean(value, [secret]));
    expect(text).not.toMatch(/p@ss|p%40ss/);
    expect(clean({ a: 'word' }, ['word'])).toEqual({ a: 'word' });
  });
});

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
    ['percent signs that encode nothing', { text: '100% sure, 50%zz' }],
  ])('%s', (_, value) => expect(clean(value)).toEqual(value));

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

describe('variables and files', () => {
  const envVariables = [
    { key: 'SHOP', value: 'example' },
    { key: 'ANY', value: 'v', isSecured: true },
    { key: 'MY_PASSWORD', value: 'p' },
    { key: 'PLAIN', value: 'shpat_0123456789abcdef0123456789abcdef' },
    { key: 'TOKEN_URL', value: 'https://id.example/token' },
    { key: 'EMPTY_TOKEN', value: '' },
  ];

  it('lose what is secured, named like a secret, or looks like one', async () => {
    const files = new Map([
      ['appDefinition.json', Buffer.from('{}')],
      ['Config.json', Buffer.from(JSON.stringify({ name: 'n', envVariables, ivrSettings: { apiKey: CANARY } }))],
      ['functions.js', Buffer.from(`function f() { var apiKey = "${CANARY}"; return 1; }`)],
      ['Icon.png', Buffer.from([1, 2, 3])],
    ]);
    const { zip, removed } = await cleanExport(files, []);
    const entries = await readEntries(zip);
    const config = JSON.parse(entries.get('Config.json')?.toString() ?? '') as { envVariables: { value: string }[] };
    expect(config.envVariables.map((v) => v.value)).toEqual(['example', '', '', '', 'https://id.example/token', '']);
    expect(config).toMatchObject({ ivrSettings: { apiKey: '' } });
    expect(entries.get('functions.js')?.toString()).toBe('function f() { var apiKey = "••••"; return 1; }');
    expect(entries.get('icon.png')).toEqual(Buffer.from([1, 2, 3]));
    expect(removed).toBe(5);
  });
});

describe('a backup is not refused over its content', () => {
  const kept = async (files: Readonly<Record<string, string>>) => {
    const read = new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));
    const entries = await readEntries((await cleanExport(read, [])).zip);
    return new Map([...entries].map(([name, bytes]) => [name, bytes.toString('utf8')]));
  };

  it.each([
    ['a config that is null', 'null', null],
    ['variables that are no objects', '{"envVariables": [null, 7]}', { envVariables: [null, 7] }],
    ['a byte order mark', '\uFEFF{"name": "x"}', { name: 'x' }],
  ])('when it holds %s', async (_, config, expected) => {
    const files = await kept({ 'botDefinition.json': '{"dialogs": [null]}', 'config.json': config });
    expect(JSON.parse(files.get('config.json') ?? '')).toEqual(expected);
    expect(JSON.parse(files.get('botDefinition.json') ?? '')).toEqual({ dialogs: [null] });
  });

  it('when it is nested without end', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const files = await kept({ 'botDefinition.json': `{"dialogs": [], "deep": ${deep}}` });
    expect(JSON.parse(files.get('botDefinition.json') ?? '')).toMatchObject({ dialogs: [] });
  });

  it('but JSON that cannot be taken apart is not kept: it may hold anything', async () => {
    const files = await kept({ 'botDefinition.json': '{"dialogs": []}', 'config.json': `{"value": "${CANARY}"` });
    expect([...files.keys()]).toEqual(['botDefinition.json']);
  });
});
