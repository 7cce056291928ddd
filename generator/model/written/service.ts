import Type from 'typebox';
import { block, map, optional, text, value } from './kinds';

const graphql = block('The GraphQL endpoint, if the API has one.', {
  path: text('Its path; ${version} stands for the version.', { pattern: '^/' }),
  version: text('The API version that is pinned.'),
  schema: optional(
    text(
      "File of the API's schema in this folder (made with npm run schema); ${version} stands for the version. Without it queries are checked for their syntax only.",
    ),
  ),
});

const openapi = text(
  "File of the service's OpenAPI document in this folder, cut to what is used (npm run new and npm run openapi make it). REST requests and answers are checked against it, and it answers for the service on this machine.",
);

export const service = block('Where requests go.', {
  host: text('Host name; ${env.NAME} stands for a variable, which then needs a `pattern`.'),
  path: optional(
    text(
      'What stands before the path of every REST request, such as /stores/${env.STORE_HASH}; ${env.NAME} stands for a variable.',
      { pattern: '^/' },
    ),
  ),
  headers: optional(
    map(
      'Headers of every request, besides the content type and the credentials.',
      value('The value; ${env.NAME} stands for a variable.'),
    ),
  ),
  timeout: optional(
    Type.Integer({
      description: 'Seconds to wait for an answer; 20 when nothing is said.',
      minimum: 1,
      maximum: 60,
    }),
  ),
  graphql: optional(graphql),
  openapi: optional(openapi),
});
