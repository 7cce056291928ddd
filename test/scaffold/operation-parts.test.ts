import { describe, expect, test } from 'vitest';
import { drafted, type Part, rest, TEXT, OK } from './small-operations';

describe('a query', () => {
  const of = (parameters: readonly Part[], operation: Part = {}) =>
    rest('/x', 'get', { ...operation, parameters: parameters.map((one) => ({ in: 'query', schema: TEXT, ...one })) });
  const size = (schema: Part, name = 'limit') => of([{ name, schema: { type: 'integer', ...schema } }]).query;

  test.each([
    [{}, '4'],
    [{ minimum: 4, maximum: 4 }, '4'],
    [{ minimum: 5 }, undefined],
    [{ maximum: 3 }, undefined],
    [{ type: 'string' }, undefined],
  ])('has a page as long as a message: %j', (schema, wanted) => {
    expect(size(schema)['limit']).toBe(wanted);
  });

  test('has only what it must', () => {
    expect(size({}, 'other')).toEqual({});
    const some = of([{ name: 'a', required: true }, { name: 'b' }, { name: 'c d' }]);
    expect(some).toMatchObject({ query: { a: '${a | trim}' }, others: ['b'] });
  });

  test.each([
    ['searchThings', [{ name: 'q' }], { q: '${q | trim}' }],
    ['findThings', [{ name: 'query' }], { query: '${query | trim}' }],
    ['getThings', [{ name: 'q' }], {}],
    ['searchThings', [{ name: 'x' }], {}],
    ['searchThings', [{ name: 'q' }, { name: 'a', required: true }], { a: '${a | trim}' }],
  ])('of %s may have a search: %#', (operationId, parameters, query) => {
    expect(of(parameters, { operationId }).query).toEqual(query);
  });

  test.each([
    ['a list', { type: 'array', items: { type: 'string' } }, '${a | trim}'],
    ['an object', { type: 'object', properties: { x: { type: 'string', example: '${y}' } } }, '{"x":"$${y}"}'],
    ['a number', { type: 'number' }, '${a}'],
  ])('has %s', (_, schema, wanted) => {
    expect(of([{ name: 'a', required: true, schema }]).query['a']).toBe(wanted);
  });
});

describe('headers', () => {
  const of = (header: Part, more: Part = {}) =>
    rest('/x', 'get', { parameters: [{ in: 'header', required: true, schema: TEXT, ...header }] }, more).headers;
  const KEY = {
    components: {
      securitySchemes: { k: { type: 'apiKey', in: 'header', name: 'X-Key' }, b: { type: 'http', scheme: 'basic' } },
    },
  };

  test.each([
    ['what must be there', { name: 'X-A' }, { 'X-A': '${xA | trim}' }],
    ['nothing that need not', { name: 'X-A', required: false }, {}],
    ['nothing that all have', { name: 'Accept' }, {}],
    ['nothing that the credentials bring', { name: 'x-key' }, {}],
    ['the key of the ask', { name: 'Idempotency-Key', required: false }, { 'Idempotency-Key': '${once}' }],
    ['the id of a request', { name: 'X-Request-Id' }, { 'X-Request-Id': '${once}' }],
    ['a default', { name: 'X-A', schema: { type: 'integer', default: 5 } }, { 'X-A': '5' }],
    ['an example', { name: 'X-A', example: 'e' }, { 'X-A': 'e' }],
    ['a value that is listed', { name: 'X-A', schema: { enum: ['x', 'y'] } }, { 'X-A': 'x' }],
    ['an object', { name: 'X-A', schema: { default: { a: 1 } } }, { 'X-A': '{"a":1}' }],
    ['nothing of the query', { name: 'X-A', in: 'query' }, {}],
  ])('are %s', (_, header, wanted) => {
    expect(of(header, KEY)).toEqual(wanted);
  });
});

describe('outcomes', () => {
  const json = (schema: Part) => ({ description: '', content: { 'application/json': { schema } } });
  const object = (properties: Part) => ({ type: 'object', properties });
  const outcomes = (responses: Part) => drafted('/x', 'get', { responses: { ...OK.responses, ...responses } }).outcomes;
  const nested = (depth: number): Part =>
    depth === 0 ? object({ message: TEXT }) : object({ error: nested(depth - 1) });

  test.each([
    ['that nobody has named', { 404: json(object({ message: TEXT })) }, []],
    [
      'with a sentence',
      { 409: { description: '' } },
      [{ name: 'conflict', statuses: [409], says: 'That is in conflict with something that is there already.' }],
    ],
    [
      'with a reason',
      { 410: json(object({ message: TEXT })) },
      [{ name: 'gone', statuses: [410], reason: 'message', says: 'That is gone for good. ${reason}' }],
    ],
    [
      'that is refused',
      { 400: json(object({ error: TEXT })) },
      [{ name: 'refused', statuses: [400], reason: 'error', says: 'It was refused. ${reason}' }],
    ],
    [
      'that is refused twice',
      { 400: json(object({ error: TEXT })), 422: json(object({ error: TEXT })) },
      [{ statuses: [400, 422] }],
    ],
    [
      'that is refused otherwise',
      { 400: { description: '' }, 422: json(object({ detail: TEXT })) },
      [{ statuses: [422], reason: 'detail' }],
    ],
    ['that is refused without a word', { 400: json(object({ code: TEXT })) }, []],
    [
      'with the best of its words',
      { 400: json(object({ error: TEXT, title: TEXT, message: TEXT })) },
      [{ reason: 'message' }],
    ],
    [
      'with words joined otherwise',
      { 400: json(object({ error: TEXT, errorDescription: TEXT })) },
      [{ reason: 'errorDescription' }],
    ],
    ['with words of a block', { 400: json(object({ error: object({ detail: TEXT }) })) }, [{ reason: 'error.detail' }]],
    [
      'with words of a list',
      { 400: json(object({ errors: { type: 'array', items: object({ message: TEXT }) } })) },
      [{ reason: 'errors.0.message' }],
    ],
    ['with a list at the top', { 400: json({ type: 'array', items: object({ message: TEXT }) }) }, []],
    ['with words of another block', { 400: json(object({ other: object({ message: TEXT }) })) }, []],
    ['with words that are no text', { 400: json(object({ message: { type: 'integer' } })) }, []],
    ['with words four levels down', { 400: json(nested(4)) }, [{ reason: 'error.error.error.error.message' }]],
    ['with words five levels down', { 400: json(nested(5)) }, []],
  ])('are known %s', (_, responses, wanted) => {
    expect(outcomes(responses)).toMatchObject(wanted);
    expect(outcomes(responses)).toHaveLength(wanted.length);
  });
});
