import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourcesOf, standInPlanOf } from '../../../services/openapi/plan';

const TICKETS = readFileSync(join(__dirname, '../../apis/openapi/tickets.yaml'), 'utf8');
const folder = (bot: string, files: Readonly<Record<string, string>> = {}) => {
  const all = new Map(Object.entries({ 'bot.yaml': bot, 'tickets.yaml': TICKETS, 'none.yaml': 'a: 1', ...files }));
  return (name: string) => all.get(name);
};
const BOT =
  'service: { openapi: tickets.yaml, host: "${env.HOST}" }\nvariables: { HOST: { value: "" }, KEY: { secret: true } }';

test.each([
  ['not JSON', '{', /is not JSON/],
  ['a list', '[]', /holds lists of things/],
  ['a number', '5', /holds lists of things/],
  ['null', 'null', /holds lists of things/],
  ['a path of a number', '{"/tickets": 5}', /holds lists of things/],
  ['a path of one thing', '{"/tickets": {"id": 1}}', /holds lists of things/],
  ['a list of texts', '{"/tickets": [{"id": 1}, "x"]}', /holds lists of things/],
])('a seed that is %s is refused', (_, seed, said) => {
  expect(() => sourcesOf(folder(BOT, { 'seed.json': seed }))).toThrow(said);
});

test('a seed is lists of things, or names, by path; none is empty', () => {
  const seed = { '/tickets': [{ id: 1 }], '/users': '/people', '/none': [] };
  expect(sourcesOf(folder(BOT, { 'seed.json': JSON.stringify(seed) }))?.seed).toEqual(seed);
  expect(sourcesOf(folder(BOT))?.seed).toEqual({});
});

test.each([
  '',
  '- a',
  'service: 5',
  'service: { openapi: 5 }',
  'service: { openapi: gone.yaml }',
  'service: { openapi: none.yaml }',
  'a: [',
  'service: {}',
])('without a document there is no stand-in: %s', (bot) => {
  expect(standInPlanOf(folder(bot))).toBeUndefined();
  expect(sourcesOf(folder(bot))).toBeUndefined();
});

test('variables have the values that were given, written or made up; secrets are secret', () => {
  const plan = standInPlanOf(folder(BOT));
  expect(plan?.env).toMatchObject({
    HOST: expect.stringMatching(/\./) as string,
    KEY: expect.stringMatching(/^secret-[0-9a-f]{24}$/) as string,
  });
  expect(plan?.secrets).toEqual([plan?.env['KEY']]);
  expect(plan?.hosts).toEqual([plan?.env['HOST']]);
  const given = standInPlanOf(folder(BOT), { HOST: 'mine.example', KEY: 'given' });
  expect(given).toMatchObject({
    env: { HOST: 'mine.example', KEY: 'given' },
    hosts: ['mine.example'],
    secrets: ['given'],
  });
  const written =
    'service: { openapi: tickets.yaml, host: "a-${env.A}.example" }\nvariables: { A: { value: w }, B: 1 }\n';
  const more = 'credentials: { token: { url: "https://auth.example/x" }, odd: { host: 5 }, mode: token }';
  expect(standInPlanOf(folder(written + more))).toEqual({
    env: { A: 'w', B: 'example' },
    hosts: ['a-*.example', 'auth.example'],
    secrets: [],
  });
});
