import { describe, expect, test } from 'vitest';
import type { Draft } from '../../generator/scaffold/draft';
import { botYaml, stubJson, subdomainService, variablesOf, withStub } from '../../generator/scaffold/integration-yaml';
import { withDocument } from '../../generator/scaffold/keep-document';
import { draftFromRest, type RestRequestDraft } from '../../generator/scaffold/rest-draft';
import { asked, draftOf, REST } from './drafts';

const drafted = (request: string, more: Partial<RestRequestDraft> = {}): Draft => {
  const made = draftFromRest({ id: 'get-ticket', request, ...more });
  if ('problems' in made) throw new Error(made.problems.map(({ message }) => message).join());
  return made.draft;
};
const problem = (request: string, more: Partial<RestRequestDraft> = {}) => {
  const made = draftFromRest({ id: 'get-ticket', request, ...more });
  return 'problems' in made ? made.problems[0]?.message : undefined;
};

describe('a request in words', () => {
  test.each([
    ['GET /a', 'GET', '/a'],
    [' post  /a ', 'POST', '/a'],
    ['/a', 'GET', '/a'],
    ['DELETE /a/{ticketId}', 'DELETE', '/a/${ticketId | trim}'],
    ['GET /a/:b/c', 'GET', '/a/${b | trim}/c'],
    ['GET /a/x:b', 'GET', '/a/x:b'],
    ['GET /a/{b}/{b}', 'GET', '/a/${b | trim}/${b | trim}'],
    ['GET /a/${b-c}', 'GET', '/a/${bC | trim}'],
  ])('%j is read', (request, method, path) => {
    const draft = drafted(request);
    expect(draft.request).toMatchObject({ method, path, query: {}, writes: method !== 'GET', assumed: true });
    expect('done' in draft).toBe(method !== 'GET');
  });

  test('has inputs, each once', () => {
    const { inputs, request, description } = drafted('GET /a/{email}/{b}/{b}?q={c}&r=x{d}&s=5');
    expect(inputs.map(({ name, type }) => [name, type])).toEqual([
      ['email', 'email'],
      ['b', 'text'],
      ['c', 'text'],
    ]);
    expect(request).toMatchObject({ query: { q: '${c | trim}', r: 'x{d}', s: '5' } });
    expect(description).toBe('Shows the ticket by email and b and c.');
  });

  test('may have words of its own', () => {
    expect(drafted('GET /a')).toMatchObject({ title: 'Get ticket', description: 'Shows the ticket.' });
    expect(drafted('GET /a', { title: 'T', description: 'D' })).toMatchObject({ title: 'T', description: 'D' });
  });

  test.each([
    ['nonsense', '"nonsense" is no request. Write it as "GET /tickets/{ticketId}".'],
    ['', '"" is no request. Write it as "GET /tickets/{ticketId}".'],
    ['GET a', '"GET a" is no request. Write it as "GET /tickets/{ticketId}".'],
    ['HEAD /a', '"HEAD" is no method. Use one of GET, POST, PUT, PATCH, DELETE.'],
  ])('%j is none', (request, message) => {
    expect(problem(request)).toBe(message);
  });
});

describe('a sample', () => {
  const fields = (sample: unknown) => {
    const { at, fields: all, list } = drafted('GET /a', { sample });
    const said = all.map((one) =>
      'each' in one ? `${one.name}=${one.each}[${one.fields.map(({ value }) => value).join()}]` : one.value,
    );
    return [at, ...said, ...(list === undefined ? [] : [`list ${list}`])].join(' ');
  };

  test.each([
    ['an object', { id: 1, name: 'x' }, '. id name'],
    ['an object in another', { ticket: { id: 1 } }, 'ticket id'],
    ['an object beside something', { ticket: { id: 1 }, n: 2 }, '. ticket.id n'],
    ['a single value', { n: 2 }, '. n'],
    ['a list', [{ id: 1 }, {}], '. things=.[id] list things'],
    ['an object with a list', { items: [{ id: 1 }] }, '. items=items[id] list items'],
    ['an object with a list and a value', { n: 1, items: [{ id: 1 }] }, '. n items=items[id]'],
    ['an object with a list of values', { n: 1, items: [1] }, '. n'],
    ['an object with an empty list', { n: 1, items: [] }, '. n'],
    ['an object with a list of empty things', { n: 1, items: [{}] }, '. n'],
    ['null', { n: 1, a: null }, '. n'],
    ['three levels', { a: { b: { c: 1, d: { e: 1 } } }, x: 1 }, '. a.b.c x'],
    ['nine values', Object.fromEntries([...'abcdefghi'].map((key) => [key, 1])), '. a b c d e f g h'],
    ['an address', { u: 'https://x.example' }, '. u | url'],
    ['an address that is not safe', { u: 'http://x.example' }, '. u'],
    ['a date', { d: '2026-01-31T00:00:00Z' }, '. d | date'],
    ['200 letters', { t: 'x'.repeat(200) }, '. t'],
    ['201 letters', { t: 'x'.repeat(201) }, '. t | truncate(200)'],
  ])('is %s', (_, sample, wanted) => {
    expect(fields(sample)).toBe(wanted);
    expect(drafted('GET /a', { sample }).request).toMatchObject({ assumed: false, answer: sample });
  });

  test.each([['text'], [null], [[]], [[1]], [[{}]], [{}], [{ a: {} }], [{ a: [] }]])(
    '%j has nothing to show',
    (sample) => {
      if (sample === null) expect(problem('GET /a', { sample: [] })).toMatch(/^The sample needs/);
      else expect(problem('GET /a', { sample })).toMatch(/^The sample needs an object at its top/);
    },
  );
});

describe('prepared answers', () => {
  test.each([
    ['a path', {}, { method: 'GET', url: '*/orders', status: 200, json: 1 }],
    ['values in it', { path: '/a/${b | trim}/c' }, { url: '*/a/*/c' }],
    ['a query', { query: { q: 'x' } }, { url: '*/orders*' }],
  ])('fit %s', (_, more, wanted) => {
    expect(JSON.parse(stubJson(draftOf({ request: { ...REST, answer: 1, ...more } })))).toMatchObject([wanted]);
  });

  test('are none of GraphQL', () => {
    expect(stubJson(draftOf({ request: asked('query') }))).toBe('[]\n');
  });

  test('come before the others', () => {
    expect(JSON.parse(withStub('[1]', draftOf({ request: { ...REST, answer: 2 } })))).toMatchObject([{ json: 2 }, 1]);
  });
});

describe('bot.yaml', () => {
  const service = subdomainService('help-desk', 'desk.example');
  const yaml = (titles: readonly string[], more = {}) =>
    botYaml(
      'help-desk',
      { ...service, ...more },
      titles.map((title) => draftOf({ title, id: 'get-order-by-a-very-long-name' })),
    );

  test('has variables, and secrets', () => {
    expect(variablesOf('help-desk')).toEqual({ subdomain: 'HELP_DESK_SUBDOMAIN', token: 'HELP_DESK_TOKEN' });
    expect(yaml(['T'])).toContain(
      "    hint: The part before .desk.example.\n    pattern: '[a-z0-9][a-z0-9-]*'\n  HELP_DESK_TOKEN:\n    hint: The access token of the API.\n    secret: true\n",
    );
    expect(yaml(['T'], { variables: [{ name: 'A', hint: 'H', value: 'x' }] })).toContain(
      'variables:\n  A:\n    hint: H\n    value: x\n\n# Said',
    );
    expect(yaml(['T'], { variables: [] })).not.toContain('variables:');
  });

  test('names its document where there is one', () => {
    expect(yaml(['T'])).not.toContain('openapi:');
    expect(yaml(['T'], { openapi: 'schema/x.json' })).toContain('  openapi: schema/x.json #');
  });

  test.each([
    ['x'.repeat(20), 'x'.repeat(20)],
    ['x'.repeat(21), 'Get order by a very'],
  ])('has buttons with short titles: %s', (title, wanted) => {
    expect(yaml([title])).toContain(`- { title: ${wanted}, action: get-order-by-a-very-long-name }`);
  });

  test('has a title for a button of an id without a blank', () => {
    const long = draftOf({ title: 'x'.repeat(30), id: 'x'.repeat(21) });
    expect(botYaml('a', service, [long])).toContain('{ title: Start,');
    expect(botYaml('a', service, [{ ...long, id: 'x'.repeat(20) }])).toContain(`{ title: X${'x'.repeat(19)},`);
  });

  test('has five buttons', () => {
    expect(yaml([...'abcdef']).match(/- \{ title/g)).toHaveLength(10);
  });

  test.each([
    ['a block', 'name: x\nservice:\n  host: y\n', 'name: x\nservice:\n  openapi: p\n  host: y\n'],
    ['a wider block', 'service: \n    host: y\n', 'service:\n    openapi: p\n    host: y\n'],
    ['a block behind an empty line', 'service:\n\n  host: y\n', 'service:\n  openapi: p\n\n  host: y\n'],
    ['a flow', 'service: { host: y }\n', 'service: { openapi: p, host: y }\n'],
    ['none', 'services:\n  host: y\n', undefined],
  ])('gets a document in %s', (_, text, wanted) => {
    expect(withDocument(text, 'p')).toBe(wanted);
  });
});
