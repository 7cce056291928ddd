import { openDocument } from '../../../apis/openapi/document';
import { answering } from '../../../services/openapi/answering';
import type { Seed } from '../../../services/openapi/collections';
import type { StandInResponse } from '../../../services/openapi/respond';
import { createStandInTokens } from '../../../services/openapi/tokens';

const json = (schema: object, example?: unknown) => ({
  description: '',
  content: { 'application/json': { schema, ...(example === undefined ? {} : { example }) } },
});
const thing = { type: 'object', properties: { id: { type: 'integer' }, title: { type: 'string' } } };
const list = { type: 'array', items: thing };
const object = (properties: object, required: string[] = []) => ({ type: 'object', properties, required });
const body = (schema: object, type = 'application/json', required = false) => ({
  requestBody: { required, content: { [type]: { schema } } },
});
const one = { responses: { '200': json(thing, { id: 0, title: 'Example', extra: { a: 1, b: 2 } }) } };

/** A desk with tickets to keep, and an address whose requests are checked. */
export const document = {
  openapi: '3.0.3',
  info: { title: 'x', version: '1' },
  servers: [{ url: 'https://desk.example/api' }],
  components: { schemas: { Open: { type: 'string', enum: ['open'] } } },
  paths: {
    '/tickets': {
      get: { responses: { '200': json(list) } },
      post: { ...body(object({ ticket: thing })), responses: { default: json(object({ ticket: thing })) } },
    },
    '/tickets/{id}': {
      get: one,
      put: { ...body(thing), ...one },
      patch: { ...body(object({ title: { type: 'string' }, ticket: thing })), ...one },
      delete: { responses: { '2XX': { description: '' } } },
    },
    '/tickets/search': {
      get: {
        responses: {
          '200': json(object({ tickets: list, count: {}, next: {}, page: {}, hasMore: {} }), {
            tickets: [],
            count: 9,
            hasMore: true,
            next: 'x',
            other: 'kept',
            page: { total: 9, after: 'x', size: 9, next: { total: 9 } },
          }),
        },
      },
      post: { ...body({ type: 'object' }), responses: { '201': json(list) } },
    },
    '/persons/{id}/notes': { get: { responses: { '200': json(list) } } },
    '/persons/{id}': { get: { responses: { '200': json(object({ person: thing, more: thing })) } } },
    '/rules/{id}/run': { post: { responses: { '200': json(thing, { id: 1 }) } } },
    '/checked': {
      get: {
        parameters: [
          { name: 'state', in: 'query', schema: { $ref: '#/components/schemas/Open' } },
          { name: 'tag', in: 'query', schema: { type: 'array', maxItems: 2, items: { type: 'integer' } } },
          { name: 'X-Trace', in: 'header', required: true, schema: { type: 'integer' } },
          { name: 'plain', in: 'query', schema: { enum: ['a'] } },
          { name: 'odd', in: 'query', schema: { type: 'string', pattern: '(' } },
        ],
        responses: {
          '200': { description: '' },
          '422': json(object({ message: {}, code: {} }), { message: 'm', code: 7 }),
        },
      },
      post: {
        ...body(object({ a: { type: 'integer' } }, ['a']), 'application/x-www-form-urlencoded', true),
        responses: { '201': { description: '' }, '4XX': json(object({ code: {} }), { code: 4 }) },
      },
      put: {
        ...body(object({ a: { type: 'integer' } }, ['a'])),
        responses: {
          '200': { description: '' },
          '400': json(object({ code: {} }), { code: 4 }),
          '422': { description: '' },
        },
      },
    },
    '/nothing': { post: { responses: {} }, get: { responses: { default: { description: '' } } } },
  },
};

/** What the desk answers to a line such as `GET /tickets`. */
export type Answer = (
  line: string,
  sent?: { body?: unknown; raw?: string; headers?: Record<string, string> },
) => StandInResponse;

/** The desk, opened anew with these things in it. */
export function openDesk(seed: Seed = {}): Answer {
  const opened = openDocument(JSON.stringify(document));
  if ('problem' in opened) throw new Error(opened.problem);
  const run = answering(opened, seed, createStandInTokens([]));
  return (line, { body: value, raw, headers = {} } = {}) => {
    const [method = '', path = ''] = line.split(' ');
    const text = raw ?? (value === undefined ? '' : JSON.stringify(value));
    return run({ method: method.toLowerCase(), url: `/api${path}`, headers, body: text });
  };
}
