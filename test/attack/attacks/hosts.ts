/** Names of stores that lead elsewhere, or try to. */
export const HOSTILE_SUBDOMAINS: readonly string[] = [
  ...['evil.com/', 'evil.com/x', 'a.b', 'x#', 'x?', 'x/', 'x\\', 'x@y', 'user:pass@y', '127.0.0.1', 'localhost:80'],
  ...['[::1]', 'evil.com%2f', 'evil.com%00', 'a b', ' demo', 'demo ', 'demo\n', 'demo\r\nX-Evil: 1', 'demo\t'],
  ...['\u0000demo', '', 'dеmo', 'ｄｅｍｏ', 'demo。evil', 'ﬀ', 'demo\u2028', 'demo\u202e', '-demo', '.demo', 'DEMO'],
  ...['d_mo', 'demo{{x}}', '{{env.SHOPIFY_ACCESS_TOKEN}}', '${x}', 'demo.myshopify.com', '//evil', 'xn--demo.', '::'],
  ...['0x7f.1', '2130706433.'],
];

/** The ways of getting at a store in which a bot itself decides which host is asked. */
export const OF_A_HOST = ['either', 'accessToken', 'clientCredentials', 'oauthProfile'] as const;

/** Everything that one of them needs. */
export const ENV = {
  SHOPIFY_ACCESS_TOKEN: 'canary-token',
  SHOPIFY_CLIENT_ID: 'id',
  SHOPIFY_CLIENT_SECRET: 'canary-secret',
} as const;
