import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { answerPath } from '../../../apis/openapi/answer-path';
import { RuntimeValue, checkBody, type BodyTree } from '../../../apis/openapi/check-body';
import { schemesOf, scopesOfOperation } from '../../../apis/openapi/credentials';
import { documentOf, openDocument, type ApiDocument } from '../../../apis/openapi/document';
import { findOperation } from '../../../apis/openapi/find-operation';
import { operationsOf, type Operation } from '../../../apis/openapi/operations';
import { sampleAnswer, sampleBody, sampleParameter } from '../../../apis/openapi/sample';
import { trimDocument } from '../../../apis/openapi/trim';

const TEXT = readFileSync(join(__dirname, 'tickets.yaml'), 'utf8');

function opened(text: string): ApiDocument {
  const document = openDocument(text);
  if ('problem' in document) throw new Error(document.problem);
  return document;
}

const ASKED = new RuntimeValue();
const document = opened(TEXT);
const operations = operationsOf(document);

function operation(id: string): Operation {
  const found = operations.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no operation ${id}`);
  return found;
}

describe('a document', () => {
  it('is read as YAML and as JSON, and held as 3.1', () => {
    expect(document.root.openapi).toMatch(/^3\.1/);
    expect(operationsOf(opened(JSON.stringify(document.root))).map(({ id }) => id)).toEqual(
      operations.map(({ id }) => id),
    );
  });

  it.each([
    ['[1, 2]', 'neither "openapi" nor "swagger"'],
    ['openapi: 3.0.0\ninfo: {}', 'no "paths"'],
    ['openapi: 4.0.0\npaths: {}', 'version 4.0.0'],
    ['{"openapi": ', 'neither JSON nor YAML'],
    ['openapi: "3.0.0\npaths: {}', 'not YAML'],
  ])('that is none is refused with the reason: %s', (text, reason) => {
    expect(openDocument(text)).toEqual({ problem: expect.stringContaining(reason) as string });
  });

  it('of Swagger 2.0 is read, too', () => {
    const swagger = { swagger: '2.0', info: {}, paths: { '/a': { get: { responses: { 200: { description: '' } } } } } };
    expect(operationsOf(opened(JSON.stringify(swagger))).map(({ id }) => id)).toEqual(['get /a']);
  });

  it('with a reference to nowhere, to a prototype or in a circle is read without it', () => {
    const schemas = { a: { $ref: '#/components/schemas/b' }, b: { $ref: '#/components/schemas/a' } };
    const odd = documentOf({
      openapi: '3.1.0',
      info: { title: '', version: '' },
      paths: {},
      components: { schemas },
    } as never);
    expect(odd.resolve({ $ref: '#/components/schemas/a' })).toBeUndefined();
    expect(odd.resolve({ $ref: '#/__proto__/toString' })).toBeUndefined();
    expect(odd.resolve({ $ref: 'other.yaml#/a' })).toBeUndefined();
    expect(operation('loop').responses).toEqual([]);
  });
});

describe('operations', () => {
  it('take the parameters of their path, and their own in place of those', () => {
    expect(operation('listTickets').parameters.map((p) => [p.in, p.name, p.required])).toEqual([
      ['header', 'language', true],
      ['query', 'status', false],
      ['query', 'page[size]', true],
    ]);
    expect(operation('createTicket').parameters.map((p) => p.required)).toEqual([false]);
  });

  it('say what they take, what they answer, and how one is let in', () => {
    const create = operation('createTicket');
    expect(create.body).toMatchObject({ as: 'json', required: true });
    expect(create.responses.map((r) => r.status)).toEqual(['201', '409', 'default']);
    expect(operation('getTicket').responses[0]?.schema).toBeDefined();
    expect(scopesOfOperation(create)).toEqual([]);
    expect(schemesOf(document).map(({ kind }) => kind)).toEqual(['apiKey', 'clientCredentials', 'other']);
  });
});

describe('a path', () => {
  it.each([
    ['/api/tickets/{anything}.json', 'getTicket'],
    ['/api/tickets/17.json', 'getTicket'],
    ['/api/tickets/recent.json', 'get /tickets/recent.json'],
    ['/api/tickets?status=open', 'listTickets'],
  ])('%s means %s', (path, id) => {
    expect(findOperation(operations, 'get', path)).toEqual({ operation: operation(id) });
  });

  it('with another method names the methods that there are', () => {
    expect(findOperation(operations, 'delete', '/api/tickets')).toEqual({
      methods: ['get', 'post'],
      path: '/api/tickets',
    });
  });

  it('that is misspelt names the nearest, and a strange one none', () => {
    expect(findOperation(operations, 'get', '/api/tikcets/{id}.json')).toEqual({ nearest: '/api/tickets/{id}.json' });
    expect(findOperation(operations, 'get', '/customers/of/the/shop')).toEqual({});
    expect(findOperation([], 'get', '/a')).toEqual({});
    expect(findOperation(operations, 'get', '/tickets/{id}.json')).toEqual({ nearest: '/api/tickets/{id}.json' });
  });
});

describe('a body', () => {
  const problems = (body: BodyTree) => checkBody(document, operation('createTicket').body?.schema, body);

  it('that fits has no problem, whatever is asked for', () => {
    expect(
      problems({ ticket: { subject: ASKED, status: 'open', tags: ['chat', ASKED], via: { kind: 'chat' } } }),
    ).toEqual([]);
    expect(problems(ASKED)).toEqual([]);
    expect(problems({ ticket: { subject: 'x', extra: { a: 1 } } })).toEqual([]);
  });

  it('is told of keys that do not exist, are missing, or hold what they cannot', () => {
    expect(problems({ ticket: { subjet: ASKED, status: 'opne', tags: 'chat', via: { kind: 'fax' } } })).toEqual([
      { kind: 'missing-key', path: ['ticket'], keys: ['subject'] },
      { kind: 'unknown-key', path: ['ticket'], key: 'subjet', known: ['subject', 'extra', 'status', 'tags', 'via'] },
      { kind: 'wrong-value', path: ['ticket', 'status'], got: 'opne', known: ['open', 'solved'] },
      { kind: 'wrong-type', path: ['ticket', 'tags'], wanted: ['array'], got: 'string' },
      { kind: 'wrong-value', path: ['ticket', 'via', 'kind'], got: 'fax', known: ['mail', 'chat'] },
    ]);
    expect(problems([])).toEqual([{ kind: 'wrong-type', path: [], wanted: ['object'], got: 'array' }]);
    expect(problems({ ticket: { subject: 5 } })).toEqual([
      { kind: 'wrong-type', path: ['ticket', 'subject'], wanted: ['string'], got: 'number' },
    ]);
  });
});

describe('a path of an answer', () => {
  const schema = operation('listTickets').responses[0]?.schema;
  const at = (path: string) => answerPath(document, schema, path.split('.'));

  it('leads through lists, references that lead to themselves, and named keys', () => {
    expect(at('tickets.0.requester.friend.friend.name')).toEqual({ schema: { type: 'string' } });
    expect(at('tickets.0.extra.anything')).toEqual({ schema: { type: 'number' } });
    expect(at('tickets.0.anything.at.all')).toBe('unknown');
  });

  it('that does not exist says which step is wrong, and what there is', () => {
    expect(at('tickets.0.subjet')).toEqual({
      step: 2,
      known: ['subject', 'extra', 'id', 'status', 'requester', 'tags', 'anything'],
    });
    expect(at('tickets.0.subject.length')).toEqual({ step: 3, known: [] });
    expect(at('tickets.first')).toEqual({ step: 1, known: ['0'] });
  });
});

describe('an example', () => {
  it('is the document’s own where it has one, else fits the schema', () => {
    expect(sampleAnswer(document, operation('createTicket').responses[0] as never)).toEqual({ id: 7, subject: 'Door' });
    expect(sampleParameter(document, operation('listTickets').parameters[2] as never)).toBe(4);
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema(document.root, 'api');
    const body = sampleBody(document, operation('createTicket').body as never);
    expect(ajv.validate({ $ref: 'api#/paths/~1tickets/post/requestBody/content/application~1json/schema' }, body)).toBe(
      true,
    );
    expect(sampleAnswer(document, operation('getTicket').responses[0] as never)).toMatchObject({ status: 'open' });
  });
});

describe('a trimmed document', () => {
  const trimmed = documentOf(trimDocument(document, [operation('getTicket'), operation('createTicket')]));

  it('keeps what its operations reach, and nothing else', () => {
    expect(operationsOf(trimmed).map(({ id }) => id)).toEqual(['createTicket', 'getTicket']);
    expect(Object.keys(trimmed.root.components?.schemas ?? {})).toEqual([
      'Base',
      'NewTicket',
      'Person',
      'Status',
      'Ticket',
    ]);
    expect(trimDocument(trimmed, operationsOf(trimmed))).toEqual(trimmed.root);
  });

  it('checks bodies and answers as the whole one does', () => {
    const [create] = operationsOf(trimmed);
    expect(checkBody(trimmed, create?.body?.schema, { ticket: { subjet: ASKED } })).toHaveLength(2);
    expect(schemesOf(trimmed)).toHaveLength(3);
  });
});
