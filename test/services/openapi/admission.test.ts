import { expect, it } from 'vitest';
import type { Scheme } from '../../../apis/openapi/credentials';
import { basicParts, isLetIn } from '../../../services/openapi/admission';
import { createStandInTokens } from '../../../services/openapi/tokens';
import type { MatchedRequest } from '../../../services/openapi/incoming';

const schemes = [
  { name: 'basic', kind: 'basic' },
  { name: 'bearer', kind: 'bearer' },
  { name: 'query', kind: 'apiKey', in: 'query', key: 'key' },
  { name: 'header', kind: 'apiKey', in: 'header', key: 'X-Key' },
  { name: 'cookie', kind: 'apiKey', in: 'cookie', key: 'sid' },
] as unknown as readonly Scheme[];
const base64 = (text: string) => Buffer.from(text).toString('base64');

function letIn(alternatives: readonly string[], headers: Record<string, string> = {}, query = '') {
  const security = alternatives.map((names) =>
    Object.fromEntries(names.split('+').flatMap((name) => (name === '' ? [] : [[name, []]]))),
  );
  const matched = { query: new URLSearchParams(query) } as MatchedRequest;
  const { accepts } = createStandInTokens(['open']);
  return isLetIn(security, schemes, accepts, { method: 'get', url: '/', headers, body: '' }, matched);
}

it.each<[alternatives: string[], headers: Record<string, string>, query: string, is: boolean]>([
  [[], {}, '', true],
  [[''], {}, '', true],
  [['unknown'], { authorization: 'Bearer open' }, '', false],
  [['bearer'], {}, '', false],
  [['bearer'], { authorization: 'Bearer open' }, '', true],
  [['bearer'], { authorization: 'token open' }, '', true],
  [['bearer'], { authorization: 'Basic open' }, '', false],
  [['bearer'], { authorization: 'Bearers open' }, '', false],
  [['bearer'], { authorization: 'Bearer shut' }, '', false],
  [['basic'], { authorization: 'Basic open' }, '', true],
  [['basic'], { authorization: `Basic ${base64('open:x')}` }, '', true],
  [['basic'], { authorization: `Basic ${base64('user:open')}` }, '', true],
  [['basic'], { authorization: `Basic ${base64(':open')}` }, '', true],
  [['basic'], { authorization: `Basic ${base64('user:shut')}` }, '', false],
  [['basic'], { authorization: 'Bearer open' }, '', false],
  [['query'], {}, 'key=open', true],
  [['query'], {}, 'key=shut', false],
  [['query'], { 'x-key': 'open' }, '', false],
  [['header'], { 'x-key': 'open' }, '', true],
  [['header'], { 'x-key': 'Token token=open' }, '', true],
  [['header'], {}, 'X-Key=open', false],
  [['cookie'], { cookie: 'a=b; sid=open' }, '', true],
  [['cookie'], { cookie: 'a=b; sid=shut' }, '', false],
  [['cookie'], { cookie: 'sid2=open' }, '', false],
  [['cookie'], {}, '', false],
  [['bearer+query'], { authorization: 'Bearer open' }, '', false],
  [['bearer+query'], { authorization: 'Bearer open' }, 'key=open', true],
  [['bearer', 'query'], {}, 'key=open', true],
])('%j with %j and ?%s: %s', (alternatives, headers, query, is) => {
  expect(letIn(alternatives, headers, query)).toBe(is);
});

it.each([
  ['a:b', ['a', 'b']],
  [':b', ['', 'b']],
  ['a:', ['a', '']],
  ['a:b:c', ['a', 'b:c']],
  ['ab', []],
])('%j has the parts %j', (text, parts) => expect(basicParts(base64(text))).toEqual(parts));

it.each<[method: string, body: string, headers: Record<string, string>, status: number | undefined]>([
  ['get', 'grant_type=client_credentials&client_secret=open', {}, undefined],
  ['post', 'client_secret=open', {}, undefined],
  ['post', 'grant_type=client_credentials&client_secret=open', {}, 200],
  ['post', '{"grant_type":"client_credentials","client_secret":"open"}', {}, 200],
  ['post', 'grant_type=client_credentials&client_secret=shut', {}, 401],
  ['post', 'grant_type=client_credentials', {}, 401],
  ['post', 'grant_type=client_credentials', { authorization: `Basic ${base64('id:open')}` }, 200],
  ['post', 'grant_type=client_credentials', { authorization: `Basic ${base64('id:shut')}` }, 401],
])('%s %s with %j is given a token: %s', (method, body, headers, status) => {
  const tokens = createStandInTokens(['open']);
  const answer = tokens.grant({ method, url: '/token', headers, body });
  expect(answer?.status).toBe(status);
  if (status !== 200) return;
  const given = answer?.body as Readonly<Record<string, unknown>>;
  expect(given).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
  expect([given['access_token'], 'open', 'token-x'].map((one) => tokens.accepts(String(one)))).toEqual([
    true,
    true,
    false,
  ]);
});
