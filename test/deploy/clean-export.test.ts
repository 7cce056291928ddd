import { describe, expect, it } from 'vitest';
import { cleanExport } from '../../deploy/clean-export';
import { createCleaner } from '../../deploy/clean-values';
import { readEntries } from '../../kore/zip/entries';

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
    ['a list under the name of a secret', { apiKey: [CANARY] }],
    ['a value under the name of a secret', { apiKey: { value: CANARY } }],
    ['a secret for each language', { clientSecret: { en: CANARY, 'de-CH': CANARY } }],
    ['a second name of a value', [{ key: 'k1', header: 'Authorization', value: CANARY }]],
    ['several values of a name', { name: 'Authorization', values: [CANARY] }],
    ['a value that is called after its name', { headerName: 'Authorization', headerValue: CANARY }],
    ['a pair', { headers: [['Authorization', CANARY]] }],
    [
      'a field with a value for each language',
      { idpConfigurations: [{ fields: [{ key: 'a', value: { en: CANARY } }] }] },
    ],
    ['a known form as a key', { [`shpat_${'0123456789abcdef'.repeat(2)}`]: 1 }],
    ['a line of a header', { headers: [`X-Api-Key: ${CANARY}`] }],
    ['a line of a header with a scheme', { text: `Authorization: Token ${CANARY}` }],
    ['a header of a command', { text: `curl -H "X-Api-Key: ${CANARY}" https://a.example` }],
    ['a user of a command', { text: `curl -u ann:${CANARY} https://a.example` }],
    ['a form', { body: `client_secret=${CANARY}&grant_type=x` }],
    ['a connection', { text: `Server=x;Password=${CANARY};Encrypt=yes` }],
    ['a line of a file', { text: `a: b\n  password: ${CANARY}\n` }],
    ['a property', { text: `db.password=${CANARY}` }],
    ['an element', { text: `<ns:password type="text">${CANARY}</ns:password>` }],
    ['what stands behind a # in an address', { text: `https://a.example/#access_token=${CANARY}` }],
    ['a header that a script sets', { script: encodeURIComponent(`h['X-Api-Key'] = '${CANARY}';`) }],
    ['what a script takes otherwise', { script: encodeURIComponent(`var apiKey = env.KEY || '${CANARY}';`) }],
    ['a typed name in a script', { script: encodeURIComponent(`const apiKey: string = ("${CANARY}");`) }],
    ['JSON in a text in quotes', { text: `{\\"password\\":\\"${CANARY}\\"}` }],
    ['JSON in a text of JSON', { text: JSON.stringify(JSON.stringify({ password: CANARY })) }],
    ['what is encoded twice', { text: encodeURIComponent(encodeURIComponent(`{"password":"${CANARY}"}`)) }],
    ['what is encoded, beside a broken sign', { text: `${encodeURIComponent(`apiKey = '${CANARY}';`)}%zz` }],
    ['JSON within JSON', { sampleRequest: JSON.stringify({ body: JSON.stringify({ password: CANARY }) }) }],
    [
      'a Basic header with a template beside it',
      { headers: { value: `{"Authorization":"Basic ${CANARY}{{env.X}}"}` } },
    ],
  ])('%s', (_, value) => {
    const text = JSON.stringify(clean(value));
    const once = decodeURIComponent(text.replace(/%(?:25)?zz/g, ''));
    for (const read of [text, once, decodeURIComponent(once)]) expect(read).not.toMatch(/canary7|shpat_0/);
  });

  it('and the settings’ own secrets are found anywhere, in any encoding', () => {
    const secret = 'p@ss word/1"';
    const value = { a: `x ${secret} y`, b: encodeURIComponent(secret), c: JSON.stringify({ q: secret }), d: [secret] };
    const text = JSON.stringify(clean(value, [secret]));
    expect(text).not.toMatch(/p@ss|p%40ss/);
    expect(clean({ a: 'word' }, ['word'])).toEqual({ a: 'word' });
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
