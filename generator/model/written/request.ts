import Type from 'typebox';
import { filterList } from '../filter-list';
import { body } from './body';
import { block, HEADER, map, oneOf, optional, text, value } from './kinds';

const scalar = Type.Unsafe<string | number | boolean>({
  description: `A value; texts may hold placeholders of inputs, such as \${order | gid("Order")}. ${filterList('request')}`,
  type: ['string', 'number', 'boolean'],
});

const rest = block('A request to a JSON API.', {
  method: optional(oneOf('GET when nothing is said.', ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])),
  path: text('The path, beginning with a slash; every placeholder in it is percent-encoded.', { pattern: '^/' }),
  query: optional(
    map(
      'Query parameters, such as page[size]; names and values are percent-encoded once.',
      value('A value; may hold placeholders.'),
    ),
  ),
  headers: optional(
    map(
      'Headers of this request; they win over those of bot.yaml, and over the content type that the body has by itself.',
      value(
        'The value; may hold placeholders. ${once} is a key that stays the same when one ask is sent again, as an Idempotency-Key wants it.',
      ),
      HEADER,
    ),
  ),
  body: optional(body),
  as: optional(
    oneOf('How the body is sent: json (when nothing is said) or form, where nested keys become a[b].', [
      'json',
      'form',
    ]),
  ),
});

export const request = block('The request: graphql or rest.', {
  graphql: optional(text("One named query of the integration's GraphQL API.")),
  variables: optional(
    map("Values of the query's variables. Text of a person gets into a request nowhere else.", scalar),
  ),
  rest: optional(rest),
  paging: optional(
    value(
      'The connection whose further pages the "Show more" button asks for: its path in the answer, such as data.products. The query needs a variable $after for the cursor and selects pageInfo { hasNextPage endCursor } there.',
    ),
  ),
});
