import { fetchesToken, type Credentials, type Grant } from './credentials';
import type { Service } from './model';
import { placeholders } from './text';
import type { WrittenBot } from './written/bot';

type Written = NonNullable<WrittenBot['credentials']>;
type Mode = NonNullable<Written['mode']>;
/** Makes the credentials of a mode; undefined when a block that it needs is missing. */
type Make = (all: Written, carried: { readonly header: string; readonly prefix: string }) => Credentials | undefined;

const accessToken: Make = ({ accessToken: own }, carried) =>
  own && { mode: 'accessToken', ...carried, ...own, block: 'accessToken' };
const clientCredentials: Make = ({ clientCredentials: grant }, carried) =>
  grant && { mode: 'clientCredentials', ...carried, ...grantOf(grant) };

const MODES: Readonly<Record<Mode, { readonly needs: readonly (keyof Written)[]; readonly make: Make }>> = {
  either: {
    needs: ['accessToken'],
    make: (all, carried) =>
      all.accessToken && all.clientCredentials
        ? {
            mode: 'either',
            ...carried,
            ...all.accessToken,
            block: 'accessToken',
            ...grantOf(all.clientCredentials),
          }
        : (accessToken(all, carried) ?? clientCredentials(all, carried)),
  },
  none: { needs: [], make: () => ({ mode: 'none' }) },
  accessToken: { needs: ['accessToken'], make: accessToken },
  basic: {
    needs: ['basic'],
    make: ({ basic }) =>
      basic && { mode: 'accessToken', header: 'Authorization', prefix: 'Basic ', ...basic, block: 'basic' },
  },
  apiKey: { needs: ['apiKey'], make: ({ apiKey }, { prefix }) => apiKey && keyOf(apiKey, prefix) },
  clientCredentials: { needs: ['clientCredentials'], make: clientCredentials },
  oauthProfile: {
    needs: ['oauthProfile', 'clientCredentials'],
    make: ({ oauthProfile: profile, clientCredentials: grant }, carried) =>
      profile &&
      grant && {
        mode: 'oauthProfile',
        ...carried,
        ...grantOf(grant),
        name: profile.name,
        scope: profile.scope ?? grant.scope ?? '',
      },
  },
  integration: {
    needs: ['integration'],
    make: ({ integration }) => integration && { mode: 'integration', ...integration },
  },
  userProfile: {
    needs: ['userProfile'],
    make: ({ userProfile }, carried) => userProfile && { mode: 'userProfile', ...carried, ...userProfile },
  },
};

/** The chosen credentials mode; what the other modes need is left aside. */
export function normalizeCredentials({ credentials: all }: WrittenBot): Credentials {
  if (all === undefined) return { mode: 'none' };
  const { needs, make } = MODES[all.mode ?? modeOf(all)];
  const made = make(all, { header: all.header ?? 'Authorization', prefix: all.prefix ?? '' });
  if (made) return made;
  const lacks = all.mode && needs.find((block) => all[block] === undefined);
  return { mode: 'none', ...(lacks !== undefined && { lacks }) };
}

/** Without a mode, the one whose block is there. */
const modeOf = ({ accessToken, clientCredentials, basic, apiKey }: Written): Mode => {
  if (accessToken || clientCredentials) return 'either';
  if (basic) return 'basic';
  return apiKey ? 'apiKey' : 'either';
};

const keyOf = ({ in: place, name, variable }: NonNullable<Written['apiKey']>, prefix = ''): Credentials =>
  place === 'header'
    ? { mode: 'accessToken', header: name, prefix, variable, block: 'apiKey' }
    : { mode: 'apiKey', in: place, name, variable, block: 'apiKey' };

/** Where a token is asked for: a path of the service, or an address elsewhere. */
function grantOf(written: NonNullable<Written['clientCredentials']>): Grant {
  const { path = '/', url, scope, extra = {}, refreshToken, id, secret } = written;
  const [, host, elsewhere = '/'] = /^https:\/\/([^/]+)(\/.*)?$/.exec(filledIn(url ?? '')) ?? [];
  const place = host === undefined ? { path } : { host, path: elsewhere };
  return {
    ...place,
    id,
    secret,
    extra,
    ...(scope === undefined ? {} : { scope }),
    ...(refreshToken === undefined ? {} : { refreshToken }),
  };
}

/** `${env.NAME}` → `{{env.NAME}}`: the platform fills it in. */
const filledIn = (text: string) => text.replace(/\$\{env\.(\w+)\}/g, '{{env.$1}}');

/** The variables in the address of a token endpoint. */
export const endpointVariables = (credentials: Credentials): readonly string[] =>
  'path' in credentials
    ? [...`${credentials.host ?? ''}${credentials.path}`.matchAll(/\{\{env\.(\w+)\}\}/g)].map(([, name = '']) => name)
    : [];

/** The variables of all modes that a bot describes. */
export const variablesOfModes = ({ credentials: all = {} }: WrittenBot): ReadonlySet<string | undefined> => {
  const { accessToken: own, basic, apiKey, clientCredentials: grant } = all;
  return new Set([own?.variable, basic?.variable, apiKey?.variable, grant?.id, grant?.secret, grant?.refreshToken]);
};

/** Names of the variables that requests need. */
export function usedVariables(service: Service, credentials: Credentials): readonly string[] {
  const inTexts = [service.host, ...(service.path ? [service.path] : []), ...service.headers.values()]
    .flatMap((phrase) => placeholders(phrase.text))
    .map((p) => p.name.replace(/^env\./, ''));
  const own = 'variable' in credentials ? [credentials.variable] : [];
  const client =
    fetchesToken(credentials) || credentials.mode === 'oauthProfile'
      ? [
          credentials.id,
          credentials.secret,
          ...(credentials.refreshToken === undefined ? [] : [credentials.refreshToken]),
        ]
      : [];
  return [...inTexts, ...own, ...client, ...endpointVariables(credentials)];
}
