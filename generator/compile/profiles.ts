import type { Bot } from '../model/model';
import { withVariables } from './expression';
import { identity, type Layout } from './layout';
import { piece, type Piece } from './plan';

/** The authorization profiles that a bot brings along: one, where its credentials live on the platform. */
export function profiles(bot: Bot, layout: Layout): readonly Piece[] {
  const { credentials } = bot;
  const ids = identity(layout, 'ap', `${bot.id}/profile`);
  if (credentials.mode === 'userProfile') {
    const { name, header, prefix, field, checkUrl } = credentials;
    return [piece('profile-api-key', { ...ids, name, header, value: `${prefix}{{${field}}}`, field, checkUrl })];
  }
  if (credentials.mode === 'oauthProfile') {
    const { name, header, prefix, host, path, id, secret, scope } = credentials;
    const tokenUrl = `https://${host ?? withVariables(bot.service.host.text)}${path}`;
    return [
      piece('profile-oauth', {
        ...ids,
        ...{ name, header, scope, tokenUrl },
        value: `${prefix}{{access_token}}`,
        clientId: `{{env.${id}}}`,
        clientSecret: `{{env.${secret}}}`,
      }),
    ];
  }
  return [];
}
