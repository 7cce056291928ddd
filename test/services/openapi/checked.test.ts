import { beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type Answer } from './desk';

let answer: Answer;
beforeEach(() => void (answer = openDesk()));

describe('a request is checked', () => {
  const trace = { 'x-trace': '7' };
  it.each<
    [
      line: string,
      sent: { body?: unknown; raw?: string; headers?: Record<string, string> },
      status: number,
      details?: string[],
    ]
  >([
    ['GET /checked', { headers: trace }, 200],
    ['GET /checked?state=open&odd=(', { headers: trace }, 200],
    ['GET /checked?plain=a', { headers: trace }, 200],
    [
      'GET /checked?plain=a&plain=a',
      { headers: trace },
      422,
      ['query plain must be equal to one of the allowed values'],
    ],
    ['GET /checked?state=shut', { headers: trace }, 422, ['query state must be equal to one of the allowed values']],
    ['GET /checked?tag=1&tag=2', { headers: trace }, 200],
    ['GET /checked?tag=1&tag=2&tag=3', { headers: trace }, 422, ['query tag must NOT have more than 2 items']],
    ['GET /checked?tag=x', { headers: trace }, 422, ['query tag/0 must be integer']],
    ['GET /checked', {}, 422, ['header X-Trace is missing']],
    ['GET /checked', { headers: { 'x-trace': 'x' } }, 422, ['header X-Trace must be integer']],
    ['POST /checked', { raw: 'a=1' }, 201],
    ['POST /checked', { raw: 'a=x' }, 400, ['body/a must be integer']],
    ['POST /checked', {}, 400, ['the body is missing']],
    ['PUT /checked', {}, 200],
    ['PUT /checked', { body: { a: 1 } }, 200],
    ['PUT /checked', { body: {} }, 400, ["body must have required property 'a'"]],
    ['PUT /checked', { raw: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 200],
    ['GET /nothing', { raw: '{' }, 200],
    ['POST /nothing', { raw: '{' }, 201],
  ])('%s %j', (line, sent, status, details) => {
    const found = answer(line, sent);
    expect(found.status).toBe(status);
    expect((found.body as { details?: unknown } | undefined)?.details).toEqual(details);
  });

  it('and refused in the words of the document, where it has some', () => {
    const details = ['header X-Trace is missing'];
    expect(answer('GET /checked').body).toEqual({ message: 'The request is not valid', code: 7, details });
    expect(answer('POST /checked').body).toEqual({ code: 4, details: ['the body is missing'] });
    expect(answer('PUT /checked', { raw: '{' }).body).toEqual({ code: 4 });
    expect(answer('GET /none')).toMatchObject({ status: 404 });
  });
});
