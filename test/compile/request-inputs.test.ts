import { describe, expect, test } from 'vitest';
import { INPUTS, LEAST, type Lines, posted, prepared } from './small-requests';

describe('a path', () => {
  const at = (path: string, more = '', bot: Lines = {}) =>
    prepared({ inputs: INPUTS, request: `{ rest: { path: '${path}'${more} } }` }, bot);

  test.each([
    ['/a/${a}', [{ name: 'path0', value: 'safe.path0' }], { value: 'said.a', input: 'a' }],
    ['/a/${a | trim}', [{ name: 'path0', value: 'safe.path0' }], { value: 'trim(said.a)', input: 'a' }],
    ['/a/${a | isId}', [{ name: 'path0', value: 'safe.path0' }], { value: 'isId(said.a)', input: 'a' }],
    ['/a/${session.user}', [{ name: 'path0', value: 'safe.path0' }], { value: 'session("user")', input: '' }],
  ])('%s is checked part by part', (path, address, check) => {
    const view = at(path);
    expect(view).toMatchObject({ address, url: true, listed: false, texts: true });
    expect(view['checked']).toEqual([LEAST, { name: 'path0', inPath: true, ...check }]);
    expect(view['unasked']).toHaveLength(check.input === '' ? 1 : 0);
    expect(view['asked']).toHaveLength(check.input === '' ? 1 : 2);
  });

  test('without a value is whole', () => {
    expect(prepared({})).toMatchObject({
      address: [],
      parameters: [],
      url: false,
      listed: false,
      texts: false,
      checked: [],
    });
    expect(at('/a')).toMatchObject({ asked: [{ name: 'n', only: true }] });
  });

  test('may have a query whose values are not checked', () => {
    expect(at('/a', ", query: { q: '${a}', r: 'x ${n}' }")).toMatchObject({
      address: [
        { name: 'query0', value: 'context.entities.getItA' },
        { name: 'query1', value: '`x ${said.n}`' },
      ],
      parameters: [],
      listed: false,
    });
  });

  test('may have a query of which parts may be missing', () => {
    expect(at('/a', ", query: { q: '${a}', r: '${o}' }")).toMatchObject({
      address: [],
      parameters: [
        { name: 'q', value: 'context.entities.getItA', paged: false },
        { name: 'r', value: 'given.o', paged: false },
      ],
      url: true,
      listed: true,
      texts: true,
    });
  });

  test('may have a query of pieces', () => {
    const { parameters } = at('/a', ", query: { q: ['a ${a}', ' b ${o}', ' c ${o | trim}'] }");
    expect(parameters).toMatchObject([
      {
        value:
          '[`a ${context.entities.getItA}`, asText(given.o) && ` b ${given.o}`, asText(safe.query0) && ` c ${safe.query0}`].filter(Boolean).join("")',
      },
    ]);
    expect(at('/a', ", query: { q: ['a ${a}', ' b'] }")).toMatchObject({ address: [{ value: '`a ${said.a} b`' }] });
  });
});

describe('what an input comes to', () => {
  const given = (input: string, more: Lines = {}, bot: Lines = {}) =>
    prepared({ inputs: `\n  kind: { type: choice, prompt: K?, choices: [x, y] }\n  i: { ${input} }`, ...more }, bot);
  const SAID = 'context.entities.getItI';

  test.each([
    ['a text', 'prompt: I?', undefined, []],
    ['of the session', 'value: "${session.user}"', 'session("user")', ['inputs/session']],
    [
      'of the session, if it is there',
      'value: "${session.user}", optional: true',
      'unless(session("user"))',
      ['inputs/session', 'inputs/unless'],
    ],
    ['a variable', 'value: "${env.OTHER}"', 'orElse(env.OTHER, "")', ['inputs/orElse']],
    ['a variable, if it is there', 'value: "${env.OTHER}", optional: true', 'unless(env.OTHER)', ['inputs/unless']],
    ['one that may be left open', 'prompt: I?, optional: true', `unless(${SAID})`, ['inputs/unless']],
    [
      'one that a word skips',
      'prompt: I?, optional: true, skip: " No Thanks "',
      `unless(${SAID}, "no thanks")`,
      ['inputs/unless'],
    ],
    ['one with a default', 'default: 5', `orElse(${SAID}, 5)`, ['inputs/orElse']],
    [
      'one with a default that is asked for',
      'prompt: I?, default: x',
      `orElse(unless(${SAID}), "x")`,
      ['inputs/unless', 'inputs/orElse'],
    ],
    ['several', 'prompt: I?, many: true', `several(${SAID})`, ['inputs/several']],
    ['yes or no', 'prompt: I?, type: boolean', `isTrue(${SAID})`, ['inputs/isTrue']],
    ['an address', 'prompt: I?, type: address', `addressOf(${SAID})`, ['inputs/addressOf']],
    ['a period', 'prompt: I?, type: period', `periodOf(${SAID})`, ['inputs/periodOf']],
    ['a file', 'prompt: I?, type: file', `fileOf(${SAID})`, ['inputs/fileOf']],
    ['a moment', 'prompt: I?, type: datetime', undefined, []],
    [
      'a moment in a zone',
      'prompt: I?, type: datetime, zone: Europe/Berlin',
      `inZone(${SAID}, "Europe/Berlin")`,
      ['inputs/inZone'],
    ],
    [
      'a moment in a zone of a variable',
      'prompt: I?, type: datetime, zone: "${env.OTHER}"',
      `inZone(${SAID}, env.OTHER)`,
      ['inputs/inZone'],
    ],
    [
      'one that counts at times',
      'prompt: I?, when: { kind: [x, y] }',
      `onlyIf(${SAID}, context.entities.getItKind, "x", "y")`,
      ['inputs/onlyIf'],
    ],
    ['a number with a limit', 'prompt: I?, type: number, most: 5', undefined, ['inputs/within']],
    ['a number without one', 'prompt: I?, type: number', undefined, []],
  ])('is %s', (_, input, value, partials) => {
    const view = given(input);
    expect(view['given']).toEqual(value === undefined ? [] : [{ name: 'i', value }]);
    expect((view['givers'] as readonly { readonly partial: string }[]).map(({ partial }) => partial)).toEqual(partials);
  });

  test('is without prices where it is looked for in names', () => {
    const request = "{ graphql: 'query Q($q: String) { a }', variables: { q: '${i | searchWords(\"name\")}' } }";
    const view = given('prompt: I?', { request });
    expect(view).toMatchObject({ given: [{ name: 'i', value: `unpriced(${SAID})` }] });
    expect(view['priceLimits']).toContain('under');
    expect(view['functionWords']).toContain(' about ');
    expect(view['wordsAreLong']).toBe(true);
    expect(given('prompt: I?, type: email', { request })).toMatchObject({ given: [], priceLimits: '' });
    expect(given('prompt: I?', { request: request.replace('searchWords', 'searchPhrase') })).toMatchObject({
      given: [],
      functionWords: '',
      wordsAreLong: false,
    });
    expect(given('prompt: I?', { request: request.replace('searchWords', 'searchNear') })['functionWords']).toContain(
      ' about ',
    );
  });

  test.each([
    ['value: "${session.user}"', { outcome: 'sign-in', report: 'There is no value in session.user', value: 'said.i' }],
    ['value: "${env.OTHER}"', { outcome: 'invalid', report: 'There is no value in env.OTHER', value: 'said.i' }],
  ])('has to be there: %s', (input, needed) => {
    expect(given(input)['needed']).toEqual([needed]);
    expect(given(`${input}, optional: true`)['needed']).toEqual([]);
  });

  test.each([
    ['${session.user}', { outcome: 'sign-in', value: 'session("user")' }],
    ['${env.OTHER}', { outcome: 'invalid', value: 'env.OTHER' }],
  ])('has to be there where the request names it: %s', (value, needed) => {
    const view = given('prompt: I?', { request: `{ rest: { path: /x, query: { q: '${value}' } } }` });
    expect(view['needed']).toMatchObject([needed]);
    expect(view['givers']).toEqual(needed.outcome === 'sign-in' ? [{ partial: 'inputs/session' }] : []);
  });
});

const STEP = `
  person:
    request: { rest: { path: /people } }
    response: { at: '.', fields: { id: id } }
    none: Nobody.`;

describe('what was looked up', () => {
  const looked = (when: string, body: string) =>
    posted(body, { inputs: '\n  kind: { type: choice, prompt: K?, choices: [x, y] }', steps: `${STEP}${when}` });

  test.each([
    ['alone', '', "{ v: '${person.id}' }", 'VALUE'],
    ['beside words', '', "{ v: 'x ${person.id}' }", '`x ${asText(VALUE)}`'],
    ['with a filter', '', "{ v: '${person.id | trim}' }", 'chain(VALUE, (value) => trim(value))'],
  ])('is sent %s', (_, when, body, wanted) => {
    const view = looked(when, body);
    const found = (view['found'] as readonly { readonly value: string }[])[0]?.value ?? '';
    expect(found).toContain('context.getItPerson');
    expect(view).toMatchObject({
      content: [{ value: wanted.replaceAll('VALUE', found) }],
      givers: [],
      says: true,
      prunes: wanted !== '`x ${asText(VALUE)}`',
    });
  });

  test('is left out where it was not looked up', () => {
    const view = looked('\n    when: { kind: x }', "{ v: '${person.id}' }");
    expect(view['givers']).toEqual([{ partial: 'inputs/onlyIf' }]);
    expect(JSON.stringify(view['found'])).toMatch(
      /onlyIf\(context\.getItPerson.*, context\.entities\.getItKind, \\"x\\"\)/,
    );
  });
});
