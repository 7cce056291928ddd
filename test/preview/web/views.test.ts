import { describe, expect, it, test } from 'vitest';
import { callView } from '../../../preview/web/call-view';
import { conditionText } from '../../../preview/web/condition-text';
import { credentialsOf } from '../../../preview/web/credentials';
import { flowOf } from '../../../preview/web/flow';
import { nodeContent } from '../../../preview/web/node-content';
import { transcriptOf } from '../../../preview/web/transcript';
import { turnView } from '../../../preview/web/turn-view';

const named = (id: string) => `<${id}>`;

test.each([
  [{ dialogAct: 'yes' }, 'answer is yes'],
  [{ intent: 'a' }, 'user turns to <a>'],
  [{ field: 'a', op: 'eq', value: '1' }, '<a> = 1'],
  [{ context: 'context.session.x', op: 'neq', value: '1' }, 'x ≠ 1'],
  [{ context: 'a + b', op: 'gte', value: '1' }, 'a + b ≥ 1'],
  [{ op: 'lt' }, '? < '],
  [{ field: 'a', op: 'dne', value: '1' }, '<a> is missing'],
  [{ field: 'a', op: '', value: '1' }, '<a> exists'],
  [{ field: 'a', value: '1' }, '<a> exists'],
  [{ field: 'a', op: 'odd', value: '1' }, '<a> odd 1'],
  [{ conjoin: 'or', tests: [{ field: 'a' }, { field: 'b' }] }, '<a> exists or <b> exists'],
  [{ conjoin: 'and', tests: [{ field: 'a' }, { field: 'b' }] }, '<a> exists and <b> exists'],
] as const)('the condition %j is told as %s', (condition, said) => {
  expect(conditionText(condition as never, named)).toBe(said);
});

describe('a call', () => {
  const call = { node: 'n', method: 'POST', url: 'https://a.example/graphql', requestHeaders: {}, ms: 1 };
  const asked = (body: unknown) => callView({ ...call, requestBody: JSON.stringify(body) });

  it('of GraphQL is named by its operation, with its query and variables', () => {
    expect(asked({ query: 'query GetOrder { a }', variables: { id: 1 } })).toMatchObject({
      operation: 'GetOrder',
      query: 'query GetOrder { a }',
      variables: { id: 1 },
    });
    expect(asked({ operationName: 'Other', query: 'mutation M { a }' }).operation).toBe('Other');
    expect(asked({ query: 'mutation Pay($a: ID!) { a }' })).not.toHaveProperty('variables');
    expect(asked({ query: 'mutation Pay($a: ID!) { a }' }).operation).toBe('Pay');
  });

  it('of anything else is named by method and path', () => {
    for (const body of [{ query: '{ a }' }, { query: 5 }, [1], null])
      expect(asked(body).operation).toBe('POST /graphql');
    expect(callView(call).operation).toBe('POST /graphql');
    expect(callView({ ...call, url: 'no address' }).operation).toBe('POST no address');
    expect(callView(call)).not.toHaveProperty('query');
    expect(callView({ ...call, requestBody: 'no JSON' })).not.toHaveProperty('variables');
  });

  it('has the cost that its answer states', () => {
    const answered = (response: unknown) => callView({ ...call, response }).cost;
    const cost = { requestedQueryCost: 3, actualQueryCost: 2, throttleStatus: { currentlyAvailable: 9 } };
    expect(answered({ extensions: { cost } })).toEqual({ requested: 3, actual: 2, available: 9 });
    expect(answered({ extensions: { cost: { requestedQueryCost: '3', throttleStatus: 1 } } })).toEqual({});
    for (const none of [undefined, [], 'x', { extensions: 1 }, { extensions: { cost: 5 } }])
      expect(answered(none)).toBeUndefined();
  });
});

const button = (title: string, payload: string) => ({ type: 'postback', title, payload });
const message = (text: string, buttons: readonly object[] = []) => {
  const payload = { template_type: 'button', text, buttons };
  return {
    rtm: { text, ...(buttons.length > 0 && { template: { type: 'template', payload } }) },
    dialog: 'd',
    nodeId: 'n',
  };
};
const turn = (more: object = {}) =>
  ({ messages: [message('Hello')], path: [], calls: [], notes: [], ended: true, ms: 3, ...more }) as never;

describe('a turn', () => {
  it('has what surrounds it, and nothing that is not there', () => {
    const view = turnView(turn(), { index: 2, context: 1, session: null }, []);
    expect(view).toMatchObject({ index: 2, ms: 3, context: 1, session: null });
    for (const key of ['said', 'clicked', 'waiting', 'form']) expect(view).not.toHaveProperty(key);
    const before = turn({ messages: [message('', [button('Again', 'say it')])] });
    const around = { index: 3, before, form: [], context: {}, session: {} };
    expect(turnView(turn(), { ...around, said: 'say it' }, [])).toMatchObject({
      said: 'say it',
      clicked: 'Again',
      form: [],
    });
    expect(turnView(turn(), { ...around, said: 'typed' }, [])).not.toHaveProperty('clicked');
    const waiting = { dialog: 'd', nodeId: 'n', type: 'entity' };
    expect(turnView(turn({ waiting }), around, []).waiting).toEqual(waiting);
  });

  it('shows no secret: neither a known one nor what stands under a key that names one', () => {
    const kept = {
      token: 'aaaa1111',
      list: [{ Client_Secret: 'bbbb2222', name: 'kept', password: '' }],
      Authorization: 7,
    };
    const around = { index: 0, context: { ...kept, other: 'x known-1 x' }, session: kept };
    const view = turnView(turn(), around, ['known-1']);
    expect(JSON.stringify(view)).not.toMatch(/aaaa1111|bbbb2222|known-1/);
    expect(view.session).toMatchObject({ list: [{ name: 'kept', password: '' }], Authorization: 7 });
  });
});

test('a conversation is told as a transcript, in which nothing is an instruction by accident', () => {
  const first = { messages: [message('Two *\nlines', [button('A', 'one'), button('A', 'two'), button('B', 'three')])] };
  const said = (more: object) => ({ messages: [message('Yes')], ...more });
  const turns = [
    first,
    ...['one', 'two'].map((payload) => said({ said: payload, clicked: 'A' })),
    said({ said: 'x\ny' }),
  ];
  const again = [first, turns[2]];
  expect(transcriptOf({ id: 'shop-xo11.zip', name: 'Shop' } as never, turns as never)).toBe(
    [
      '== A conversation with Shop',
      '@bot shop',
      'bot: Two \\*',
      '  lines',
      '  [A] [A] [B]',
      '',
      'click: A',
      'bot: Yes',
      '',
      'click: A',
      'bot: Yes',
      '',
      'user: x',
      '  y',
      'bot: Yes',
      '',
    ].join('\n'),
  );
  const other = transcriptOf({ id: 'export.zip', name: 'Shop' } as never, again as never);
  expect(other).toContain('click: A (2)');
  expect(other).not.toContain('@bot');
});

const service = (more: object) => ({ type: 'service', ...more });
test.each([
  ['none', []],
  ['none', [{ type: 'message', headers: { value: '{{env.A}}' } }]],
  ['accessToken', [service({ headers: { value: '{{env.A}}' } })]],
  ['clientCredentials', [service({ headers: { value: '{{context.session.BotContext.t}}' }, idp: 'none' })]],
  ['either', [service({ headers: { value: '{{env.A}}{{context.session.BotContext.t}}' } })]],
  ['userProfile', [service({ idp: 'p' })]],
  ['integration', [service({ idp: 'p' }), service({ integrationId: 'i' })]],
])('a bot has its credentials from %s', (mode, dialogComponents) => {
  const bot = { kore: { definition: { dialogComponents, idpConfigurations: [{ sso_type: 'basic' }] } } };
  expect(credentialsOf(bot as never)).toBe(mode);
});

describe('a dialog', () => {
  const test1 = (value: string) => ({
    if: { context: 'context.x', op: 'eq', value },
    then: `to-${value}`,
    metadata: {},
  });
  const node = (nodeId: string, type: string, more: object = {}) => ({ nodeId, type, componentId: nodeId, ...more });
  const retry = { eventOptions: { defaultMaxRetry: { action: 'executeNode', ref: 'to-b', retry_limit: 5 } } };
  const nodes = [
    node('ask', 'entity', {
      transitions: [test1('a'), test1('b'), { default: 'end', metadata: {} }],
      nodeOptions: retry,
    }),
    node('to-a', 'message', { transitions: [{ default: 'to-b', metadata: {} }] }),
    node('to-b', 'botAction', { transitions: [{ default: 'gone', metadata: {} }] }),
    node('call', 'dialog', { flowTaskId: 'other' }),
  ];
  const dialog = { refId: 'd', localeData: { en: { name: 'Dialog' } }, nodes } as never;
  const other = { refId: 'other', localeData: { en: { name: 'Other' } }, nodes: [] };
  const said = (text: string, more: object = {}) => [
    { channel: 'default', localeData: { en: { type: 'basic', text, ...more } } },
  ];
  const components = [
    {
      _id: 'ask',
      type: 'entity',
      name: 'Ask',
      entityType: 'regex',
      regexPattern: '[0-9]+',
      localeData: { en: { desc: 'Why' } },
      message: said('Which%3F'),
      errorMessage: said('No'),
    },
    { _id: 'to-a', type: 'message', name: 'A', message: said('f()', { type: 'uxmap' }) },
    { _id: 'to-b', type: 'botAction', name: 'B', nodes: [node('inner', 'script'), node('call-it', 'service')] },
    { _id: 'inner', type: 'script', name: 'Inner', script: 'a%20%3D%201' },
    {
      _id: 'call-it',
      type: 'service',
      name: 'Call',
      idp: 'none',
      endPoint: { method: 'post', host: 'a.example', port: 8080, path: '/x' },
      headers: { value: '{"X-Api-Key":"abcdefgh12345678","Authorization":"Bearer {{env.T}}"}' },
      payload: { value: '%7B%7D' },
    },
  ];
  const bot = {
    defaultLanguage: 'en',
    dialogById: new Map([['other', other]]),
    componentById: new Map(components.map((one) => [one._id, one])),
  } as never;

  it('is drawn with its ways, those inside, and where it ends', () => {
    const { nodes: drawn, edges, name } = flowOf(bot, dialog, 'en');
    expect(name).toBe('Dialog');
    expect(drawn.map(({ id, name: called, ends, parent }) => [id, called, ends, parent])).toEqual([
      ['ask', 'Ask', true, undefined],
      ['to-a', 'A', false, undefined],
      ['to-b', 'B', false, undefined],
      ['call', 'Other', false, undefined],
      ['inner', 'Inner', false, 'to-b'],
      ['call-it', 'Call', false, 'to-b'],
    ]);
    expect(edges).toEqual([
      { from: 'ask', to: 'to-a', rules: [0], label: '= a' },
      { from: 'ask', to: 'to-b', rules: [1], label: '= b' },
      { from: 'ask', to: 'to-b', rules: ['retries'], label: 'after 5 tries' },
      { from: 'to-a', to: 'to-b', rules: ['default'], label: '' },
    ]);
  });

  it('shows what stands in a node, decoded, and no secret of it', () => {
    const parts = (id: string) => nodeContent(bot, dialog, id, 'en')?.parts.map(({ label, text }) => [label, text]);
    expect(parts('ask')).toEqual([
      ['Description', 'Why'],
      ['Entity type', 'regex'],
      ['Pattern', '[0-9]+'],
      ['Prompt (default)', 'Which?'],
      ['When the answer does not fit (default)', 'No'],
      ['Goes on', 'if x = a → A\nif x = b → B\notherwise → end'],
    ]);
    expect(parts('to-a')).toEqual([
      ['Message (default, script)', 'f()'],
      ['Goes on', 'otherwise → B'],
    ]);
    expect(parts('inner')).toEqual([['Script', 'a = 1']]);
    const call = parts('call-it');
    expect(call?.map(([label]) => label)).toEqual(['Request', 'Headers', 'Body']);
    expect(call?.[0]).toEqual(['Request', 'POST https://a.example:8080/x']);
    expect(JSON.stringify(call)).not.toContain('abcdefgh12345678');
    expect(JSON.stringify(call)).toContain('Bearer {{env.T}}');
    expect(nodeContent(bot, dialog, 'nowhere', 'en')).toBeUndefined();
  });
});
