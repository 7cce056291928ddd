import { describe, expect, test } from 'vitest';
import { INPUTS, LEAST, posted, prepared, VARIABLES } from './small-requests';

describe('a value of a body', () => {
  test.each([
    ['a plain text', 'x', '"x"', []],
    ['a number', '5', '5', []],
    ['an input', '${a}', 'context.entities.getItA', []],
    ['an input beside words', 'x ${a}', '`x ${said.a}`', []],
    ['an input with a filter', '${a | trim}', 'safe.v', [['trim(said.a)', 'a']]],
    [
      'an input with two filters',
      '${a | trim | digits}',
      'safe.v',
      [['chain(trim(said.a), (value) => digits(value))', 'a']],
    ],
    ['a filter that always has an answer', '${a | isId}', 'isId(said.a)', []],
    [
      'one that has, after one that has not',
      '${a | trim | isId}',
      'safe.v',
      [['chain(trim(said.a), (value) => isId(value))', 'a']],
    ],
    ['an open input', '${o}', 'given.o', []],
    ['an open input beside words', 'x ${o}', '`x ${said.o}`', []],
    ['an open input with a filter', '${o | trim}', 'safe.v', [['chain(given.o, (value) => trim(value))', 'o']]],
    [
      'an open input with a filter beside words',
      'x ${o | trim}',
      '`x ${asText(safe.v)}`',
      [['chain(given.o, (value) => trim(value))', 'o']],
    ],
    ['an input with a filter beside words', 'x ${a | trim}', '`x ${safe.v}`', [['trim(said.a)', 'a']]],
    ['one end of a period', '${p.from}', 'given.p?.from', []],
    ['one end of a period beside words', 'x ${p.to}', '`x ${given.p?.to}`', []],
    ['one end of a period with a filter', '${p.from | trim}', 'safe.v', [['trim(given.p?.from)', 'p']]],
    ['a value of the session', '${session.user}', 'session("user")', []],
    ['a variable', '${env.OTHER}', 'env.OTHER', []],
    ['the key of the ask', '${once}', 'state.once', []],
  ])('is %s', (_, text, value, checks) => {
    const view = posted(`{ v: ${/^\d/.test(text) ? text : `'${text}'`} }`);
    expect(view['content']).toEqual([{ key: 'v', value }]);
    expect(view['checked']).toEqual([
      LEAST,
      ...checks.map(([of, input]) => ({ name: 'v', value: of, input, inPath: false })),
    ]);
    expect(view['chained']).toBe(JSON.stringify(checks).includes('chain'));
  });

  test.each([
    ['v', 'v', ['v']],
    ['no-name', 'value', ['value']],
    ['__proto__', 'value', ['value']],
    ['n', 'n2', ['n2']],
  ])('is checked under a name of its own: %s', (key, name) => {
    const view = posted(`{ ${key}: '\${a | trim}' }`);
    expect((view['checked'] as readonly { readonly name: string }[]).map((one) => one.name)).toEqual(['n', name]);
    expect(view).toMatchObject({ content: [{ value: `safe.${name}` }] });
  });

  test('that is checked several times has several names', () => {
    const { checked } = posted(`{ a: { v: '\${a | trim}' }, b: { v: '\${a | digits}' }, c: { v: '\${a | email}' } }`);
    expect((checked as readonly { readonly name: string }[]).map((one) => one.name)).toEqual(['n', 'v', 'v2', 'v3']);
  });
});

describe('a body', () => {
  const NONE = { content: [], items: [], body: false, bare: false, prunes: false };
  const leaf = (key: string, value: string) => ({ key, value });

  test.each([
    ['without members', '{}', NONE],
    ['of one value', '{ v: 1 }', { ...NONE, content: [leaf('v', '1')], body: true }],
    ['of two', '{ v: 1, w: null }', { ...NONE, content: [leaf('v', '1'), leaf('w', 'null')], body: true }],
    ['of a tree', '{ v: { w: 1 } }', { ...NONE, content: [{ key: 'v', members: [leaf('w', '1')] }], body: true }],
    ['of what is empty', '{ v: {}, w: [] }', { ...NONE, content: [leaf('v', '{}'), leaf('w', '[]')], body: true }],
    ['of a list of values', '{ v: [1, two] }', { ...NONE, content: [leaf('v', '[1, "two"]')], body: true }],
    [
      'of a list of trees',
      '{ v: [1, { w: 1 }] }',
      { ...NONE, content: [{ key: 'v', items: [{ value: '1' }, { members: [leaf('w', '1')] }] }], body: true },
    ],
    ['of what is no object', '[1]', { ...NONE, items: [{ value: '[1]' }], body: true }],
    ['of null', 'null', { ...NONE, items: [{ value: 'null' }], body: true }],
    ['that may lack a value', "{ v: '${o}' }", { ...NONE, content: [leaf('v', 'given.o')], body: true, prunes: true }],
    ['that lacks no text', "{ v: 'x ${o}' }", { ...NONE, content: [leaf('v', '`x ${said.o}`')], body: true }],
    [
      'with a filter that leaves out',
      '{ v: \'${a | optionalGid("X")}\' }',
      { ...NONE, content: [leaf('v', 'safe.v')], body: true, prunes: true },
    ],
  ])('%s', (_, body, wanted) => {
    expect(posted(body)).toMatchObject({ ...wanted, holder: 'content', fields: false, query: '' });
  });

  test.each([
    ['a', false],
    ['o', true],
  ])('with a thing for each of %s', (name, open) => {
    expect(posted(`{ v: { each: ${name}, item: { w: '\${item}' } } }`)['content']).toMatchObject([
      { key: 'v', open, item: { members: [{ key: 'w', value: 'item' }] } },
    ]);
  });

  test('that is not there', () => {
    expect(prepared({})).toMatchObject({ ...NONE, open: false });
  });

  test('leaves out what the platform fills in', () => {
    const bot = { more: VARIABLES };
    expect(posted(`{ k: '\${env.SECRET}' }`, {}, bot)).toMatchObject({ ...NONE, body: true, bare: true, open: true });
    expect(posted(`{ k: '\${env.SECRET}', v: 1 }`, {}, bot)).toMatchObject({
      content: [leaf('v', '1')],
      body: true,
      bare: false,
      open: true,
    });
    expect(posted(`[ '\${env.SECRET}' ]`, {}, bot)).toMatchObject({ items: [{ value: '[env.SECRET]' }], open: false });
  });

  const page = (as: string, body = '{}') =>
    posted(body, {
      request: `{ rest: { method: POST, path: /x, body: ${body} }, paging: { cursor: next, as: ${as} } }`,
    });

  test('in which a page is asked for', () => {
    expect(page('after')).toMatchObject({
      ...NONE,
      body: true,
      bare: true,
      pageMember: 'content.after',
      pageIsNumber: false,
    });
    expect(page('p.after')).toMatchObject({
      content: [leaf('p', '{}')],
      body: true,
      bare: false,
      prunes: true,
      pageMember: 'content.p.after',
    });
  });

  test.each([
    ['no variable', '', { content: [] }],
    ['one variable', 'v: 1', { content: [leaf('v', '1')] }],
    ['two variables', "v: '${a}', w: true", { content: [leaf('v', 'context.entities.getItA'), leaf('w', 'true')] }],
  ])('of GraphQL with %s', (_, variables, wanted) => {
    const request = `{ graphql: 'query Q { a }', variables: { ${variables} } }`;
    expect(prepared({ inputs: INPUTS, request })).toMatchObject({
      ...wanted,
      body: true,
      holder: 'variables',
      query: 'query Q { a }',
      graphql: true,
      fields: false,
      pageIsNumber: false,
    });
  });
});
