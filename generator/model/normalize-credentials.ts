import { fetchesToken, type Credentials } from './credentials';
import type { Service } from './model';
import { placeholders } from './text';
import type { WrittenBot } from './written/bot';

type Written = NonNullable<WrittenBot['credentials']>;
type Mode = NonNullable<Written['mode']>;
/** Makes the credentials of a mode; undefined when a block that it needs is missing. */
type Make = (all: Written, carried: { readonly header: string; readonly prefix: string }) => Credentials | undefined;

const accessToken: Make = ({ accessToken: own }, carried) => own && { mode: 'accessToken', ...carried, ...own };
const clientCredentials: Make = ({ clientCredentials: grant }, carried) =>
  grant && { mode: 'clientCredentials', ...carried, ...grant };

const MODES: Readonly<Record<Mode, { readonly needs: readonly (keyof Written)[]; readonly make: Make }>> = {
  either: {
    needs: ['accessToken'],
    make: (all, carried) =>
      all.accessToken && all.clientCredentials
        ? { mode: 'either', ...carried, ...all.accessToken, ...all.clientCredentials }
        : (accessToken(all, carried) ?? clientCredentials(all, carried)),
  },
  accessToken: { needs: ['accessToken'], make: accessToken },
  clientCredentials: { needs: ['clientCredentials'], make: clientCredentials },
  oauthProfile: {
    needs: ['oauthProfile', 'clientCredentials'],
    make: ({ oauthProfile: profile, clientCredentials: grant }, carried) =>
      profile &&
      grant && { mode: 'oauthProfile', ...carried, ...grant, name: profile.name, scope: profile.scope ?? '' },
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
  const { needs, make } = MODES[all.mode ?? 'either'];
  const made = make(all, { header: all.header ?? 'Authorization', prefix: all.prefix ?? '' });
  if (made) return made;
  const lacks = all.mode && needs.find((block) => all[block] === undefined);
  return { mode: 'none', ...(lacks !== undefined && { lacks }) };
}

/** The variables of all modes that a bot describes. */
export const variablesOfModes = ({ credentials: all }: WrittenBot): ReadonlySet<string | undefined> =>
  new Set([all?.accessToken?.variable, all?.clientCredentials?.id, all?.clientCredentials?.secret]);

/** Names of the variables that requests need. */
export function usedVariables(service: Service, credentials: Credentials): readonly string[] {
  const inTexts = [service.host, ...service.headers.values()]
    .flatMap((phrase) => placeholders(phrase.text))
    .map((p) => p.name.replace(/^env\./, ''));
  const own = credentials.mode === 'either' || credentials.mode === 'accessToken' ? [credentials.variable] : [];
  const client =
    fetchesToken(credentials) || credentials.mode === 'oauthProfile' ? [credentials.id, credentials.secret] : [];
  return [...inTexts, ...own, ...client];
}
