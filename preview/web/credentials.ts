import type { OpenedBot } from '../open-bot';

/** The ways a bot may get at its store, as specs name them. */
export const MODES = [
  'either',
  'accessToken',
  'clientCredentials',
  'oauthProfile',
  'integration',
  'userProfile',
] as const;

/** Where a built bot's access comes from, read from its services and authorization profiles. */
export function credentialsOf({ kore: { definition } }: OpenedBot): (typeof MODES)[number] | 'none' {
  const services = definition.dialogComponents.filter(({ type }) => type === 'service');
  if (services.some((service) => service['integrationId'] !== undefined)) return 'integration';
  if (services.some(({ idp }) => idp !== undefined && idp !== 'none'))
    return /"sso_type":"oauth/.test(JSON.stringify(definition['idpConfigurations'])) ? 'oauthProfile' : 'userProfile';
  const headers = services.map((service) => service.headers?.value ?? '');
  const own = headers.some((value) => /\{\{env\./.test(value));
  const fetched = headers.some((value) => /\{\{context\.session\.BotContext\./.test(value));
  if (own && fetched) return 'either';
  if (fetched) return 'clientCredentials';
  return own ? 'accessToken' : 'none';
}
