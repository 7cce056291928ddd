import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDocument } from '../../../apis/openapi/document';
import { answering } from '../../../services/openapi/answering';
import { FAULTS } from '../../../services/openapi/faults';
import { startStandIn, type StandIn } from '../../../services/openapi/stand-in';
import { createStandInTokens } from '../../../services/openapi/tokens';

const document = openDocument(readFileSync(join(__dirname, '../../apis/openapi/tickets.yaml'), 'utf8'));
const seed = {
  '/tickets': [
    { id: 1, subject: 'Door', status: 'open' },
    { id: 2, subject: 'Light', status: 'solved' },
  ],
};

let service: StandIn;
beforeAll(async () => {
  if ('problem' in document) throw new Error(document.problem);
  service = await startStandIn({ answer: answering(document, seed, createStandInTokens(['let-me-in'])) });
});
afterAll(() => service.close());
beforeEach(() => service.faults.clear());

interface Sent {
  readonly body?: unknown;
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function ask(line: string, { body, raw, headers = {} }: Sent = {}) {
  const [method = '', path = ''] = line.split(' ');
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(`${service.url}/api${path}`, {
    method,
    headers: {
      authorization: 'Bearer let-me-in',
      language: 'en',
      ...headers,
      ...(text !== undefined && { 'content-type': 'application/json' }),
    },
    ...(text !== undefined && { body: text }),
  });
  const answer = await response.text();
  return { status: response.status, body: answer === '' ? undefined : (JSON.parse(answer) as Record<string, unknown>) };
}

describe('a stand-in refuses', () => {
  it.each([
    ['a path that is not there', 'GET /tikcets?page[size]=1', {}, 404, '/tickets is near'],
    ['a method that is not there', 'DELETE /tickets', {}, 405, 'takes GET, POST'],
    ['a missing parameter', 'GET /tickets', {}, 400, 'page[size] is missing'],
    ['a parameter of another type', 'GET /tickets?page[size]=many', {}, 400, 'must be integer'],
    ['a value that is none of the list', 'GET /tickets?page[size]=1&status=opne', {}, 400, 'must be equal to one of'],
    ['a body that is missing', 'POST /tickets', {}, 400, 'the body is missing'],
    ['a body that is no JSON', 'POST /tickets', { raw: '{' }, 400, 'not JSON'],
    ['a body without what it must have', 'POST /tickets', { body: { ticket: {} } }, 400, "'subject'"],
    [
      'credentials that are wrong',
      'GET /tickets?page[size]=1',
      { headers: { authorization: 'Bearer no' } },
      401,
      'credentials',
    ],
  ] as const)('%s', async (_what, line, sent, status, words) => {
    const answer = await ask(line, sent);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).toContain(words);
  });
});

describe('a stand-in keeps things', () => {
  it('lists, filters, reads, makes and forgets none', async () => {
    expect((await ask('GET /tickets?page[size]=4')).body).toMatchObject({ tickets: [{ id: 1 }, { id: 2 }] });
    expect((await ask('GET /tickets?page[size]=1')).body).toEqual({ tickets: [seed['/tickets'][0]] });
    expect((await ask('GET /tickets?page[size]=4&status=solved')).body).toEqual({ tickets: [seed['/tickets'][1]] });
    expect((await ask('GET /tickets/2.json')).body).toMatchObject({ id: 2, subject: 'Light' });
    expect((await ask('GET /tickets/99.json')).status).toBe(404);
    const made = await ask('POST /tickets', { body: { ticket: { subject: 'Roof', status: 'open' } } });
    expect(made).toMatchObject({ status: 201, body: { id: 3, subject: 'Roof' } });
    expect((await ask('GET /tickets/3.json')).body).toMatchObject({ subject: 'Roof' });
  });

  it('takes an API key in the query, as the document says', async () => {
    const headers = { authorization: '' };
    expect((await ask('GET /tickets?page[size]=1&key=let-me-in', { headers })).status).toBe(200);
    expect((await ask('GET /tickets?page[size]=1&key=wrong', { headers })).status).toBe(401);
  });

  it('answers with nothing where the document has no body', async () => {
    expect(await ask('GET /tickets/recent.json')).toEqual({ status: 204, body: undefined });
  });
});

describe('a stand-in fails on purpose', () => {
  it('with a status, so many times, after so many', async () => {
    service.faults.next('429', { times: 2, after: 1 });
    const statuses = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await ask('GET /tickets/1.json')).status);
    expect(statuses).toEqual([200, 429, 429, 200]);
  });

  it('with half an answer, none, a page, or a broken connection', async () => {
    service.faults.next('broken-json');
    await expect(ask('GET /tickets/1.json')).rejects.toThrow(SyntaxError);
    service.faults.next('empty');
    expect((await ask('GET /tickets/1.json')).body).toBeUndefined();
    service.faults.next('html');
    await expect(ask('GET /tickets/1.json')).rejects.toThrow(SyntaxError);
    service.faults.next('cut');
    await expect(ask('GET /tickets/1.json')).rejects.toThrow('fetch failed');
  });

  it('in no way that it does not know', () => {
    expect(() => service.faults.next('toString')).toThrow(`there are ${Object.keys(FAULTS).join(', ')}`);
  });
});
