import { block, oneOf, optional, text, value, VARIABLE } from './kinds';

const variable = (description: string) => ({ ...value(description), pattern: VARIABLE });

const accessToken = block('Mode accessToken.', {
  variable: variable('The secured variable that holds the token.'),
});

const clientCredentials = block('Mode clientCredentials: OAuth 2.0 client credentials grant.', {
  path: text('Path of the token endpoint on the same host.', { pattern: '^/' }),
  id: variable('The variable that holds the client id.'),
  secret: variable('The secured variable that holds the client secret.'),
});

const integration = block("Mode integration: the platform's own pre-authorized integration. Experimental.", {
  name: text("The integration's name."),
});

const userProfile = block('Mode userProfile: an API-key authorization profile that each user fills in. Experimental.', {
  name: text("The profile's name."),
  checkUrl: text("The URL that tests a key; {tenant} stands for the user's subdomain."),
  field: text('The key of the form field that holds the API key.'),
});

const modes = { accessToken, clientCredentials, integration, userProfile };

export const credentials = block('How requests are authorized. Blocks of modes that are not chosen may stay.', {
  mode: optional(
    oneOf(
      'accessToken (when nothing is said): a secured variable in a header. clientCredentials: the bot fetches a token and keeps it until it expires. integration and userProfile are experimental: their spelling in an export was never seen for this integration.',
      Object.keys(modes) as readonly (keyof typeof modes)[],
    ),
  ),
  header: optional(text('The header that carries the token.')),
  prefix: optional(value('What stands before the token in the header, such as "Bearer ".')),
  accessToken: optional(accessToken),
  clientCredentials: optional(clientCredentials),
  integration: optional(integration),
  userProfile: optional(userProfile),
});
