import { describe, expect, test } from 'vitest';
import type { Draft } from '../../generator/scaffold/draft';
import { drafted, made } from './small-graphql';

const problems = (query: string) => {
  const result = made(query);
  return 'problems' in result ? result.problems.map(({ message }) => message) : [];
};

const said = ({ at, fields, list }: Draft) =>
  [
    at,
    ...fields.map((one) =>
      'each' in one
        ? `${one.name}=${one.each}[${one.fields.map(({ value }) => value).join()}]`
        : `${one.name}=${one.value}`,
    ),
    ...(list === undefined ? [] : [`list ${list}`]),
  ].join(' ');

describe('the answer of a query', () => {
  test.each([
    [
      'values',
      'thing(id: 1) { id name at url imageUrl size ok description note }',
      'data.thing id=id | idNumber name=name at=at | date url=url | url imageUrl=imageUrl size=size ok=ok description=description | truncate(200) note=note',
    ],
    ['wholes', 'thing(id: 1) { price { amount } tags }', 'data.thing price=price | money tags=tags | join(", ")'],
    [
      'a block',
      'thing(id: 1) { name other { id name } }',
      'data.thing name=name id=other.id | idNumber otherName=other.name',
    ],
    ['a list', 'thing(id: 1) { name list { id name } }', 'data.thing name=name list=list[id | idNumber,name]'],
    ['a list alone', 'thing(id: 1) { id list { name } }', 'data.thing id=id | idNumber list=list[name] list list'],
    [
      'a connection',
      'thing(id: 1) { name parts(first: 2) { nodes { name } pageInfo { hasNextPage } } }',
      'data.thing name=name parts=parts.nodes[name]',
    ],
    [
      'edges',
      'thing(id: 1) { name parts(first: 2) { edges { cursor node { name } } } }',
      'data.thing name=name parts=parts.edges[node.name]',
    ],
    ['no list of nothing', 'thing(id: 1) { name list { __typename } }', 'data.thing name=name'],
    [
      'three levels',
      'thing(id: 1) { deep { x a { x a { x a { x a { x } } } } } }',
      'data.thing x=deep.x deepAX=deep.a.x deepAAX=deep.a.a.x deepAAAX=deep.a.a.a.x',
    ],
    ['other names', 'it: thing(id: 1) { called: name }', 'data.it called=called'],
    [
      'a page of a list',
      'things(first: 3) { nodes { id name } }',
      'data.things things=nodes[id | idNumber,name] list things',
    ],
    [
      'a page of edges',
      'things(first: 3) { edges { node { name } } }',
      'data.things things=edges[node.name] list things',
    ],
    ['what takes a variable', 'shop { name } thing(id: $id) { name }', 'data.thing name=name'],
    [
      'what takes a variable inside',
      'shop { name } things(first: 3, where: { id: $id }) { nodes { name } }',
      'data.things things=nodes[name] list things',
    ],
    ['the first without one', 'ok shop { name } thing(id: 1) { name }', 'data.shop name=name'],
  ])('has %s', (_, fields, wanted) => {
    expect(said(drafted(`query Q${fields.includes('$id') ? '($id: ID)' : ''} { ${fields} }`))).toBe(wanted);
  });

  test.each([
    ['only values at the top', 'ok'],
    ['nothing of a thing', 'thing(id: 1) { __typename }'],
    ['a connection without entries', 'things(first: 1) { count }'],
    ['entries without fields', 'things(first: 1) { nodes { __typename } }'],
    ['entries that are no things', 'scalars(first: 1) { nodes }'],
    ['edges that are no things', 'scalars(first: 1) { edges }'],
    ['edges without nodes', 'things(first: 1) { edges { cursor } }'],
  ])('has nothing to show: %s', (_, fields) => {
    expect(problems(`query Q { ${fields} }`)).toEqual(['The query selects nothing that could be shown.']);
  });

  test.each([['mutation M { change(id: 1) { name } }'], ['query Q { nowhere }'], ['query Q {']])(
    'of %s is not read',
    (query) => {
      expect(problems(query).length).toBeGreaterThan(0);
    },
  );
});

describe('pages', () => {
  const INFO = 'pageInfo { hasNextPage endCursor }';
  const paging = (head: string, fields: string) => {
    const { request } = drafted(`query Q${head} { ${fields} }`);
    return request.kind === 'graphql' ? [request.paging, request.pageSize] : [];
  };
  test.each([
    [
      'of a connection',
      '($after: String)',
      `things(first: 3, after: $after) { nodes { name } ${INFO} }`,
      ['data.things', 3],
    ],
    [
      'of a part',
      '($id: ID, $after: String)',
      `thing(id: $id) { name parts(first: 2, after: $after) { nodes { name } ${INFO} } }`,
      ['data.thing.parts', 2],
    ],
    ['but not without a cursor', '', `things(first: 3) { nodes { name } ${INFO} }`, [undefined, 3]],
    [
      'but not without an end',
      '($after: String)',
      'things(first: 3, after: $after) { nodes { name } pageInfo { hasNextPage } }',
      [undefined, 3],
    ],
    [
      'but not without a next one',
      '($after: String)',
      'things(first: 3, after: $after) { nodes { name } pageInfo { endCursor } }',
      [undefined, 3],
    ],
    ['but not of values', '', 'thing(id: 1) { name }', [undefined, undefined]],
  ])('are turned %s', (_, head, fields, wanted) => {
    expect(paging(head, fields)).toEqual(wanted);
  });
});

describe('a draft', () => {
  const ID = 'query Q($id: ID) { thing(id: $id) { id name price { amount } } }';

  test('must show the id that was asked for', () => {
    expect(drafted(ID).confirm).toEqual({ id: 'id' });
    expect(drafted('query Q($id: ID) { thing(id: $id) { name } }').confirm).toEqual({});
    expect(drafted('query Q($n: String) { thing(name: $n) { id name } }').confirm).toEqual({});
  });

  test('says what it shows', () => {
    expect(drafted(ID).description).toBe('Shows the thing by ID, with name, price.');
    expect(drafted('query Q { thing(id: 1) { id imageUrl } }').description).toBe('Shows the thing.');
    expect(drafted(ID, {}, { title: 'T', description: 'D.' })).toMatchObject({ title: 'T', description: 'D.' });
    expect(drafted(ID).title).toBe('Get thing');
    const many = 'query Q { thing(id: 1) { name at size ok note tags } }';
    expect(drafted(many).description).toBe('Shows the thing, with name, at, size, ok, note.');
  });

  test.each([
    ['what tells it apart', 'nodes { name size }', { only: { size: 'BIG' } }],
    ['what tells it apart, deeper', 'edges { node { name size } }', { only: { 'node.size': 'BIG' } }],
    ['nothing of that', 'nodes { name }', { caution: 'Hidden ones come too: select size, and create the file again.' }],
  ])('keeps hidden things out where it selects %s', (_, selection, wanted) => {
    const visible = new Map([['Thing', { size: 'BIG' }]]);
    const draft = drafted(`query Q { things(first: 1) { ${selection} } }`, { visible });
    expect(draft).toMatchObject(wanted);
    expect(drafted('query Q { shop { name } }', { visible })).not.toHaveProperty('caution');
    expect(drafted('query Q { shop { name } }', { visible })).not.toHaveProperty('only');
    const single = drafted('query Q { thing(id: 1) { at size } }', {
      visible: new Map([['Thing', { size: 'BIG', at: 'present' }]]),
    });
    expect(single.only).toEqual({ size: 'BIG', at: 'present' });
  });
});
