import type { OpenedBot } from '../open-bot';

/** The ways a bot may get at its store, as specs name them. */
export const MODES = ['accessToken', 'clientCredentials', 'integration', 'userProfile'] as const;

/** Where a built bot's access comes from, read from its services. */
export function credentialsOf(bot: OpenedBot): (typeof MODES)[number] | 'none' {
  const services = bot.kore.definition.dialogComponents.filter(({ type }) => type === 'service');
  if (services.some((service) => service['integrationId'] !== undefined)) return 'integration';
  if (services.some(({ idp }) => idp !== undefined && idp !== 'none')) return 'userProfile';
  if (services.some(({ endPoint }) => endPoint?.path.includes('/oauth/') === true)) return 'clientCredentials';
  return services.some(({ headers }) => /\{\{env\./.test(headers?.value ?? '')) ? 'accessToken' : 'none';
}
