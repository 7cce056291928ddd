import Type from 'typebox';
import { filterList } from '../filter-list';
import { body } from './body';
import { block, either, HEADER, list, map, oneOf, optional, text, value } from './kinds';

const scalar = Type.Unsafe<string | number | boolean>({
  description: `A value; texts may hold placeholders of inputs, such as \${order | gid("Order")}. ${filterList('request')}`,
  type: ['string', 'number', 'boolean'],
});

const rest = block('A request to a JSON API.', {
  method: optional(oneOf('GET when nothing is said.', ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])),
  path: text('The path after service.path, beginning with a slash; every placeholder in it is percent-encoded.', {
    pattern: '^/',
  }),
  query: optional(
    map(
      'Query parameters, such as page[size]; names and values are percent-encoded once.',
      either(
        'A value; may hold placeholders. A list is one text in pieces: a piece whose value is missing is left out, as what a person need not say in a search.',
        value(''),
        list('', value('A piece of the text.'), { minItems: 1 }),
      ),
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

const pages = block('One of next, cursor, page and offset. Paths are those of the answer.', {
  next: optional(
    text("Path of the next page's address. Only its query is used, and only when it is an address of the same place."),
  ),
  cursor: optional(text('Path of the cursor of the next page; `as` is the parameter that it is sent in.')),
  as: optional(
    text(
      'With `cursor`: the query parameter, such as page[after]; in a body the key, such as pagination.starting_after.',
    ),
  ),
  in: optional(
    oneOf('Where the cursor, the page or the offset is sent: query (of a GET) or body (of a POST that reads).', [
      'query',
      'body',
    ]),
  ),
  more: optional(text('Path of a value that is true when there is a next page.')),
  page: optional(text('The parameter (or key of the body) of the number of a page, from 1 on; with `of` or `more`.')),
  of: optional(text('With `page`: path of the number of pages. With `offset`: path of the number of things.')),
  offset: optional(text('The parameter (or key of the body) of the number of the first thing, from 0 on; with `by`.')),
  by: optional(Type.Integer({ description: 'With `offset`: how many things a page has.', minimum: 1 })),
});

export const request = block('The request: graphql or rest.', {
  graphql: optional(text("One named query of the integration's GraphQL API.")),
  variables: optional(
    map("Values of the query's variables. Text of a person gets into a request nowhere else.", scalar),
  ),
  rest: optional(rest),
  paging: optional(
    either(
      'What the "Show more" button asks for. GraphQL: the path of a connection, such as data.products; the query needs a variable $after for the cursor and selects pageInfo { hasNextPage endCursor } there. REST: how the API tells where its next page is.',
      text('The path of the connection.'),
      pages,
    ),
  ),
});
