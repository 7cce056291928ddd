import { buildSchema } from 'graphql';
import type { Draft } from '../../generator/scaffold/draft';
import { draftFromGraphql } from '../../generator/scaffold/graphql-draft';
import type { Hints } from '../../generator/scaffold/hints';

export const SDL = `
  scalar DateTime
  scalar URL
  scalar Decimal
  enum Size { BIG SMALL }
  type MoneyV2 { amount: Decimal }
  type Page { hasNextPage: Boolean endCursor: String }
  type Part { id: ID! name: String }
  type PartConnection { nodes: [Part!]! edges: [PartEdge!]! pageInfo: Page }
  type PartEdge { node: Part cursor: String }
  type Deep { a: Deep x: String parts: [Part!] }
  type Thing {
    id: ID! name: String at: DateTime url: URL imageUrl: URL size: Size ok: Boolean description: String note: Int
    price: MoneyV2 tags: [String!] parts(first: Int, after: String): PartConnection list: [Part!]! deep: Deep other: Part
  }
  type ThingConnection { nodes: [Thing!]! edges: [ThingEdge!]! pageInfo: Page count: Int }
  type ThingEdge { node: Thing! cursor: String }
  type ScalarConnection { nodes: [String!] edges: [String!] }
  input Where { id: ID name: String }
  type Query {
    ok: Boolean
    thing(id: ID, name: String, size: Size, at: DateTime, n: Int, where: Where, email: String, phone: String, handle: String): Thing
    shop: Part
    things(first: Int, after: String, query: String, ids: [ID!], where: Where): ThingConnection
    scalars(first: Int): ScalarConnection
  }
  type Mutation { change(id: ID): Thing }
`;

export const schema = buildSchema(SDL);

export const HINTS: Hints = { searches: new Map(), visible: new Map(), exampleFor: () => undefined };

export const made = (query: string, hints: Partial<Hints> = {}, more = {}) =>
  draftFromGraphql(schema, { id: 'get-thing', query, ...more }, { ...HINTS, ...hints });

export const drafted = (...given: Parameters<typeof made>): Draft => {
  const result = made(...given);
  if ('problems' in result) throw new Error(result.problems.map(({ message }) => message).join());
  return result.draft;
};
