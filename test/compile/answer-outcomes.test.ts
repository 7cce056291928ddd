import { describe, expect, test } from 'vitest';
import { answerScript } from '../../generator/compile/scripts/answer';
import { lookUps } from '../../generator/model/look-up';
import { oneAction, shown } from './small';

type Lines = Readonly<Record<string, string>>;

type View = Readonly<Record<string, unknown>>;

/** What the script after the request is made of. */
const answered = (lines: Lines, bot: Lines = {}): View => {
  const [made, action] = oneAction(lines, bot);
  return shown(answerScript(made, action).view) as View;
};

describe('what must hold of an answer', () => {
  test.each([
    ['nothing', '{ fields: { id: id } }', []],
    ['a text', '{ where: { a.b: x } }', ['found.a?.b === "x"']],
    ['that there is something', '{ where: { a: present } }', ['text(found.a) !== ""']],
    ['that it is positive', '{ where: { a: positive } }', ['Number(found.a) > 0']],
    ['that it is true', '{ where: { a: "true" } }', ['String(found.a) === "true"']],
    ['that it is a number', '{ where: { a: "-1.5" } }', ['String(found.a) === "-1.5"']],
    ['that it is nearly a number', '{ where: { a: "1x" } }', ['found.a === "1x"']],
    ['what was asked for', '{ confirm: { a: [id, b.id] } }', ['same(context.entities.getItA, found.id, found.b?.id)']],
  ])('is %s', (_, response, conditions) => {
    const view = answered({ inputs: '{ a: { prompt: A? } }', response });
    expect(view).toMatchObject({
      conditions,
      confirm: response.includes('confirm'),
      compares: response.includes('confirm'),
    });
  });

  const OWNED = '{ owner: mail, fields: { id: id } }';
  test.each([
    ['anybody', '{ fields: { id: id } }', 'shopper', { owner: null, owned: false, compares: false }],
    ['whose it is', OWNED, 'shopper', { owner: 'found.mail', owned: true, compares: true, confirm: false }],
    ['all staff', OWNED, 'staff', { owner: null, owned: false, compares: false }],
  ])('is shown to %s', (_, response, audience, wanted) => {
    expect(answered({ response }, { more: `audience: ${audience}` })).toMatchObject(wanted);
  });

  test.each([
    ['reference', true],
    ['text', false],
  ])('is compared seam by seam for a %s', (type, seams) => {
    const inputs = `{ a: { type: ${type}, prompt: A? }, b: { type: reference, prompt: B? } }`;
    expect(answered({ inputs, response: '{ confirm: { a: [id] } }' })['seams']).toBe(seams);
  });
});

describe('a look-up', () => {
  const stepped = (response: string, choose: string, audience: string) => {
    const steps = `\n  person:\n    request: { rest: { path: /p } }\n    response: ${response}\n    none: None.${choose}`;
    const [bot, action] = oneAction({ inputs: '{ a: { prompt: A? } }', steps }, { more: `audience: ${audience}` });
    const [first] = lookUps(action);
    if (first === undefined) throw new Error('no look-up');
    return [bot, action, first] as const;
  };
  const CHOOSE = '\n    choose: { prompt: Which?, title: "${name}" }';
  const HITS =
    '{ at: ., owner: mail, where: { kind: x }, confirm: { a: id }, fields: { id: id, name: name | pluck("n") } }';
  const hits = (choose: string, audience: string) => {
    const [bot, action, first] = stepped(HITS, choose, audience);
    const each = { name: 'hits', each: '.', only: {}, fields: first.response.fields, where: first.where };
    const own = choose === '' ? first : { ...first, response: { ...first.response, fields: [each] } };
    return shown(answerScript(bot, { ...own, of: action.id }).view) as View;
  };

  test('keeps what it finds as it came', () => {
    expect(hits('', 'staff')).toMatchObject({
      whole: 'getIt',
      conditions: ['found.kind === "x"', 'same(context.entities.getItA, found.id)'],
      fields: [
        { name: 'id', value: 'found.id' },
        { name: 'name', value: 'pluck(found.name, "n")' },
      ],
      owned: false,
    });
    expect(hits('', 'shopper')).toMatchObject({ owned: true, owner: 'found.mail' });
  });

  test('with a choice has every hit tested', () => {
    expect(hits(CHOOSE, 'staff')).toMatchObject({
      conditions: [],
      owned: false,
      fields: [{ only: ['item.kind === "x"', 'same(context.entities.getItA, item.id)'] }],
    });
    expect(hits(CHOOSE, 'shopper')).toMatchObject({
      owned: false,
      fields: [{ only: ['item.kind === "x"', 'same(context.entities.getItA, item.id)', 'isOwn(item)'] }],
    });
  });
});

describe('how an answer ends', () => {
  const GONE = '{ found: F, empty: E, gone: G }';
  test.each([
    ['by status', '{ status: 410 }', ['status === 410'], null],
    ['by one of some statuses', '{ status: [404, 410] }', ['[404, 410].includes(status)'], null],
    ['by what is there', '{ at: error.code }', ['text(body?.error?.code) !== ""'], null],
    ['by what it is', '{ at: code, is: x }', ['text(body?.code) === "x"'], null],
    ['by one of some texts', '{ at: code, is: [x, y] }', ['["x", "y"].includes(text(body?.code))'], null],
    ['by both', '{ status: 400, at: code, is: x }', ['status === 400', 'text(body?.code) === "x"'], null],
    ['with a reason', '{ status: 400, reason: why }', ['status === 400'], 'body?.why'],
  ])('is known %s', (_, outcome, tests, reason) => {
    expect(answered({ outcomes: `{ gone: ${outcome} }`, reply: GONE })).toMatchObject({
      outcomes: [{ name: 'gone', tests, reason }],
      reasons: reason !== null,
    });
  });

  test.each([
    [
      'a GET',
      {},
      {
        done: null,
        mutates: false,
        reasons: false,
        bare: false,
        graphql: false,
        writes: false,
        usesStatus: false,
      },
    ],
    [
      'a POST',
      { request: '{ rest: { method: POST, path: /x } }', confirm: '{ ask: Sure? }' },
      { done: null, mutates: false, reasons: false, bare: true, writes: true, usesStatus: true },
    ],
    [
      'a POST that is done',
      { request: '{ rest: { method: POST, path: /x } }', confirm: '{ ask: Sure? }', reply: '{ done: D }' },
      { done: [200, 201, 202, 204], usesStatus: true },
    ],
    [
      'a query',
      { request: "{ graphql: 'query Q { a }' }" },
      { mutates: false, reasons: false, bare: false, graphql: true, usesStatus: false },
    ],
    [
      'a mutation',
      { request: "{ graphql: 'mutation M { a }' }", confirm: '{ ask: Sure? }' },
      { mutates: true, reasons: true, bare: false, usesStatus: true },
    ],
  ] satisfies readonly (readonly [string, Lines, View])[])('after %s', (_, lines, wanted) => {
    expect(answered(lines)).toMatchObject(wanted);
  });

  test.each([
    ['no token', '', false],
    ['its own', 'credentials: { header: T, accessToken: { variable: TOKEN } }', false],
    ['a fetched one', 'credentials: { clientCredentials: { path: /token, id: ID, secret: S } }', true],
  ])('with %s', (_, more, fetchesToken) => {
    expect(answered({}, { more })['fetchesToken']).toBe(fetchesToken);
  });
});
