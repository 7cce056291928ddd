import type { Bot } from '../model/model';
import { code } from './markdown';
import { written } from './sentences';

/** Whether requests go to a Shopify store. */
export const isShopify = (bot: Bot): boolean => written(bot.service.host).endsWith('.myshopify.com');

/** How the store lets the bot in: with the token of an app that exists, or with the client id and secret of a new one. */
export function shopifyApp(bot: Bot): readonly string[] {
  const scopes = [...new Set(bot.actions.flatMap((a) => a.scopes))].sort().map(code).join(', ');
  const { mode } = bot.credentials;
  const chosen = (own: string) => (mode === own ? ' This build does that.' : '');
  return [
    '## Let the bot into the store',
    'Since 2026-01-01 no app can be created in the admin of a store any more. Apps that were created there before keep working. So there are two ways:',
    [
      `**The store has such an app: use its access token** (${code('credentials.mode: accessToken')}).${chosen('accessToken')}`,
      '',
      `1. Open the app in the store's admin and see that its Admin API scopes are ${scopes}.`,
      '2. Take its Admin API access token. It does not expire. If nobody has it any more, use the other way.',
      '3. It goes into the secured variable for the access token after the import, and nowhere else.',
    ].join('\n'),
    [
      `**The store has none: make an app in the Dev Dashboard** (${code('credentials.mode: clientCredentials')}).${chosen('clientCredentials')}`,
      '',
      "1. In the Dev Dashboard of the store's own organisation create an app. An app of another organisation cannot use client credentials on the store.",
      `2. Give a version of it the scopes ${scopes}, release the version, and install the app on the store.`,
      '3. Its client ID and client secret go into the two variables for them after the import. The bot asks for a token when it needs one; a token is good for 24 hours.',
      `4. The way is chosen at build time: set ${code('mode: clientCredentials')} in ${code('bot.yaml')}, run ${code('npm run build')}, and import again.`,
    ].join('\n'),
    [
      'Good to know:',
      '',
      `- ${code('read_orders')} reaches orders of the last 60 days. Older ones need ${code('read_all_orders')}, which Shopify grants to Dev Dashboard apps on request.`,
      '- Names, e-mail addresses and phone numbers are protected customer data. Whether an app made in the admin may read them depends on the plan of the store; a custom app of the Dev Dashboard may.',
      '- An app can have a list of allowed IP addresses. If it has one, add the addresses from which your XO Platform sends requests; otherwise Shopify answers 403 and the bot says that it is not allowed to look that up.',
      `- The API version is pinned in ${code('bot.yaml')} (${code(bot.service.graphql?.version ?? '')}). Shopify supports a version for about a year and answers with its oldest supported version after that.`,
    ].join('\n'),
  ];
}
