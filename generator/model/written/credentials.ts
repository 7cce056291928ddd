import { block, map, oneOf, optional, text, value, VARIABLE } from './kinds';

const variable = (description: string) => ({ ...value(description), pattern: VARIABLE });

const accessToken = block('A token that somebody has made: modes either and accessToken.', {
  variable: variable('The secured variable that holds the token.'),
});

const clientCredentials = block(
  'OAuth 2.0 client credentials grant, or refresh token grant: modes either, clientCredentials and oauthProfile.',
  {
    path: optional(text('Path of the token endpoint on the same host.', { pattern: '^/' })),
    url: optional(
      text(
        'Address of a token endpoint on another host, such as https://login.example.com/${env.TENANT}/oauth2/token; a variable in it needs a `pattern`.',
        { pattern: '^https://' },
      ),
    ),
    scope: optional(text('What the token may do, where the endpoint wants to be told.')),
    extra: optional(map('Further fields of the form, such as audience.', value('The value.'))),
    refreshToken: optional(
      variable(
        'The secured variable of a refresh token that somebody got by consenting once, as Google and Zoho have it: tokens are then fetched with it.',
      ),
    ),
    id: variable('The variable that holds the client id.'),
    secret: variable('The secured variable that holds the client secret.'),
  },
);

const basic = block('Mode basic: a user name and a password.', {
  variable: variable(
    'The secured variable that holds both, joined by a colon and encoded in Base64. The platform encodes nothing by itself, and a script that did would write the password into the conversation.',
  ),
});

const apiKey = block('Mode apiKey: a key that stands in a header, in the query or in the body of every request.', {
  in: oneOf('Where the key stands.', ['header', 'query', 'body']),
  name: text('The name of the header, of the query parameter or of the member of the body.'),
  variable: variable('The secured variable that holds the key.'),
});

const oauthProfile = block(
  'Mode oauthProfile: an authorization profile of the bot, in which the platform fetches and keeps the token. It has the path, the id and the secret of clientCredentials.',
  {
    name: text("The profile's name."),
    scope: optional(value('What the token may do, where the endpoint wants to be told.')),
  },
);

const integration = block("Mode integration: the platform's own pre-authorized integration. Experimental.", {
  name: text("The integration's name."),
});

const userProfile = block('Mode userProfile: an API-key authorization profile that each user fills in. Experimental.', {
  name: text("The profile's name."),
  checkUrl: text("The URL that tests a key; {tenant} stands for the user's subdomain."),
  field: text('The key of the form field that holds the API key.'),
});

const MODES = [
  'either',
  'none',
  'accessToken',
  'basic',
  'apiKey',
  'clientCredentials',
  'oauthProfile',
  'integration',
  'userProfile',
] as const;

export const credentials = block('How requests are authorized. Blocks of modes that are not chosen may stay.', {
  mode: optional(
    oneOf(
      'either (when nothing is said): the token of accessToken where its variable is filled in, else one that the bot fetches with clientCredentials; with one block alone, that one. none: the API needs no credentials. accessToken: a secured variable in a header. basic: a user name and a password in the header Authorization. apiKey: a key in a header, in the query or in the body. clientCredentials: the bot fetches a token and keeps it until it expires. oauthProfile: the platform does so. integration and userProfile are experimental: their spelling in an export was never seen for this integration.',
      MODES,
    ),
  ),
  header: optional(text('The header that carries the token.')),
  prefix: optional(value('What stands before the token in the header, such as "Bearer ".')),
  accessToken: optional(accessToken),
  basic: optional(basic),
  apiKey: optional(apiKey),
  clientCredentials: optional(clientCredentials),
  oauthProfile: optional(oauthProfile),
  integration: optional(integration),
  userProfile: optional(userProfile),
});
