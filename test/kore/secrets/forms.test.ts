import { describe, expect, test } from 'vitest';
import { blotted, findSecrets, knownSecrets } from '../../../kore/secrets/find';
import { entropy } from '../../../kore/secrets/random';
import { maskTexts } from '../../../kore/secrets/texts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** So many signs that look as if chance had made them; always the same, and put together here, so that no scanner trips. */
function made(length: number, signs = LETTERS, seed = 7): string {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return signs.charAt((state >>> 8) % signs.length);
  }).join('');
}
const hex = (length: number) => made(length, '0123456789abcdef');
const upper = (length: number) => made(length, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567');
const digits = (length: number) => made(length, '0123456789');
const uuid = [8, 4, 4, 4, 12].map(hex).join('-');

/** Credentials as their makers document them: how they begin, and what follows. */
const KNOWN: readonly (readonly [whose: string, ...parts: string[]])[] = [
  ['WooCommerce, a key', 'ck', '_', hex(40)],
  ['WooCommerce, a secret', 'cs', '_', hex(40)],
  ['Zoho', '10', '00.', hex(32), '.', hex(32)],
  ['Shopify, an app of the admin', 'shpat', '_', hex(32)],
  ['Shopify, a custom app', 'shpca', '_', hex(32)],
  ['Shopify, a private app', 'shppa', '_', hex(32)],
  ['Shopify, a shared secret', 'shpss', '_', hex(32)],
  ['Shopify, a theme kit', 'shptka', '_', hex(32)],
  ['AWS, a key', 'AK', 'IA', upper(16)],
  ['AWS, a session', 'AS', 'IA', upper(16)],
  ['AWS Bedrock', 'ABSK', made(109)],
  ['Google, an API key', 'AI', 'za', made(35)],
  ['Google, a client', 'GOC', 'SPX-', made(28)],
  ['Google, an access token', 'ya', '29.', made(80)],
  ['GitHub, a person', 'gh', 'p_', made(36)],
  ['GitHub, an app', 'gh', 's_', made(36)],
  ['GitHub, fine-grained', 'github', '_pat_', made(22), '_', made(59)],
  ['GitLab, a person', 'gl', 'pat-', made(20)],
  ['GitLab, a runner', 'gl', 'rt-', made(20)],
  ['GitLab, a job', 'gl', 'cbt-', made(22)],
  ['npm', 'np', 'm_', made(36)],
  ['PyPI', 'pypi', '-AgE', made(60)],
  ['RubyGems', 'rubygems', '_', hex(48)],
  ['Docker Hub', 'dckr', '_pat_', made(27)],
  ['NuGet', 'oy', '2', made(43, 'abcdefghijklmnop0123456789')],
  ['crates.io', 'ci', 'o', made(32)],
  ['Artifactory', 'AK', 'Cp', made(69)],
  ['Slack, a bot', 'xo', 'xb-', digits(12), '-', digits(12), '-', made(24)],
  ['Slack, a person', 'xo', 'xp-', digits(12), '-', made(32)],
  ['Slack, an app', 'xa', 'pp-1-A', upper(10), '-', digits(13), '-', hex(64)],
  ['Slack, a hook', 'https://hooks.', 'slack.com/services/T', upper(8), '/B', upper(8), '/', made(24)],
  ['Discord, a hook', 'https://discord.com/api/', 'webhooks/', digits(18), '/', made(68)],
  ['Discord, a bot', 'M', made(23), '.', made(6), '.', made(38)],
  ['Teams, a hook', 'https://x.webhook.', 'office.com/webhookb2/', uuid, '/IncomingWebhook/', hex(32)],
  ['Zapier, a hook', 'https://hooks.', 'zapier.com/hooks/catch/', digits(8), '/', made(12)],
  ['Telegram', digits(9), ':', 'AA', made(33)],
  ['Stripe', 'sk', '_live_', made(24)],
  ['Stripe, restricted', 'rk', '_live_', made(24)],
  ['Stripe, a hook', 'wh', 'sec_', made(32)],
  ['Square', 'sq0', 'atp-', made(22)],
  ['Square, an access token', 'EA', 'AA', made(60)],
  ['PayPal Braintree', 'access', '_token$production$', made(16), '$', hex(32)],
  ['Plaid', 'access', '-production-', uuid],
  ['Razorpay', 'rzp', '_live_', made(18)],
  ['Flutterwave', 'FLW', 'SECK-', hex(32), '-X'],
  ['Shippo', 'shippo', '_live_', hex(40)],
  ['EasyPost', 'EZ', 'AK', made(54)],
  ['Duffel', 'duffel', '_live_', made(43)],
  ['OpenAI, a project', 'sk', '-proj-', made(48)],
  ['Anthropic', 'sk', '-ant-api03-', made(93), 'AA'],
  ['Groq', 'gs', 'k_', made(52)],
  ['Perplexity', 'pp', 'lx-', made(48)],
  ['xAI', 'xa', 'i-', made(80)],
  ['Hugging Face', 'h', 'f_', made(34)],
  ['Replicate', 'r', '8_', made(37)],
  ['LangSmith', 'lsv2', '_pt_', hex(32), '_', hex(10)],
  ['SendGrid', 'S', 'G.', made(22), '.', made(43)],
  ['Mailgun', 'ke', 'y-', hex(32)],
  ['Mailchimp', hex(32), '-us', '12'],
  ['Brevo', 'xkey', 'sib-', hex(64), '-', made(16)],
  ['MailerSend', 'ml', 'sn.', hex(64)],
  ['Resend', 'r', 'e_', made(8), '_', made(24)],
  ['Twilio', 'S', 'K', hex(32)],
  ['Atlassian', 'ATA', 'TT3', made(180)],
  ['Bitbucket', 'AT', 'BB', made(32)],
  ['Linear', 'lin', '_api_', made(40)],
  ['Notion', 'nt', 'n_', digits(11), made(35)],
  ['Notion, an older one', 'sec', 'ret_', made(43)],
  ['Airtable', 'pa', 't', made(14), '.', hex(64)],
  ['Figma', 'fi', 'gd_', made(40)],
  ['HubSpot', 'pat', '-na1-', uuid],
  ['Typeform', 'tf', 'p_', made(44)],
  ['Contentful', 'CF', 'PAT-', made(43)],
  ['Salesforce', '00', 'D', made(15), '!', made(96)],
  ['Okta', 'SS', 'WS ', '00', made(40)],
  ['Vault', 'hv', 's.', made(90)],
  ['Terraform', made(14), '.atlas', 'v1.', made(64)],
  ['Pulumi', 'pu', 'l-', hex(40)],
  ['DigitalOcean', 'do', 'p_v1_', hex(64)],
  ['Heroku', 'HR', 'KU-AA', made(58)],
  ['Fly.io', 'fm', '2_', made(120)],
  ['Netlify', 'nf', 'p_', made(36)],
  ['Supabase', 'sb', 'p_', hex(40)],
  ['PlanetScale', 'pscale', '_tkn_', made(43)],
  ['Databricks', 'da', 'pi', hex(32)],
  ['Azure, a storage', 'Account', 'Key=', made(86), '=='],
  ['Azure, a signature', 'https://x.blob.core.windows.net/a?sv=1&', 'sig=', made(43), '%3D'],
  ['Azure, an app', made(3), '8', 'Q~', made(34)],
  ['Doppler', 'dp.', 'pt.', made(43)],
  ['1Password', 'ops', '_eyJ', made(250)],
  ['age', 'AGE', '-SECRET-KEY-1', made(58, 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L')],
  ['Grafana', 'gl', 'sa_', made(32), '_', hex(8)],
  ['New Relic', 'NR', 'AK-', upper(27)],
  ['Sentry', 'sntry', 's_', made(80)],
  ['Dynatrace', 'dt0', 'c01.', upper(24), '.', upper(64)],
  ['PostHog', 'ph', 'c_', made(43)],
  ['Sourcegraph', 'sg', 'p_', hex(40)],
  ['SonarQube', 'sq', 'p_', hex(40)],
  ['Postman', 'PM', 'AK-', hex(24), '-', hex(34)],
  ['CircleCI', 'CCI', 'PAT_', made(22), '_', hex(40)],
  ['Alibaba', 'LT', 'AI', made(20)],
  ['Tencent', 'AK', 'ID', made(32)],
  ['Tailscale', 'ts', 'key-auth-', made(17), '-', made(32)],
  ['OpenShift', 'sha', '256~', made(43)],
  ['Facebook', 'EA', 'AC', made(120)],
  ['Twitter', 'A'.repeat(22), made(80)],
  ['Dropbox', 's', 'l.', made(130)],
  ['a signed token', 'ey', 'J', made(20), '.', 'ey', 'J', made(60), '.', made(43)],
  ['a private key', '-----BEGIN EC PRI', 'VATE KEY-----\n', made(64), '\n-----END EC PRI', 'VATE KEY-----'],
  ['a key of PuTTY', 'PuTTY-User-', 'Key-File-3: ssh-rsa\n', made(64), '\nPrivate-MAC: ', hex(64)],
];

/** Credentials that only their surroundings give away, or that they are too random to be anything else. */
const SURROUNDED: readonly (readonly [what: string, around: readonly [string, string], secret: string])[] = [
  ['a bearer token', ['Authorization: Bearer ', ''], made(32)],
  ['a name and password', ['Basic ', ''], `${made(26)}==`],
  ['a password of a database', ['mongodb+srv://app:', '@cluster.example.net/x'], made(12)],
  ['a parameter', ['https://a.example/?api_key=', '&b=1'], made(20)],
  ['an assignment', ['client_secret: "', '"'], made(24)],
  ['a secret key of AWS', ['', ''], made(40, `${LETTERS}+/`)],
  ['a key in hexadecimal', ['X-Auth: ', ''], hex(32)],
  ['a key that begins with a word', ['', ''], `acme_${hex(32)}`],
  ['a variable', ['DD_API_KEY=', ''], hex(32)],
  ['a key of base64', ['"', '"'], `${made(43, `${LETTERS}+/`)}=`],
  ['a key in a sentence', ['the one of the team is ', ', ask Ada'], made(40)],
];

test('the table is large, and each of its rows another', () => {
  expect(KNOWN.length).toBeGreaterThan(100);
  expect(new Set(KNOWN.map(([whose]) => whose)).size).toBe(KNOWN.length);
});

test.each(KNOWN.map(([whose, ...parts]) => [whose, parts.join('')] as const))('%s is known', (_, secret) => {
  for (const text of [secret, `x: ${secret}`, `{"a":"${secret}"}`, `say("${secret}");`]) {
    const masked = blotted(text, findSecrets(text));
    expect(masked, text).not.toContain(secret.slice(-12));
  }
});

test('all but a few are known by themselves, so that backups are rid of them, too', () => {
  const unknown = KNOWN.filter(([, ...parts]) => knownSecrets(parts.join('')).length === 0).map(([whose]) => whose);
  expect(unknown).toEqual(['Okta', 'Azure, a storage', 'Azure, a signature']);
});

test.each(SURROUNDED)('%s is noticed', (_, [before, after], secret) => {
  const text = `${before}${secret}${after}`;
  expect(findSecrets(text).map(({ start, end }) => text.slice(start, end))).toEqual([secret]);
});

describe('is none:', () => {
  test.each([
    `refId: ${uuid}`,
    'gid://shopify/ProductVariant/81100000000012345678',
    `id: ${hex(24)}`,
    'getOrderDetailsByEmailAddress2026',
    'orders-created-between-2026-10-01-and-2026-11-30',
    'https://example.com/Deeply/Nested/Path/To/Something-2026/index.html',
    'template_type_advanced_multi_select_2024',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    '0000000000000000000000000000000000000000000000',
    '2026-10-01T10:00:00.000Z/2026-11-01T10:00:00.000Z',
    'the sk-learn of a pat-riot, hf_ and EAA',
    'a token: ${env.SHOPIFY_ACCESS_TOKEN}, {{context.session.BotContext.shopifyAccessToken}}',
    `ABCDEFGHIJKLMNOPQRSTUVWXYZ${'abcdefghijklmnopqrstuvwxyz'}0123456789`,
  ])('%s', (text) => expect(findSecrets(text)).toEqual([]));
});

test('entropy is Shannon’s', () => {
  expect(entropy('aaaa')).toBe(0);
  expect(entropy('abcd')).toBe(2);
  expect(entropy(hex(64))).toBeGreaterThan(3.4);
});

test.each([
  ['', 'sk-'],
  ['', 'eyJ'],
  ['', 'A'],
  ['Bearer ', 'a1'],
  ['?token=', 'a1'],
  ['\ntoken: ', 'a1'],
  ['token=1', 'a'],
])('%j and millions of %j behind it are no more than a matcher can remember', (head, piece) => {
  const text = head + piece.repeat(4_500_000 / piece.length);
  expect(() => [findSecrets(text), maskTexts(text)]).not.toThrow();
});
