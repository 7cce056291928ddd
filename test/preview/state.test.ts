import { describe, expect, it } from 'vitest';
import { callLine, isQuery, requestOf } from '../../preview/calls';
import { createTables } from '../../preview/data-tables';
import type { Frame, Play, PlayedNode } from '../../preview/play';
import { createSession, keepSession, sessionValues } from '../../preview/session';
import type { ServiceCall } from '../../preview/turn';
import { beginVisit, tooManyVisits } from '../../preview/visit';
import { windowRemarks } from '../../preview/windows';

describe('a session', () => {
  const EMPTY = { EnterpriseContext: {}, BotContext: {}, UserSession: {}, BotUserSession: {} };
  it('keeps values until their time is up, and no longer', () => {
    const session = createSession({ BotContext: { a: 1, b: 2 } });
    keepSession(session, EMPTY, { BotContext: { a: 1, b: 2 } }, [{ scope: 'BotContext', key: 'a', minutes: 1 }], 1000);
    expect(sessionValues(session, 60_999).BotContext).toEqual({ a: 1, b: 2 });
    expect(sessionValues(session, 61_000).BotContext).toEqual({ b: 2 });
    expect(session.BotContext.expires.size).toBe(0);
  });

  it.each<[minutes: number | undefined, kept: boolean]>([
    [undefined, true],
    [0, true],
    [-1, true],
    [2, false],
  ])('a later put of %j minutes takes the place of the first limit', (minutes, kept) => {
    const session = createSession();
    const after = { UserSession: { a: 1 } };
    keepSession(session, EMPTY, after, [{ scope: 'UserSession', key: 'a', minutes: 1 }], 0);
    const put = { scope: 'UserSession', key: 'a', ...(minutes === undefined ? {} : { minutes }) };
    keepSession(session, after, after, [put], 0);
    expect('a' in sessionValues(session, 120_000).UserSession).toBe(kept);
  });

  it('limits a key in its own scope alone', () => {
    const session = createSession();
    const after = { UserSession: { a: 1 }, BotUserSession: { a: 2 } };
    keepSession(session, EMPTY, after, [{ scope: 'UserSession', key: 'a', minutes: 1 }], 0);
    expect(sessionValues(session, 60_000)).toMatchObject({ UserSession: {}, BotUserSession: { a: 2 } });
  });

  it('leaves a scope alone that a script did not change, and empties one that is no object', () => {
    const shared = createSession({ BotContext: { other: 1 } });
    const session = createSession({}, { BotContext: shared.BotContext });
    keepSession(session, { BotContext: { a: 1 } }, { BotContext: { a: 1 } }, [], 0);
    expect(sessionValues(shared, 0).BotContext).toEqual({ other: 1 });
    keepSession(session, { BotContext: { a: 1 } }, { BotContext: 5 }, [], 0);
    expect(sessionValues(shared, 0).BotContext).toEqual({});
    keepSession(session, { BotContext: { a: 1 } }, 'odd', [], 0);
    expect(sessionValues(session, 0).BotContext).toEqual({});
  });
});

describe('visits', () => {
  const node = { nodeId: 'n', type: 'message' } as PlayedNode;
  const play = () =>
    ({ turn: { path: [], nodes: 0 }, globals: { history: 'odd' }, clock: () => 0 }) as unknown as Play & {
      globals: { history: { nodeId: string }[] };
    };
  const frame = () => ({ name: 'D' }) as Frame;

  it('are counted by node: nine in a turn, and not ten', () => {
    const [one, dialog] = [play(), frame()];
    for (let i = 0; i < 9; i += 1) expect(tooManyVisits(one, dialog, 'n', 'N')).toBeUndefined();
    expect(tooManyVisits(one, dialog, 'n', 'N')).toBe('N was visited more than 9 times without user input');
    expect(tooManyVisits(one, dialog, 'm', 'M')).toBeUndefined();
    expect(tooManyVisits(one, frame(), 'n', 'N')).toBeUndefined();
    expect(tooManyVisits(play(), dialog, 'n', 'N')).toBeUndefined();
  });

  it('are five hundred in a turn, and not one more', () => {
    const one = play();
    for (let i = 0; i < 500; i += 1) expect(tooManyVisits(one, frame(), 'n', 'N')).toBeUndefined();
    expect(tooManyVisits(one, frame(), 'n', 'N')).toBe('more than 500 nodes in one turn');
  });

  it('leave the last fifty in the history', () => {
    const one = play();
    for (let i = 0; i < 50; i += 1) beginVisit(one, frame(), { ...node, nodeId: `n${i}` }, 'c');
    expect([one.globals.history.length, one.globals.history[0]?.nodeId]).toEqual([50, 'n0']);
    beginVisit(one, frame(), node, 'c');
    expect([one.globals.history.length, one.globals.history[0]?.nodeId]).toEqual([50, 'n1']);
  });
});

describe('a call', () => {
  const call = (more: Partial<ServiceCall>): ServiceCall => ({
    node: 'n',
    method: 'post',
    url: 'https://a.example/x',
    requestHeaders: {},
    ms: 1.6,
    ...more,
  });
  it.each<[body: string | undefined, operation: string, variables: unknown]>([
    [undefined, 'POST', {}],
    ['a=1&b=2', 'POST', { a: '1', b: '2' }],
    ['{"a":1}', 'POST', { a: 1 }],
    ['{"query":"words"}', 'POST', { query: 'words' }],
    ['{"query":5}', 'POST', { query: 5 }],
    ['{"query":"query Q { a }","variables":{"v":1}}', 'Q', { v: 1 }],
    ['{"query":" mutation M($a: ID) { a }"}', 'M', undefined],
    ['{"query":"{ a }"}', '', undefined],
    ['[1]', 'POST', [1]],
  ])('with the body %j is %j with %j', (requestBody, operation, variables) => {
    expect(requestOf(call(requestBody === undefined ? {} : { requestBody }))).toEqual({ operation, variables });
  });

  it('is one line, cut after three hundred letters of what was asked', () => {
    const line = (letters: number, more: Partial<ServiceCall> = {}) =>
      callLine(call({ requestBody: JSON.stringify('x'.repeat(letters - 2)), ...more }));
    expect(line(300, { status: 201 })).toBe(`POST https://a.example/x POST "${'x'.repeat(298)}" → 201, 2 ms`);
    expect(line(301, { error: 'timeout' })).toBe(
      `POST https://a.example/x POST "${'x'.repeat(299)}… (301 characters) → timeout, 2 ms`,
    );
    expect(callLine(call({ requestBody: '{"query":"query Q { a }"}' }))).toBe(
      'POST https://a.example/x Q → no answer, 2 ms',
    );
  });

  it.each<[value: unknown, is: boolean]>([
    ['query Q { a }', true],
    [' { a }', true],
    ['# c', true],
    ['subscription { a }', true],
    ['queryable things', false],
    ['', false],
    [5, false],
  ])('%j is a document: %s', (value, is) => expect(isQuery(value)).toBe(is));
});

describe('rows of a data table', () => {
  const base = { table: 't', operator: 'and', expressions: [], data: {}, skip: 0, limit: 9 } as const;
  const is = (value: string) => [{ field: 'n', operand: '=', type: 'number', value }];
  it('are made, changed and removed where they fit', () => {
    const tables = createTables({ t: [{ n: 1 }, { n: 2 }] });
    const run = (method: string, more: object = {}) => tables.run({ ...base, method, ...more }, 0);
    expect(run('insert', { data: { n: '3' } }).body).toEqual({
      n: '3',
      Sys_Id: 'row-1',
      Created_On: '1970-01-01T00:00:00.000Z',
    });
    expect(run('update', { expressions: is('2'), data: { m: 'x' } }).body).toEqual({ nModified: 1 });
    expect(run('delete', { expressions: is('1') }).body).toEqual({ nDeleted: 1 });
    expect(run('query').body).toMatchObject({ total: 2, queryResult: [{ n: 2, m: 'x' }, { n: '3' }] });
    expect(run('query', { skip: 1, limit: 1 }).body).toMatchObject({ hasMore: false });
    expect(run('query', { table: 'other' }).body).toEqual({ hasMore: false, total: 0, queryResult: [] });
    expect(run('query', { operator: 'or' }).body).toMatchObject({ total: 2 });
    expect(run('drop')).toEqual({ statusCode: 400, body: { errors: [{ msg: 'unknown method drop' }] } });
  });

  it('that hold nothing under a name fit no comparison', () => {
    const found = (operand: string, field = 'n') =>
      createTables({ t: [{ n: null }, {}] }).run(
        { ...base, method: 'query', expressions: [{ field, operand, type: 'string', value: 'x' }] },
        0,
      ).body;
    for (const operand of ['!=', 'constructor']) expect(found(operand)).toMatchObject({ total: 0 });
    expect(found('=', 'toString')).toMatchObject({ total: 0 });
  });
});

describe('a list of four', () => {
  const remarks = (fourth: unknown, button: unknown, more: object = {}) =>
    windowRemarks({
      type: 'template',
      payload: { template_type: 'list', elements: [{}, {}, {}, fourth], buttons: [button], ...more },
    } as never).length;
  it.each<[fourth: unknown, button: unknown, remarks: number]>([
    [{ title: 'Lamp' }, { title: 'Lamp' }, 0],
    [{ title: 'Lamp of brass' }, { title: 'Lamp of…' }, 0],
    [{ title: 'La\u2060mp' }, { title: 'Lamp' }, 0],
    [{ title: 'Lamp' }, { title: 'More' }, 2],
    [{ title: 'Lamp' }, { title: '' }, 2],
    ['Lamp', { title: 'Lamp' }, 2],
    [{ title: 'Lamp' }, 'Lamp', 2],
  ])('%j with the button %j has %i remarks', (fourth, button, count) => expect(remarks(fourth, button)).toBe(count));

  it('and one more has a remark whatever its button is', () => {
    const elements = [{}, {}, {}, { title: 'Lamp' }, {}];
    expect(remarks({}, { title: 'Lamp' }, { elements })).toBe(2);
    expect(windowRemarks(undefined)).toEqual([]);
    expect(windowRemarks({ type: 'template', payload: 5 } as never)).toEqual([]);
  });

  it('may be a carousel with blanks for a text', () => {
    const carousel = (text: unknown) =>
      windowRemarks({ type: 'template', payload: { template_type: 'carousel', elements: [{}, {}], text } } as never);
    expect([carousel(' ').length, carousel(5).length, carousel('Look')[0]?.lost]).toEqual([0, 0, false]);
  });
});
