import { describe, expect, it } from 'vitest';
import { createStandInFaults, effectOf } from '../../../services/openapi/faults';
import { formOf } from '../../../services/openapi/form';
import { matchRequest } from '../../../services/openapi/incoming';
import { standInPlanOf } from '../../../services/openapi/plan';
import { FAULT_HEADER, startStandIn } from '../../../services/openapi/stand-in';
import { openapiService } from '../../../services/openapi/service';
import type { Method, Operation } from '../../../apis/openapi/operations';

describe('a fault', () => {
  it.each([
    ['slow', { delayMs: 1000 }],
    ['timeout', { delayMs: 60_000 }],
    ['cut', { cut: true }],
    ['broken-json', { half: true }],
    ['nope', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('%j does %j', (name, effect) => expect(effectOf(name)).toEqual(effect));

  it.each([
    ['throttled', { status: 429, body: { message: 'Asked too often' } }],
    ['409', { status: 409, body: { message: 'It is in conflict with something that exists' } }],
    ['empty', { status: 200 }],
    ['html', { status: 200, body: '<!doctype html><title>Something else</title>' }],
  ])('%j answers in place of the service', (name, answer) => expect(effectOf(name)?.replace?.()).toEqual(answer));

  it('waits its turn, and is used up', () => {
    const { faults, take } = createStandInFaults();
    const taken = () => take()?.replace?.().status;
    expect(taken()).toBeUndefined();
    faults.next('500', { after: 1 });
    faults.next('503', { times: 2 });
    expect([taken(), taken(), taken(), taken(), taken()]).toEqual([undefined, 500, 503, 503, undefined]);
    faults.next('500', { times: 9 });
    faults.clear();
    expect(taken()).toBeUndefined();
  });
});

it.each([
  [{ status: 200, body: { a: 1 } }, undefined, 200, 'application/json; charset=utf-8', '{"a":1}'],
  [{ status: 200, body: '<p>' }, undefined, 200, 'text/html', '<p>'],
  [{ status: 204 }, undefined, 204, null, ''],
  [{ status: 201, body: null }, undefined, 201, 'application/json; charset=utf-8', 'null'],
  [{ status: 200, body: { a: 1 } }, 'broken-json', 200, 'application/json; charset=utf-8', '{"a"'],
  [
    { status: 200, body: { a: 1 } },
    '422',
    422,
    'application/json; charset=utf-8',
    '{"message":"The values are refused"}',
  ],
  [{ status: 200, body: { a: 1 } }, 'nope', 200, 'application/json; charset=utf-8', '{"a":1}'],
])('the answer %j with the fault %j is sent as %i, %s', async (answer, fault, status, type, text) => {
  const standIn = await startStandIn({ answer: () => answer });
  const sent = await fetch(standIn.url, { headers: fault === undefined ? {} : { [FAULT_HEADER]: fault } });
  expect([sent.status, sent.headers.get('content-type'), await sent.text()]).toEqual([status, type, text]);
  await standIn.close();
});

describe('a form', () => {
  it.each([
    ['', {}],
    ['a', { a: '' }],
    ['a=1&a=2', { a: '2' }],
    ['a=1&a[b]=2', { a: { b: '2' } }],
    ['a[b]=2&a=1', { a: '1' }],
    ['a[1]=x', { a: { '1': 'x' } }],
    ['a[0]=x&a[2]=y', { a: { '0': 'x', '2': 'y' } }],
    ['a[0]=x&a[1]=y', { a: ['x', 'y'] }],
    ['a[][b]=1&a[][b]=2', { a: [{ b: '1' }, { b: '2' }] }],
    ['[a]=1', [{ a: '1' }]],
  ])('%s', (text, value) => expect(formOf(text)).toEqual(value));
});

describe('a request', () => {
  const operation = (method: Method, path: string, base = '') => ({ method, path, base }) as Operation;
  const known = [
    operation('get', '/a.b/{id}', '/api'),
    operation('put', '/a.b/{id}', '/api'),
    operation('get', '/things'),
  ];
  const match = (method: string, url: string, operations = known) =>
    matchRequest(operations, { method, url, headers: {}, body: '' });
  it.each<[method: string, url: string, answer: object]>([
    ['get', '/api/a.b/7?x=1', { operation: known[0], path: { id: '7' } }],
    ['put', '/api/a.b/a%20b', { operation: known[1], path: { id: 'a b' } }],
    ['get', '/api/a.b/%ff', { path: { id: '%ff' } }],
    ['brew', '/api/a.b/7', { status: 405, message: 'BREW is not allowed' }],
    ['post', '/api/a.b/7', { status: 405, message: '/api/a.b/7 takes GET, PUT, not POST' }],
    ['get', '/api/aXb/7', { status: 404, message: 'Nothing is at /api/aXb/7' }],
    ['get', '/thing', { status: 404, message: 'Nothing is at /thing; /things is near' }],
    ['get', '/quite/another/place', { status: 404, message: 'Nothing is at /quite/another/place' }],
  ])('%s %s', (method, url, answer) => expect(match(method, url)).toMatchObject(answer));

  it('finds nothing where there is nothing', () => {
    expect(match('get', '/', [])).toEqual({ status: 404, message: 'Nothing is at /' });
  });
});

const documentOf = (paths: object, servers?: object) => JSON.stringify({ openapi: '3.0.3', info: {}, paths, servers });
const folder = (bot: object, document: string, seed?: string) => (name: string) =>
  ({ 'bot.yaml': JSON.stringify(bot), 'd.json': document, 'seed.json': seed })[name];

describe('the plan of a stand-in', () => {
  const plan = (bot: object, servers?: object, given = {}) =>
    standInPlanOf(
      folder({ service: { openapi: 'd.json', host: ' ${env.HOST} ' }, ...bot }, documentOf({}, servers)),
      given,
    );
  const host = { HOST: { hint: 'x' } };
  it.each([
    [undefined, 'service.example.com'],
    [[], 'service.example.com'],
    [[{ url: '/api' }], 'service.example.com'],
    [[{ url: 'https://desk.acme.example:8080/api' }], 'desk.acme.example'],
    [[{ url: 'http://desk.acme.example' }, { url: 'https://other.example' }], 'desk.acme.example'],
  ])('has the host of the servers %j: %s', (servers, known) => {
    const found = plan({ variables: host }, servers);
    expect([found?.env['HOST'], found?.hosts]).toEqual([known, [known]]);
  });

  it.each([
    [{ A: { secret: true, value: 'x' } }, /^secret-[\da-f]{24}$/, true],
    [{ A: { secret: 'yes', value: 'x' } }, /^x$/, false],
    [{ A: { value: '' } }, /^example$/, false],
    [{ A: { value: 5 } }, /^example$/, false],
    [{ A: 'x' }, /^example$/, false],
  ])('gives %j a value', (variables, value, isSecret) => {
    const found = plan({ variables });
    expect(found?.env['A']).toMatch(value);
    expect(found?.secrets).toEqual(isSecret ? [found?.env['A']] : []);
  });

  it('knows a host by what was given, and any label where a part of it is a variable', () => {
    const credentials = { token: { host: 'a-${env.A}.example' }, other: { url: 'https://${env.HOST}/token' }, odd: 5 };
    expect(plan({ variables: host, credentials }, undefined, { HOST: 'mine.example' })?.hosts).toEqual([
      'mine.example',
      'a-*.example',
      'mine.example',
    ]);
    expect(plan({})?.hosts).toEqual(['*']);
  });
});

describe('the service of a document', () => {
  const bot = { service: { openapi: 'd.json', host: 'desk.example' } };
  const service = (paths: object, servers?: object) => {
    const made = openapiService({ name: 'desk', read: folder(bot, documentOf(paths, servers)) });
    if (made === undefined) throw new Error('there is no service');
    return made;
  };
  const answers = { responses: { '200': { description: '' } } };
  it.each([
    [{}, undefined, '/'],
    [{ '/a': { get: answers } }, [{ url: 'https://desk.example/api' }], '/api/a'],
    [{ '/a': { post: answers }, '/b/{id}': { get: answers }, '/c': { get: answers } }, undefined, '/c'],
    [{ '/b/{id}/{no}': { get: answers } }, undefined, '/b/1/1'],
    [{ '/a': { post: answers }, '/b/{id}': { get: answers } }, undefined, '/a'],
  ])('of %j is tried at the first path that needs nothing', (paths, servers, path) => {
    expect(service(paths, servers).request('http://127.0.0.1:1')).toBe(`curl -s -i http://127.0.0.1:1${path}`);
  });

  it('lets requests fail as often as it is told, after as many as it is told', async () => {
    const { faults, start, close } = service({ '/a': { get: answers } });
    const ask = async () => (await fetch(`${await start()}/a`)).status;
    await faults.next('500', { times: 2, after: 1 });
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual([200, 500, 500, 200]);
    await faults.next('503');
    await faults.clear();
    await faults.next('503');
    expect([await ask(), await ask()]).toEqual([503, 200]);
    await close();
  });

  it('says when its document is gone, and takes a port that is free alone', async () => {
    const files: Record<string, string | undefined> = { 'bot.yaml': JSON.stringify(bot), 'd.json': documentOf({}) };
    const one = openapiService({ name: 'desk', read: (name) => files[name] });
    const origin = await one?.start();
    const same = openapiService({
      name: 'desk',
      read: (name) => files[name],
      port: Number(new URL(origin ?? '').port),
    });
    await expect(same?.start()).rejects.toThrow('EADDRINUSE');
    files['d.json'] = undefined;
    const answer = await fetch(`${origin ?? ''}/a`);
    expect([answer.status, await answer.json()]).toEqual([500, { message: 'The OpenAPI document cannot be read' }]);
    await one?.close();
  });
});
