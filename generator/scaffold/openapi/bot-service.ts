import type { OpenAPIV3_1 } from 'openapi-types';
import { schemesOf, type Scheme } from '../../../apis/openapi/credentials';
import type { ApiDocument } from '../../../apis/openapi/document';
import { serverUrl } from '../../../apis/openapi/servers';
import { documentPath } from '../keep-document';
import type { DraftVariableOf, ServiceDraft } from '../integration-yaml';
import { plainSentence } from './plain-text';
import { ownValue } from '../../../kore/own-value';

/** Where the requests of a document go and what lets them in, for a new `bot.yaml`. */
export function serviceOf(id: string, document: ApiDocument): ServiceDraft {
  const prefix = id.toUpperCase().replaceAll('-', '_');
  const host = hostOf(prefix, document.root.servers?.[0]);
  const credentials = credentialsOf(prefix, preferred(document));
  return {
    host: host.host,
    openapi: documentPath(id),
    credentials: credentials.yaml,
    variables: [...host.variables, ...credentials.variables],
  };
}

interface Host {
  readonly host: string;
  readonly variables: readonly DraftVariableOf[];
}

/** Parts of a host that an account has for itself become variables with a pattern. */
function hostOf(prefix: string, server: OpenAPIV3_1.ServerObject | undefined): Host {
  const [, written = ''] = /^https?:\/\/([^/?#:]+)/.exec(server?.url ?? '') ?? [];
  const whole = /^\{([^{}]*)\}$/.exec(written);
  const [, filled = ''] = (server && /^https?:\/\/([a-z0-9.-]+)(?=[:/?#]|$)/i.exec(serverUrl(server))) ?? [];
  if (written === '' || whole) return anyHost(prefix, filled);
  const names = [...written.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  const variables = names.map((name) => {
    const { default: value, description } = ownValue(server?.variables ?? {}, name) ?? {};
    const isPlain = value !== undefined && /^[a-z0-9][a-z0-9-]*$/.test(value);
    return {
      name: variableOf(prefix, name),
      hint:
        plainSentence(description ?? '', 100) ||
        `The part of the address that stands for ${name.replace(/[_-]/g, ' ')}.`,
      ...(isPlain && !/^(your|example|my|subdomain|domain)/.test(value) && { value }),
      pattern: '[a-z0-9][a-z0-9-]*',
    };
  });
  return {
    host: written.replace(/\{([^{}]*)\}/g, (_, name: string) => `\${env.${variableOf(prefix, name)}}`),
    variables,
  };
}

/** The document does not say where: one host, which has to be filled in. */
const anyHost = (prefix: string, filled: string): Host => ({
  host: `\${env.${prefix}_HOST}`,
  variables: [
    {
      name: `${prefix}_HOST`,
      hint: 'The host of the API, such as api.example.com.',
      ...(filled !== '' && { value: filled }),
      pattern: '[a-z0-9-]+(\\.[a-z0-9-]+){1,5}',
    },
  ],
});

const variableOf = (prefix: string, name: string): string => {
  const written = name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z\d]+/g, '_')
    .toUpperCase();
  return written.startsWith(prefix) ? written : `${prefix}_${written}`;
};

/** The scheme that most operations ask for, of those that a bot can use by itself. */
function preferred(document: ApiDocument): Scheme | undefined {
  const schemes = schemesOf(document);
  const wanted = (document.root.security ?? []).flatMap((one) => Object.keys(one));
  return schemes.find(({ name, kind }) => wanted.includes(name) && kind !== 'other') ?? schemes[0];
}

interface CredentialsDraft {
  readonly yaml: string;
  readonly variables: readonly DraftVariableOf[];
}

function credentialsOf(prefix: string, scheme: Scheme | undefined): CredentialsDraft {
  const secret = (name: string, hint: string): DraftVariableOf => ({ name: `${prefix}_${name}`, hint, secret: true });
  if (scheme === undefined) return { yaml: 'mode: none # the document asks for none', variables: [] };
  if (scheme.kind === 'basic')
    return {
      yaml: `basic:\n  variable: ${prefix}_BASIC`,
      variables: [secret('BASIC', 'User name and password, joined by a colon and encoded in Base64.')],
    };
  if (scheme.kind === 'apiKey' && scheme.in !== 'cookie')
    return {
      yaml: `apiKey:\n  in: ${scheme.in}\n  name: ${scheme.key}\n  variable: ${prefix}_KEY`,
      variables: [secret('KEY', `The API key, which is sent as ${scheme.key}.`)],
    };
  if (scheme.kind === 'clientCredentials') return grant(prefix, scheme, secret);
  return {
    yaml: `mode: accessToken # a secured variable in a header\nprefix: 'Bearer '\naccessToken:\n  variable: ${prefix}_TOKEN`,
    variables: [secret('TOKEN', 'The access token of the API.')],
  };
}

function grant(
  prefix: string,
  { url, scopes }: Extract<Scheme, { readonly kind: 'clientCredentials' }>,
  secret: (name: string, hint: string) => DraftVariableOf,
): CredentialsDraft {
  const place = url.startsWith('https://') ? `url: ${url}` : `path: ${url.startsWith('/') ? url : '/oauth/token'}`;
  const scope = scopes.length > 0 && scopes.length <= 8 ? `\n  scope: ${scopes.join(' ')}` : '';
  return {
    yaml: `prefix: 'Bearer '\nclientCredentials:\n  ${place}${scope}\n  id: ${prefix}_CLIENT_ID\n  secret: ${prefix}_CLIENT_SECRET`,
    variables: [
      { name: `${prefix}_CLIENT_ID`, hint: 'The client ID of the app.' },
      secret('CLIENT_SECRET', 'The client secret of the app.'),
    ],
  };
}
