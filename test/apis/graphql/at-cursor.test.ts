import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { graphqlHover, graphqlOffers } from '../../../apis/graphql/at-cursor';

const schema = buildSchema(`
  type Query { "One order." order(id: ID!, by: By, where: Where): Order  old: Any @deprecated(reason: "Use order.") node: Node }
  interface Node { id: ID! }
  "An order." type Order implements Node { id: ID! name: String }
  type Line { title: String }
  union Any = Order | Line
  enum By { "By its name." NAME DAY }
  input Where { min: Int max: Int }
`);

/** What is offered where the bar stands. */
const offered = (query: string) =>
  graphqlOffers(schema, query.replace('|', ''), query.indexOf('|')).map(({ name, type, says }) =>
    `${name} ${type} ${says}`.trim(),
  );

describe('what is offered', () => {
  test.each<[query: string, offers: readonly string[]]>([
    ['{ | }', ['order Order One order.', 'old Any', 'node Node']],
    ['{ or| }', ['order Order One order.', 'old Any', 'node Node']],
    ['{ order(|) }', ['id ID!', 'by By', 'where Where']],
    ['{ order(id: 1, b|) { id } }', ['id ID!', 'by By', 'where Where']],
    ['{ order(id: 1) { | } }', ['id ID!', 'name String']],
    ['{ order(id: 1) { na|me } }', ['id ID!', 'name String']],
    ['{ order(id: 1) { na|', ['id ID!', 'name String']],
    ['{ order(id: 1, by: |) { id } }', ['NAME By By its name.', 'DAY By']],
    ['{ order(id: 1, by: N|) { id } }', ['NAME By By its name.', 'DAY By']],
    ['{ order(id: |) { id } }', []],
    ['{ order(where: { | }) { id } }', ['min Int', 'max Int']],
    ['{ order(where: { m| }) { id } }', ['min Int', 'max Int']],
    ['{ node { | } }', ['id ID!']],
    ['{ old { | } }', []],
    ['{ old { ... on | { __typename } } }', ['Order type An order.', 'Line type']],
    ['{ order(id: 1) { ... on | { __typename } } }', ['Order type An order.']],
    ['{ node { ... on | { __typename } } }', []],
    ['query A($id: ID!, $by: By) { order(id: $|) { id } }', ['id variable a variable', 'by variable a variable']],
    [
      '{ order(id: 1) { ...| } } fragment F on Order { id } query B { order { id } }',
      ['F Order a fragment of this query'],
    ],
    ['{ order(id: "}") { | }', ['id ID!', 'name String']],
    ['{ order(id: 1) { # } }\n | }', ['id ID!', 'name String']],
    ['{ order(id: 1) { id }} } |', []],
    ['{ none { | } }', []],
  ])('%s', (query, offers) => expect(offered(query)).toEqual(offers));
});

describe('what is said of', () => {
  test.each<[query: string, said: string | undefined]>([
    ['{ |order(id: 1) { id } }', '`order: Order`\n\nOne order.'],
    ['{ order|(id: 1) { id } }', '`order: Order`\n\nOne order.'],
    ['{| order(id: 1) { id } }', undefined],
    ['{ order(|id: 1) { id } }', '`id: ID!`'],
    ['{ order(id|: 1) { id } }', '`id: ID!`'],
    ['{ order(id: |1) { id } }', undefined],
    ['{ |old { __typename } }', '`old: Any`\n\nDeprecated: Use order.'],
    ['{ order(id: 1) { na|me } }', '`name: String`'],
    ['{ order(id: 1) { no|ne } }', undefined],
    ['{ order(no|ne: 1) { id } }', undefined],
    ['{ |order', undefined],
  ])('%s', (query, said) => expect(graphqlHover(schema, query.replace('|', ''), query.indexOf('|'))).toBe(said));
});
