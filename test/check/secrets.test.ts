import { expect, test } from 'vitest';
import { credentialsAreVariables } from '../../generator/check/credentials';
import { collect, inOrder } from '../../generator/diagnostics/diagnostic';
import { jsonDiagnostic, printDiagnostic } from '../../generator/diagnostics/print';
import { findSpecSecrets, maskSecrets } from '../../generator/diagnostics/secrets';
import { parseYaml } from '../../generator/source/yaml';
import { botOf, edited, specsOf } from '../build/specs';

// Put together here, so that no scanner takes the test itself for a leak.
const r = (length: number) => 'a1B2c3D4e5F6g7H8i9J0'.repeat(5).slice(0, length);

const examples: readonly (readonly [what: string, text: string, secret?: string])[] = [
  ['a Shopify token', `shp${'at'}_${r(32)}`],
  ['a Shopify token', `shp${'ss'}_${r(32)}`],
  ['an AWS key', `AK${'IA'}IOSFODNN7EXAMPLE`],
  ['a Google API key', `AI${'za'}${r(35)}`],
  ['a GitHub token', `gh${'p'}_${r(36)}`],
  ['a GitHub token', `github${'_pat'}_${r(40)}`],
  ['a GitLab token', `gl${'pat'}-${r(20)}`],
  ['an npm token', `np${'m'}_${r(36)}`],
  ['a Slack token', `xo${'xb'}-${r(24)}`],
  ['a SendGrid key', `S${'G'}.${r(22)}.${r(43)}`],
  ['an API key', `sk${'_live'}_${r(24)}`],
  ['an API key', `sk-${'proj'}-${r(40)}`],
  ['a signed token', `ey${'J'}${r(20)}.${r(20)}.${r(20)}`],
  ['a bearer token', `Bearer ${r(30)}`, r(30)],
  ['a user name and password', `Basic ${r(22)}==`, `${r(22)}==`],
  ['a password in an address', `https://shop:${r(8)}@example.com/x`, r(8)],
  ['a password in an address', `redis://:${r(8)}@example.com:6379`, r(8)],
  ['a credential', `access_token: "${r(24)}"`, r(24)],
  ['a credential', `password=${r(20)}`, r(20)],
];

test.each(examples)('%s is found: %s', (what, text, secret = text) => {
  const found = findSpecSecrets(`header: ${text} # and more`);
  expect(found.map((f) => f.what)).toEqual([what]);
  expect(maskSecrets(`header: ${text} # and more`)).not.toContain(secret);
});

const variable = (key: string, value: string) => `  ${key}:\n    hint: What it is.\n    value: ${value}\n`;
const hex = '0123456789abcdef'.repeat(2);

test.each([
  ['SHOP_NUMBER', hex],
  ['SHOP_REGION', `'${hex.toUpperCase()}'`],
  ['SHOP_REGION', `ab${'xy'}_${r(20)}`],
  ['SHOP_REGION', r(40)],
  ['SHOP_TOKEN', 'open-sesame'],
  ['SHOP_API_KEY_2', '"hunter2hunter"'],
  ['SHOP_PASSWORD', 'correcthorse # of the team'],
])('a variable %s with the value %s holds a credential', (key, value) => {
  const text = `${variable('SHOP', 'my-shop')}${variable(key, value)}${variable('SHOP_HOST', 'api.example.com')}`;
  const [found, ...more] = findSpecSecrets(text);
  expect([found?.what, more]).toEqual(['a credential', []]);
  expect(value).toContain(text.slice(found?.start, found?.end));
  expect(maskSecrets(`{ ${key}: { hint: x, value: ${value} } }`)).toContain('••••••••');
});

test.each([
  ['SHOP', 'my-shop-of-2024-in-the-north'],
  ['SHOPIFY_CLIENT_ID', hex],
  ['SHOP_HOST', 'api.parcels.example'],
  ['SHOP_API', 'https://api.example.com/v2/2024-10/orders'],
  ['TOKEN_URL', 'https://example.com/token'],
  ['SHOP_TOKEN', "''"],
  ['SHOP_PHONE', '+491711234567890'],
  ['SHOP_NUMBER', '81100000000012345678'],
  ['SHOP_ACCOUNT', 'gid://shopify/Shop/8110000000001'],
])('a variable %s with the value %s holds none', (key, value) => {
  expect(findSpecSecrets(variable(key, value))).toEqual([]);
});

const written = {
  body: '{ rest: { method: POST, path: /pickups, body: PLACE } }',
  graphql: "{ graphql: 'query Q($password: String) { a }', variables: PLACE }",
};
test.each<[keyof typeof written, string, boolean]>([
  ['body', "{ password: 'open sesame' }", true],
  ['body', "{ login: { api_key: 'open sesame' } }", true],
  ['body', "{ all: [{ user: ann, secret: 'open sesame' }] }", true],
  ['body', "{ all: { each: town, item: { token: 'open sesame' } } }", true],
  ['body', "{ password: '${town}' }", false],
  ['body', "{ token_type: 'open sesame', password: 7, login: { user: ann } }", false],
  ['body', '[open sesame]', false],
  ['graphql', "{ password: 'open sesame' }", true],
  ['graphql', "{ password: '${town}' }", false],
])('whether a %s %s holds a credential under a name that says so: %s', (kind, place, is) => {
  const parcels = edited(specsOf('parcels'), 'find-points.yaml', (text) =>
    text.replace(/request:[^]*?\nresponse:/, `request: ${written[kind].replace('PLACE', place)}\nresponse:`),
  );
  const { report, diagnostics } = collect();
  credentialsAreVariables(botOf(parcels), report, { bytes: () => undefined, files: [] });
  expect(diagnostics.map(({ code }) => code)).toEqual(is ? ['looks-like-secret'] : []);
});

test('a private key is blotted out whole, line by line', () => {
  const key = `-----BEGIN RSA ${'PRIVATE'} KEY-----\n${r(60)}\n${r(60)}\n-----END RSA ${'PRIVATE'} KEY-----`;
  const masked = maskSecrets(`before\n${key}\nafter`);
  expect(masked.split('\n')).toHaveLength(6);
  expect(masked).toMatch(/^before\n[•\n]+\nafter$/);
});

test.each([
  'variable: SHOPIFY_ACCESS_TOKEN',
  'secret: SHOPIFY_CLIENT_SECRET',
  'secret: true',
  'header: X-Shopify-Access-Token',
  'prefix: "Bearer "',
  'Basic responsibilities of the team',
  'token: ${env.SHOPIFY_ACCESS_TOKEN}',
  'hint: Admin API access token of the store, such as shpat_…',
  'https://example.com:8443/@me',
  'gid://shopify/Order/1234567890123',
  'password: your-password-goes-right-here',
])('is no credential: %s', (text) => {
  expect(findSpecSecrets(text)).toEqual([]);
  expect(maskSecrets(text)).toBe(text);
});

test.each(['shopify', 'parcels'])('the specs of %s hold none', (id) => {
  expect(specsOf(id).yaml.flatMap((file) => findSpecSecrets(file.text))).toEqual([]);
});

test('each one is reported, also in a comment, in a file that is no YAML and beside another mistake', () => {
  const tokens = [`shp${'at'}_${r(32)}`, `gh${'p'}_${r(36)}`];
  const { report, diagnostics } = collect();
  parseYaml('specs/x/bot.yaml', `title: [${tokens[0] ?? ''} # ${tokens[1] ?? ''}\n`, report);
  expect(inOrder(diagnostics).map((d) => [d.code, d.place.start])).toEqual([
    ['yaml-syntax', 7],
    ['looks-like-secret', 8],
    ['looks-like-secret', 49],
  ]);
  const shown = diagnostics.flatMap((d) => [printDiagnostic(d, { color: true }), JSON.stringify(jsonDiagnostic(d))]);
  for (const token of tokens) expect(shown.join()).not.toContain(token);
});

test.each([
  'a.',
  'eyJ-',
  'token=',
  'Basic ',
  'x://',
  'SG.',
  'secret: ',
  'value: ',
  'A: value: xxxxxxxx',
  'value:',
  '-----BEGIN PRIVATE KEY',
  'sk-',
])('a million characters of %j are read in no time', (piece) => {
  const started = performance.now();
  findSpecSecrets(piece.repeat(1_000_000 / piece.length));
  expect(performance.now() - started).toBeLessThan(5000);
});
