import { describe, expect, test } from 'vitest';
import { drafted, made, OK, rest, TEXT } from './small-operations';

const problem = (...given: Parameters<typeof made>) => {
  const result = made(...given);
  return 'problems' in result ? result.problems[0]?.message : undefined;
};

describe('an operation', () => {
  const NO_CONTENT = { responses: { 204: { description: '' } } };
  test.each([
    ['a GET', '/things', 'get', {}, false],
    ['a POST', '/things', 'post', {}, true],
    ['a POST that is called a search', '/things', 'post', { operationId: 'searchThings' }, false],
    ['a POST below a search', '/things/search', 'post', {}, false],
    ['a POST below a search of JSON', '/things/search.json', 'post', {}, false],
    ['a POST that is called nearly so', '/things', 'post', { operationId: 'researchThings' }, true],
    [
      'a search that makes something',
      '/things',
      'post',
      { operationId: 'searchThings', responses: { 201: OK.responses[200] } },
      true,
    ],
    [
      'a search with any answer',
      '/things',
      'post',
      { operationId: 'searchThings', responses: { default: OK.responses[200] } },
      false,
    ],
    [
      'a search with a good answer',
      '/things',
      'post',
      { operationId: 'searchThings', responses: { '2XX': OK.responses[200] } },
      false,
    ],
    ['a PUT that is called a search', '/things', 'put', { operationId: 'searchThings' }, true],
  ])('that is %s writes or does not', (_, path, method, operation, writes) => {
    const draft = drafted(path, method, operation);
    expect(draft.request).toMatchObject({ writes, assumed: false });
    expect('done' in draft).toBe(writes);
  });

  test.each([
    [
      'nothing to show',
      'get',
      { responses: { 200: { description: '' } } },
      'GET /x: its answer has nothing in it that could be shown',
    ],
    [
      'a body of a GET',
      'get',
      { requestBody: { required: true, content: { 'application/json': { schema: TEXT } } } },
      'GET /x: it is a GET with a body',
    ],
    [
      'a file',
      'post',
      { requestBody: { content: { 'multipart/form-data': { schema: TEXT } } } },
      'POST /x: it takes multipart/form-data, which no conversation can give',
    ],
    [
      'a cookie',
      'get',
      { parameters: [{ in: 'header', name: 'Cookie', required: true, schema: TEXT }] },
      'GET /x: it needs the header Cookie',
    ],
  ])('cannot be one with %s', (_, method, operation, message) => {
    expect(problem('/x', method, operation)).toBe(message);
  });

  test.each([
    [
      'a body of a GET that may be left out',
      'get',
      { requestBody: { content: { 'application/json': { schema: TEXT } } } },
    ],
    [
      'a file or JSON',
      'post',
      {
        requestBody: {
          content: {
            'multipart/form-data': {},
            'application/json': { schema: { type: 'object', properties: { a: TEXT } } },
          },
        },
      },
    ],
    ['a cookie that may be left out', 'get', { parameters: [{ in: 'header', name: 'Cookie', schema: TEXT }] }],
    [
      'a query that is called so',
      'get',
      { parameters: [{ in: 'query', name: 'range', required: true, schema: TEXT }] },
    ],
    ['nothing to show of what is written', 'post', NO_CONTENT],
  ])('can be one with %s', (_, method, operation) => {
    expect(problem('/x', method, operation)).toBeUndefined();
  });

  test('that looks only whether something is so says yes', () => {
    expect(drafted('/x/{a}', 'get', NO_CONTENT).outcomes).toEqual([
      { name: 'yes', statuses: [204], says: 'Yes, that is so.' },
    ]);
    expect(drafted('/x/{a}', 'delete', NO_CONTENT).outcomes).toEqual([]);
    expect(drafted('/x', 'get', { responses: { ...OK.responses, 204: { description: '' } } }).outcomes).toEqual([]);
  });

  test.each([
    [
      'its own',
      { description: 'Tells all about a thing. More.', summary: 'Tell about it' },
      'Tells all about a thing.',
    ],
    ['its summary', { description: 'Short.', summary: 'Tell about it' }, 'Tell about it.'],
    ['neither', { description: 'Tellsallaboutit', summary: 'Tell it now!' }, 'Shows the thing.'],
    ['thirteen letters', { summary: 'Tell it now !' }, 'Shows the thing.'],
  ])('is described by %s', (_, operation, description) => {
    expect(drafted('/x', 'get', operation).description).toBe(description);
  });

  test('is described by what it must have', () => {
    const parameters = [{ in: 'query', name: 'size', required: true, schema: TEXT }];
    expect(drafted('/x', 'get', { parameters }).description).toBe('Shows the thing by size.');
  });

  test('has scopes where it names some', () => {
    const scheme = {
      components: {
        securitySchemes: { o: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/t', scopes: { a: '' } } } } },
      },
    };
    expect(drafted('/x', 'get', { security: [{ o: ['a'] }] }, scheme).scopes).toEqual(['a']);
    expect(drafted('/x', 'get')).not.toHaveProperty('scopes');
  });
});

describe('a path', () => {
  test.each([
    ['/tickets/{id}', {}, '/tickets/${ticketId | trim}'],
    ['/categories/{id}', {}, '/categories/${categoryId | trim}'],
    ['/glass/{id}', {}, '/glass/${glassId | trim}'],
    ['/{id}', {}, '/${thingId | trim}'],
    ['/a/{b}/{id}', {}, '/a/${b | trim}/${aId | trim}'],
    ['/a/{n}', { parameters: [{ in: 'path', name: 'n', required: true, schema: { type: 'integer' } }] }, '/a/${n}'],
    ['/a/{n}', { parameters: [{ in: 'query', name: 'n', schema: { type: 'integer' } }] }, '/a/${n | trim}'],
    ['/a/{only}', { parameters: [{ in: 'path', name: 'only', required: true, schema: { const: 'x' } }] }, '/a/x'],
  ])('%s has inputs: %#', (path, operation, wanted) => {
    expect(rest(path, 'get', operation).path).toBe(wanted);
  });
});
