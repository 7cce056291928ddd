import { describe, expect, test } from 'vitest';
import { profileOf, type Credentials } from '../../generator/model/credentials';
import { directVariables, secretMembers } from '../../generator/model/direct';
import { fittingFilters } from '../../generator/model/filters';
import { bareIcon } from '../../generator/model/icon';
import { asksDirectly } from '../../generator/model/input';
import { lookUpOf } from '../../generator/model/look-up';
import { hasReason, mayRefuse } from '../../generator/model/named-outcomes';
import { dataAt, overlay } from '../../generator/model/overlay';
import { isRight } from '../../generator/model/own-style';
import { priceLimits } from '../../generator/model/price-limits';
import { outsideOf, outsidesOf } from '../../generator/model/request-phrases';
import { moreUtterance } from '../../generator/model/utterance';
import { botOf, starts, type Edits } from '../check/said';

function made(action: Edits, bot: Edits = {}) {
  const whole = botOf(starts.plain, { action, bot });
  const [first] = whole.actions;
  if (first === undefined) throw new Error('no action');
  return { bot: whole, action: first };
}

const secrets = { 'variables TOKEN': { hint: 'x', secret: true }, 'variables OPEN': { hint: 'x' } };
const post = (body: unknown, more: object = {}): Edits => ({
  'request rest': { method: 'POST', path: '/v1', body, ...more },
});
const key = (place: string): Edits => ({
  ...secrets,
  credentials: { mode: 'apiKey', apiKey: { in: place, name: 'key', variable: 'TOKEN' } },
});
const QUERY = '[\\w.~-]+';
const PATH = '[\\w.~:-]+';
const BODY = '[ !#-\\[\\]-~]+';
const GRAPHQL: Edits = { request: { graphql: 'query A($a: String) { a(a: $a) }', variables: { a: '${about}' } } };
const graphql = { 'service graphql': { version: '1', path: '/g' } };

describe('what the platform puts into a request by itself', () => {
  test.each<[what: string, action: Edits, bot: Edits, variables: object]>([
    ['nothing', {}, secrets, {}],
    ['a secret of the query', { 'request rest query t': '${env.TOKEN}' }, secrets, { TOKEN: QUERY }],
    ['no secret beside a text', { 'request rest query t': 'x ${env.TOKEN}' }, secrets, {}],
    ['no secret with a filter', { 'request rest query t': '${env.TOKEN | trim}' }, secrets, {}],
    ['no variable that is none', { 'request rest query t': '${env.OPEN}' }, secrets, {}],
    ['no value of the session', { 'request rest query t': '${session.TOKEN}' }, secrets, {}],
    ['a secret of the path', { 'request rest path': '/v1/${env.TOKEN}/x' }, secrets, { TOKEN: PATH }],
    ['a secret of the path of all', {}, { ...secrets, 'service path': '/${env.TOKEN}' }, { TOKEN: PATH }],
    ['a secret of the body', post({ t: '${env.TOKEN}', a: 'x' }), secrets, { TOKEN: BODY }],
    ['no secret deep in the body', post({ a: { t: '${env.TOKEN}' } }), secrets, {}],
    ['no secret of a list', post(['${env.TOKEN}']), secrets, {}],
    [
      'the narrowest of all',
      post({ t: '${env.TOKEN}' }, { path: '/${env.TOKEN}', query: { t: '${env.TOKEN}' } }),
      secrets,
      { TOKEN: QUERY },
    ],
    ['a key in the query', {}, key('query'), { TOKEN: QUERY }],
    ['a key in the body', post({ a: 'x' }), key('body'), { TOKEN: BODY }],
    ['a key in the query of GraphQL', GRAPHQL, { ...key('query'), ...graphql }, { TOKEN: QUERY }],
    ['a key in the body of GraphQL', GRAPHQL, { ...key('body'), ...graphql }, { TOKEN: BODY }],
    ['no key in a header', {}, key('header'), {}],
  ])('%s', (_what, action, bot, variables) => {
    const { bot: whole, action: one } = made(action, bot);
    expect(Object.fromEntries(directVariables(one.request, whole))).toEqual(variables);
  });
  test('the key of a body stands before what is secret in it', () => {
    const { bot, action } = made(post({ a: 'x', b: '${env.TOKEN}', c: 5, d: ['x'], e: null }), key('body'));
    expect(secretMembers(action.request, bot)).toEqual([
      { name: 'key', variable: 'TOKEN' },
      { name: 'b', variable: 'TOKEN' },
    ]);
  });
});

describe('what an action is', () => {
  const step = (request: object): Edits => ({
    steps: { one: { request, response: { at: 'a', fields: { id: 'id' } }, none: 'None.' } },
  });
  const refuses = (action: Edits) => mayRefuse(made(action, graphql).action);
  const mutation = { request: { graphql: 'mutation A { a }' } };
  test('refused at times: a JSON API, a mutation, and what looks something up there', () => {
    expect([refuses({}), refuses(mutation), refuses(GRAPHQL)]).toEqual([true, true, false]);
    expect(refuses({ ...GRAPHQL, ...step({ rest: { path: '/v1' } }) })).toBe(true);
    expect(refuses({ ...GRAPHQL, ...step({ graphql: 'query B { b }' }) })).toBe(false);
  });
  test('one with a reason: an outcome that names it, and a mutation that is refused', () => {
    const outcome = { outcomes: { closed: { status: 409, reason: 'm' }, open: { status: 410 } } };
    const has = (action: Edits, name: string) => hasReason(made(action, graphql).action, name);
    expect(['closed', 'open', 'refused'].map((name) => has(outcome, name))).toEqual([true, false, false]);
    expect(['refused', 'forbidden'].map((name) => has(mutation, name))).toEqual([true, false]);
    expect(has(GRAPHQL, 'refused')).toBe(false);
    expect(has(post({}), 'refused')).toBe(false);
  });
  test('one that asks by itself: for what may be left open or depends on something', () => {
    const asks = (one: object) => asksDirectly(made({ 'inputs n': { prompt: '?', ...one } }).action);
    expect([asks({}), asks({ optional: true }), asks({ when: { about: 'a' } })]).toEqual([false, true, true]);
  });
  test('one that looks up what a name says', () => {
    const { action } = made(step({ rest: { path: '/v1' } }));
    expect(['one.id', 'one', 'two.id'].map((name) => lookUpOf(action, name)?.name)).toEqual([
      'one',
      undefined,
      undefined,
    ]);
  });
  test('one that says how to go on: with all that is always asked for', () => {
    const more = (edits: Edits, title = 'show') => moreUtterance(made(edits).action, title) !== undefined;
    expect([more({}), more({}, 'Another'), more({ 'inputs n': { prompt: '?' } })]).toEqual([true, false, false]);
    for (const one of [{ prompt: '?', optional: true }, { default: 'x' }, { prompt: '?', when: { about: 'a' } }])
      expect(more({ 'inputs n': one })).toBe(true);
  });
  test('one that takes from outside, each once; the path of the service is that of a JSON API', () => {
    const query = { a: '${session.x} ${session.x}', b: '${env.SHOP}', c: '${about}' };
    const { action, bot } = made({ 'request rest query': query }, { ...secrets, 'service path': '/${env.OPEN}' });
    const of = (all: ReturnType<typeof outsidesOf>) => all.map(({ from, name }) => `${from}.${name}`);
    expect(of(outsidesOf(action))).toEqual(['session.x', 'env.SHOP']);
    expect(of(outsidesOf(action, bot.service))).toEqual(['env.OPEN', 'session.x', 'env.SHOP']);
    const asked = made(GRAPHQL, { ...graphql, ...secrets, 'service path': '/${env.OPEN}' });
    expect(of(outsidesOf(asked.action, asked.bot.service))).toEqual([]);
    expect([outsideOf('session.a'), outsideOf('about'), outsideOf('session.a.b')]).toEqual([
      { from: 'session', name: 'a' },
      undefined,
      undefined,
    ]);
  });
});

describe('an icon without notes', () => {
  const chunk = (kind: string, data: Buffer, size = data.length) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(size);
    head.write(kind, 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const begin = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(2, 0);
  head.writeUInt32BE(2, 4);
  const [top, pixels] = [chunk('IHDR', head), chunk('IDAT', Buffer.from('abc'))];
  const end = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);
  const whole = Buffer.concat([begin, top, pixels, end]);
  test.each<[what: string, bytes: Buffer, kept: Buffer]>([
    ['is what it was', whole, whole],
    ['loses a note', Buffer.concat([begin, top, chunk('tEXt', Buffer.from('me')), pixels, end]), whole],
    ['loses what stands in its end', Buffer.concat([begin, top, pixels, chunk('IEND', Buffer.from('me'))]), whole],
    ['loses what stands behind its end', Buffer.concat([whole, Buffer.from('secret')]), whole],
    [
      'keeps a part as large as may be',
      Buffer.concat([begin, top, chunk('gAMA', Buffer.alloc(4)), end]),
      Buffer.concat([begin, top, chunk('gAMA', Buffer.alloc(4)), end]),
    ],
    [
      'loses a part that is larger',
      Buffer.concat([begin, top, chunk('gAMA', Buffer.alloc(5)), end]),
      Buffer.concat([begin, top, end]),
    ],
    [
      'is left alone where a part is cut',
      Buffer.concat([begin, top, chunk('IDAT', Buffer.from('abc'), 50)]),
      Buffer.concat([begin, top, chunk('IDAT', Buffer.from('abc'), 50)]),
    ],
    ['is left alone where it has no end', Buffer.concat([begin, top, pixels]), Buffer.concat([begin, top, pixels])],
    ['is left alone where it is none', Buffer.from('no picture'), Buffer.from('no picture')],
  ])('%s', (_what, bytes, kept) => expect(bareIcon(bytes).equals(kept)).toBe(true));
});

test.each<[languages: readonly string[], text: string, found: string | undefined]>([
  [['en'], 'mugs under $50', ' under $50'],
  [['en'], 'mugs under 50', ' under 50'],
  [['en'], 'mugs of 50', undefined],
  [['en'], 'mugs between 5 and 10 euros', ' between 5 and 10 euros'],
  [['es_mx'], 'tazas de menos de 50 euros', ' de menos de 50 euros'],
  [['sv'], 'muggar under $50', ' $50'],
  [['sv'], 'muggar under 50', undefined],
  [['en', 'de'], 'Tassen unter 20 bitte', ' unter 20'],
])('in %j, the limit of a price in %j is %j', (languages, text, found) => {
  expect(new RegExp(priceLimits(languages), 'iu').exec(text)?.[0]).toBe(found);
});

test.each<[key: string, value: unknown, right: boolean]>([
  ['yes', 'Ja', true],
  ['yes', '', false],
  ['yes', 5, false],
  ['months', Array.from({ length: 12 }, () => 'x'), true],
  ['months', Array.from({ length: 11 }, () => 'x'), false],
  ['months', Array.from({ length: 12 }, (_one, i) => (i === 3 ? 5 : 'x')), false],
  ['months', 'x', false],
])('a sentence %s may be %j: %s', (name, value, right) => expect(isRight(name, value)).toBe(right));

test.each<[data: unknown, translation: unknown, is: unknown]>([
  [
    { a: 'x', b: 5 },
    { a: 'y', b: 6, c: 'z' },
    { a: 'y', b: 6 },
  ],
  [{ a: 'x' }, null, { a: 'x' }],
  [{ a: 'x' }, undefined, { a: 'x' }],
  [{ a: 'x' }, 'y', { a: 'x' }],
  ['x', { a: 'y' }, 'x'],
  ['x', 5, 'x'],
  [{ a: 'x' }, { a: null }, { a: 'x' }],
  [['x', 'y'], ['z'], ['z']],
  [
    ['x', 5],
    ['z', 6],
    ['z', 6],
  ],
  [['x'], ['z', 5], ['z']],
  [[{ a: 'x' }], [{ a: 'y' }, { a: 'z' }], [{ a: 'y' }]],
  [['x'], { 0: 'y' }, ['x']],
])('%j with %j over it is %j', (data, translation, is) => expect(overlay(data, translation)).toEqual(is));

test.each<[data: unknown, path: readonly (string | number)[], is: unknown]>([
  [{ a: [{ b: 1 }] }, ['a', 0, 'b'], 1],
  [{ a: 1 }, ['a', 'b'], undefined],
  [{ a: null }, ['a', 'b'], undefined],
  [{}, ['toString'], undefined],
  [5, [], 5],
])('in %j there is at %j: %j', (data, path, is) => expect(dataAt(data, path)).toEqual(is));

test('filters are those of a place, and of a value where one is known', () => {
  expect(fittingFilters('response', 'money')).toEqual(['money', 'paidIn', 'moneyIfAny']);
  expect(fittingFilters('request', 'money')).toEqual([]);
  expect(fittingFilters('request')).toEqual(fittingFilters('request', 'text'));
});

test.each<[mode: Credentials['mode'], name: string | undefined]>([
  ['userProfile', 'P'],
  ['oauthProfile', 'P'],
  ['integration', undefined],
  ['none', undefined],
])('the profile of mode %s is %s', (mode, name) => {
  expect(profileOf({ mode, name: 'P' } as Credentials)).toBe(name);
});
