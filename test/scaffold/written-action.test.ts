import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { actionYaml, utterancesYaml } from '../../generator/scaffold/action-yaml';
import { confirmQuestion, doneText, yesOf } from '../../generator/scaffold/confirm';
import type { Draft, DraftInput } from '../../generator/scaffold/draft';
import { asked, draftOf, inputOf, leafOf, REST } from './drafts';

const said = { utterances: ['show me it'], tests: [] };

const written = (more: Partial<Draft> = {}) => actionYaml(draftOf(more), said);

const data = (more: Partial<Draft> = {}) => parse(written(more)) as Readonly<Record<string, unknown>>;

describe('a spec', () => {
  test('has no more than there is', () => {
    expect(Object.keys(data())).toEqual(['title', 'description', 'utterances', 'request', 'reply']);
    expect(Object.keys(data({ scopes: [] }))).not.toContain('scopes');
  });

  test.each([
    ['scopes', { scopes: ['a', 'b'] }, 'scopes: [a, b] # what the query needs, no more\n'],
    [
      'inputs',
      { inputs: [inputOf('a')] },
      '\ninputs:\n  a:\n    type: text\n    label: a\n    prompt: What is the a?\n',
    ],
    ['a response', { fields: [leafOf('a')] }, '\nresponse:\n  at: order\n  fields:\n    a: a\n'],
    ['a whole answer', { fields: [leafOf('a')], at: '.' }, 'response:\n  at: .\n'],
    ['a part of an answer that is done', { fields: [leafOf('a')], done: true }, 'response:\n  at: order\n'],
    ['a whole answer that is done', { fields: [leafOf('a')], at: '.', done: true }, 'response:\n  fields:\n'],
    [
      'what is assumed',
      { fields: [leafOf('a')], request: { ...REST, assumed: true } },
      'response:\n  # What the answer looks like is assumed',
    ],
    ['a caution', { fields: [leafOf('a')], caution: 'Look!' }, '\n  # Look!\n'],
    ['a condition', { fields: [leafOf('a')], only: { a: 'x', b: 'y' } }, '\n  where: { a: x, b: y }\n  fields:'],
    [
      'a condition inside a list',
      { fields: [{ name: 'l', each: 'ls', fields: [leafOf('a')] }], list: 'l', only: { a: 'x' } },
      '    l:\n      each: ls\n      where: { a: x }\n      fields:\n        a: a\n',
    ],
    [
      'a list',
      { fields: [{ name: 'l', each: 'ls', fields: [leafOf('a')] }], list: 'l' },
      '      each: ls\n      fields:\n',
    ],
    ['what must be shown', { fields: [leafOf('a')], confirm: { a: 'id' } }, '  confirm:\n    a: id\n'],
    ['a comment of a field', { fields: [{ ...leafOf('a'), comment: 'c' }] }, '    a: a # c\n'],
    [
      'one status',
      { outcomes: [{ name: 'gone', statuses: [410], says: 'G.' }] },
      '\noutcomes:\n  gone: { status: 410 }\n',
    ],
    [
      'two statuses and a reason',
      { outcomes: [{ name: 'gone', statuses: [404, 410], reason: 'a.b', says: 'G.' }] },
      '  gone: { status: [404, 410], reason: a.b }\n',
    ],
  ] satisfies readonly (readonly [string, Partial<Draft>, string])[])('has %s', (_, more, text) => {
    expect(written(more)).toContain(text);
  });

  test('says what is held back from training', () => {
    expect(actionYaml(draftOf(), { ...said, tests: ['see it'] })).toContain('tests:\n  - see it\n');
    expect(written()).not.toContain('tests:');
    expect(parse(utterancesYaml('de', { utterances: [], tests: ['zeig es'] }))).toEqual({ de: { tests: ['zeig es'] } });
  });
});

describe('an input', () => {
  const input = (more: Partial<DraftInput>) =>
    (data({ inputs: [inputOf('a', more)] })['inputs'] as Readonly<Record<string, object>>)['a'];
  test.each([
    ['nothing more', {}, { type: 'text', label: 'a', prompt: 'What is the a?' }],
    [
      'an example',
      { example: 'blue' },
      {
        prompt: 'What is the a? For example ${example}.',
        example: 'blue',
        reprompt: 'I need an a such as ${example}.',
      },
    ],
    ['an example that is a number', { example: '5' }, { example: '5' }],
    ['an example with a quote', { example: "o'x" }, { example: "o'x" }],
    ['an open question', { example: 'blue', optional: true }, { prompt: 'What is the a?', optional: true, skip: 'No' }],
    ['choices', { choices: ['x', 'a: b'] }, { choices: ['x', 'a: b'] }],
    ['limits', { least: 0, most: 5, many: true, pattern: 'x\\d' }, { least: 0, most: 5, many: true, pattern: 'x\\d' }],
  ] satisfies readonly (readonly [string, Partial<DraftInput>, object])[])('has %s', (_, more, wanted) => {
    expect(input(more)).toMatchObject(wanted);
  });

  test('has only what it has', () => {
    expect(Object.keys(input({}) ?? {})).toEqual(['type', 'label', 'prompt']);
    expect(Object.keys(input({ optional: true, example: 'x' }) ?? {})).toEqual([
      'type',
      'label',
      'prompt',
      'example',
      'optional',
      'skip',
    ]);
    expect(written({ inputs: [inputOf('a', { comment: 'Look.' })] })).toContain('inputs:\n  # Look.\n  a:');
    expect(written({ inputs: [inputOf('a', { example: 'a b' })] })).toContain("example: 'a b'\n");
    expect(written({ inputs: [inputOf('a', { example: 'true' })] })).toContain("example: 'true'\n");
  });
});

describe('a request', () => {
  const others = (count: number) => Array.from({ length: count }, (_, i) => `o${i}`);
  test.each([
    [
      'a path',
      {},
      'request:\n  rest:\n    method: GET\n    path: /orders # every',
      ['query:', 'headers:', 'body:', 'as: form', '# The API takes'],
    ],
    [
      'a query and headers',
      { query: { q: 'x' }, headers: { H: 'y' } },
      '    query:\n      q: x\n    headers:\n      H: y\n',
      ['body:'],
    ],
    ['a body', { body: { a: 1 }, as: 'json' }, '    body:\n      a: 1\n', ['as: form']],
    ['a form', { body: { a: 1 }, as: 'form' }, '    body:\n      a: 1\n    as: form\n', []],
    ['an empty form', { as: 'form' }, 'rest:', ['as: form', 'body:']],
    ['what is not asked for', { others: ['x'] }, '    # The API takes these, too: x\n', []],
    ['twelve of it', { others: others(12) }, ', o11\n', ['…']],
    ['thirteen of it', { others: others(13) }, ', o11 …\n', ['o12']],
  ] satisfies readonly (readonly [string, object, string, readonly string[]])[])('has %s', (_, more, text, without) => {
    const made = written({ request: { ...REST, ...more } as Draft['request'] });
    expect(made).toContain(text);
    for (const one of without) expect(made).not.toContain(one);
  });

  test.each([
    ['a query', {}, '  graphql: |\n    query Q { a }\n', ['variables:', 'paging:', 'Costs']],
    [
      'variables',
      {
        variables: [
          { name: 'a', value: 4, comment: 'c' },
          { name: 'b', value: 'x' },
        ],
      },
      '  variables:\n    a: 4 # c\n    b: x\n',
      [],
    ],
    ['pages', { paging: 'data.a' }, '  paging: data.a #', []],
  ])('of GraphQL has %s', (_, more, text, without) => {
    const made = written({ request: asked('query Q { a }', more) });
    expect(made).toContain(text);
    for (const one of without) expect(made).not.toContain(one);
    expect(written({ request: asked('query Q { a }'), cost: 0 })).toContain('# Costs 0 points');
  });

  const WRITE = { ...REST, method: 'POST', writes: true };
  test.each([
    ['reads', REST, false, false],
    ['reads with a POST', { ...REST, method: 'POST' }, true, false],
    ['writes', WRITE, false, true],
    ['is a query', asked(' query Q { a }'), false, false],
    ['is a mutation', asked(' mutation M { a }'), false, true],
  ] as const)('that %s', (_, request, reads, confirm) => {
    expect(data({ request })).toEqual(
      expect.objectContaining({
        ...(reads && { reads: true }),
        ...(confirm && { confirm: expect.anything() as object }),
      }),
    );
    expect('reads' in data({ request })).toBe(reads);
    expect('confirm' in data({ request })).toBe(confirm);
  });

  test.each([
    ['create-order', [], 'Shall I create an order?', 'Create it', 'I created an order.'],
    ['create-orders', [], 'Shall I create the orders?', 'Create it', 'I created the orders.'],
    ['update-order', ['a'], 'Shall I update the order (a ${a})?', 'Update it', 'I changed the order.'],
    ['delete-order', ['a', 'b'], 'Shall I delete the order (a ${a}, b ${b})?', 'Delete it', 'I deleted the order.'],
    [
      'close-order',
      [...'abcde'],
      'Shall I close the order (a ${a}, b ${b}, c ${c}, d ${d})?',
      'Close it',
      'That is done.',
    ],
    ['unsubscribe-order', [], 'Shall I unsubscribe the order?', 'Unsubscribe it', 'That is done.'],
    ['recalculate-order', [], 'Shall I create a recalculate order?', 'Create it', 'I created a recalculate order.'],
  ] as const)('to %s is asked for', (id, inputs, question, yes, done) => {
    const draft = draftOf({ id, request: WRITE, inputs: inputs.map((name) => inputOf(name)) });
    expect([confirmQuestion(draft), yesOf(draft), doneText(draft)]).toEqual([question, yes, done]);
    expect(confirmQuestion({ ...draft, inputs: [inputOf('x', { optional: true })] })).not.toContain('x ${x}');
  });
});
