import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { DraftInput } from '../../generator/scaffold/draft';
import { draftFromGraphql } from '../../generator/scaffold/graphql-draft';
import type { Hints } from '../../generator/scaffold/hints';
import { singleType, variableUses } from '../../generator/scaffold/variable-uses';
import { parse } from 'graphql';
import { drafted, made, schema, SDL, HINTS } from './small-graphql';

const problems = (query: string) => {
  const result = made(query);
  return 'problems' in result ? result.problems.map(({ message }) => message) : [];
};

describe('a variable', () => {
  const asking = (type: string, use: string, hints: Partial<Hints> = {}) => {
    const { inputs, request } = drafted(`query Q($v: ${type}) { ${use} }`, hints);
    return { input: inputs[0], variables: request.kind === 'graphql' ? request.variables : [] };
  };
  const THING = (argument: string) => `thing(${argument}: $v) { name }`;

  test.each([
    ['ID', THING('id'), { type: 'id', example: '1234567890' }, '${v | trim}'],
    ['String', THING('name'), { type: 'text', example: 'A1001' }, '${v | trim}'],
    ['Size', THING('size'), { type: 'choice', choices: ['BIG', 'SMALL'], question: 'Which v?' }, '${v}'],
    ['DateTime', THING('at'), { type: 'date', example: '2026-01-31' }, '${v | trim}'],
    ['Int!', THING('n'), { type: 'number', example: '3' }, '${v | number}'],
    [
      'String',
      'things(first: 1, query: $v) { nodes { name } }',
      { type: 'text', question: 'What are you looking for?', example: 'mug' },
      '${v | searchWords("title")}',
    ],
  ])('of type %s is asked for: %s', (type, use, input, value) => {
    expect(asking(type, use)).toMatchObject({ input: { name: 'v', ...input }, variables: [{ name: 'v', value }] });
  });

  test.each([
    ['email', 'email', 'email'],
    ['theEmail', 'email', 'email'],
    ['phone', 'phone', 'trim'],
    ['handle', 'text', 'trim'],
    ['other', 'text', 'trim'],
  ])('is known by its name: %s', (name, type, filter) => {
    const { inputs, request } = drafted(`query Q($${name}: String) { thing(name: $${name}) { name } }`);
    expect(inputs).toMatchObject([{ name, type }]);
    expect(request).toMatchObject({ variables: [{ value: `\${${name} | ${filter}}` }] });
  });

  test.each([
    ['query', 'searchText'],
    ['q', 'searchText'],
    ['words', 'words'],
  ])('that searches is called %s', (name, input) => {
    const text = `query Q($${name}: String) { things(first: 1, query: $${name}) { nodes { name } } }`;
    expect(drafted(text).inputs[0]?.name).toBe(input);
    expect(drafted(text, { searches: new Map([['things', 'a:${words | searchWords("a")}']]) }).request).toMatchObject({
      variables: [
        {
          value: `a:\${${input} | searchWords("a")}`,
          comment: expect.stringContaining('a search on one field') as string,
        },
      ],
    });
    expect(drafted(text).request).toMatchObject({
      variables: [{ comment: expect.stringContaining('see that the API') as string }],
    });
  });

  test.each([
    ['$v: String = "x"', 'thing(name: $v) { name }', []],
    ['$after: String', 'things(first: 1, after: $after) { nodes { name } }', []],
    [
      '$first: Int',
      'things(first: $first) { nodes { name } }',
      [{ name: 'first', value: 4, comment: 'entries of a page' }],
    ],
    ['$v: [ID!]', 'things(first: 1, ids: $v) { nodes { name } }', []],
    ['$v: Where', 'things(first: 1, where: $v) { nodes { name } }', []],
  ])('is not asked for: %s', (head, use, variables) => {
    const { inputs, request } = drafted(`query Q(${head}) { ${use} }`);
    expect(inputs).toEqual([]);
    expect(request).toMatchObject({ variables });
  });

  test.each([
    ['[ID!]!', 'ids'],
    ['Where!', 'where'],
  ])('that nobody can say is a problem when it must be there: %s', (type, argument) => {
    expect(problems(`query Q($v: ${type}) { things(first: 1, ${argument}: $v) { nodes { name } } }`)).toEqual([
      `Nobody can be asked for $v (${type}). Write its value into the query, or use a variable for each part of it.`,
    ]);
  });

  test('has an example of its resource', () => {
    const ids = buildSchema(SDL);
    const argument = ids
      .getQueryType()
      ?.getFields()
      ['thing']?.args.find(({ name }) => name === 'id');
    const inner = ids.getType('Where');
    if (argument === undefined || inner === undefined || !('getFields' in inner)) throw new Error('no such argument');
    argument.extensions = { gidTypes: ['Order', 'Thing'] };
    const field = inner.getFields()['id'];
    if (field === undefined) throw new Error('no such field');
    field.extensions = { gidTypes: ['Thing'] };
    const hints = { ...HINTS, exampleFor: (type: string) => (type === 'Order' ? '77' : undefined) };
    const of = (query: string): readonly DraftInput[] => {
      const result = draftFromGraphql(ids, { id: 'get-thing', query }, hints);
      return 'draft' in result ? result.draft.inputs : [];
    };
    expect(of('query Q($id: ID) { thing(id: $id) { id name } }')).toMatchObject([
      { name: 'orderId', example: '77', type: 'id' },
    ]);
    expect(of('query Q($x: ID) { thing(id: $x) { name } }')).toMatchObject([{ name: 'x', example: '77' }]);
    expect(of('query Q($id: ID) { thing(where: { id: $id }) { name } }')).toMatchObject([
      { name: 'thingId', example: '1234567890' },
    ]);
    expect([
      ...variableUses(
        ids,
        parse('query Q($a: ID) { thing(id: $a, where: { id: $a, name: "x" }, name: "y") { name } }'),
      ),
    ]).toEqual([['a', { as: 'id', field: 'thing', gidType: 'Order' }]]);
  });

  test.each([
    ['ID', 'ID'],
    ['ID!', 'ID'],
    ['[ID]', undefined],
    ['None', undefined],
  ])('of type %s has one value', (notation, name) => {
    expect(singleType(schema, notation)?.name).toBe(name);
  });
});
