import { describe, expect, it } from 'vitest';
import type { Component } from '../../kore/format';
import type { ConversationOptions } from '../../preview/conversation';
import type { HttpResult } from '../../preview/transport';
import { say } from './build-bot';
import type { BotSpec, NodeSpec } from './build-bot';
import { codes, fakeTransport, json, steps, talkTo, texts } from './talk';

const script = (code: string) => encodeURIComponent(code);
const endPoint = { protocol: 'https', host: 'api.example.com', port: '', path: '/x', method: 'get' };
const shown: NodeSpec = {
  id: 'm',
  type: 'message',
  with: { message: [say('{{context.Call.response.statusCode}} {{JSON.stringify(context.Call.response.body)}}')] },
};
const spec = (component: Partial<Component>, extra: Partial<BotSpec> = {}): BotSpec => ({
  dialogs: [{ name: 'Go', nodes: [{ id: 'Call', type: 'service', with: { endPoint, ...component }, to: 'm' }, shown] }],
  events: { TASK_FAILURE_EVENT: { msg: [say('It failed.')] } },
  ...extra,
});
const go = async (
  component: Partial<Component>,
  answer: HttpResult = json({ ok: 1 }),
  extra: Partial<BotSpec> = {},
  options: Partial<ConversationOptions> = {},
) => {
  const transport = fakeTransport(() => answer);
  const conversation = talkTo(spec(component, extra), { transport, ...options });
  const turn = await conversation.say('Go');
  return { turn, sent: transport.sent[0], conversation };
};

describe('a service node', () => {
  it('fills URL, headers and body, and masks secrets in the record only', async () => {
    const { sent, turn } = await go(
      {
        endPoint: {
          ...endPoint,
          host: '{{env.SHOP}}.example.com',
          path: '/a/%7B%7Benv.VERSION%7D%7D?q={{encodeURIComponent("a b&c")}}',
          method: 'post',
        },
        headers: { type: 'raw', value: '{"Content-Type":"application/json","X-Shopify-Access-Token":"{{env.TOKEN}}"}' },
        payload: { type: 'raw', value: script('{{context.body}}') },
        preProcessor: script('context.body = JSON.stringify({ text: "say \\"hi\\" }}", token: env.TOKEN })'),
      },
      json({ echo: 'secret-token' }),
      { env: { SHOP: 'demo', VERSION: '2026-10' }, secured: { TOKEN: '' } },
      { env: { TOKEN: 'secret-token' } },
    );
    expect(sent).toMatchObject({
      method: 'POST',
      url: 'https://demo.example.com/a/2026-10?q=a%20b%26c',
      headers: { 'X-Shopify-Access-Token': 'secret-token' },
      body: '{"text":"say \\"hi\\" }}","token":"secret-token"}',
    });
    expect(JSON.stringify(turn.calls)).not.toContain('secret-token');
    expect(turn.calls[0]).toMatchObject({ node: 'Call', status: 200, response: { echo: '••••' } });
  });
  it('puts the answer into the context, whatever its status', async () => {
    expect(texts((await go({}, json({ a: [1] }, 404))).turn)).toEqual(['404 {"a":[1]}']);
    expect(texts((await go({}, { ok: true, status: 500, headers: {}, body: 'oops' })).turn)).toEqual(['500 "oops"']);
  });
  it('runs the post-processor on the answer', async () => {
    const { turn } = await go({
      postProcessor: script('context.Call.response.body = context.Call.response.body.ok + 1'),
    });
    expect(texts(turn)).toEqual(['200 2']);
  });
  it('takes the base URL from the path when there is no host', async () => {
    const { sent } = await go({ endPoint: { path: '%7B%7Benv.BASE%7D%7D/v2', method: 'get' } }, json({}), {
      env: { BASE: 'https://base.example' },
    });
    expect(sent?.url).toBe('https://base.example/v2');
  });
  it('sends a form field by field', async () => {
    const { sent } = await go(
      {
        endPoint: { ...endPoint, method: 'post' },
        headers: { type: 'raw', value: '{"Content-Type":"application/x-www-form-urlencoded"}' },
        payload: { value: '{"a":"{{env.A}}","b":"100%"}' },
      },
      json({}),
      { env: { A: '"x"&y' } },
    );
    expect(sent?.body).toBe('a=%22x%22%26y&b=100%25');
  });
  it('sends no body with get, nor the word undefined', async () => {
    expect((await go({ payload: { value: '%7B%7D' } })).sent).not.toHaveProperty('body');
    expect(
      (await go({ endPoint: { ...endPoint, method: 'post' }, payload: { value: 'undefined' } })).sent,
    ).not.toHaveProperty('body');
  });
  it('notes a JSON body that is none', async () => {
    const { turn } = await go({
      endPoint: { ...endPoint, method: 'post' },
      headers: { type: 'raw', value: '{"Content-Type":"application/json"}' },
      payload: { value: script('{"a": {{context.nope}}}') },
    });
    expect(codes(turn)).toContain('suspicious-request');
  });
  it('waits as long as the node says, else 20 s', async () => {
    expect((await go({})).sent?.timeoutMs).toBe(20_000);
    expect((await go({ serviceAPITimeout: 5 }, json({}), {}, { timeoutScale: 0.1 })).sent?.timeoutMs).toBe(500);
  });
});

describe('a service that does not answer', () => {
  const down: HttpResult = { ok: false, kind: 'timeout', message: 'no answer within 20 ms' };
  it('fails the task and says so', async () => {
    const { turn } = await go({}, down);
    expect(texts(turn)).toEqual(['It failed.']);
    expect(codes(turn)).toEqual(expect.arrayContaining(['service-failed', 'task-failed']));
    expect(turn).toMatchObject({ ended: true, calls: [{ error: 'timeout: no answer within 20 ms' }] });
  });
  it('goes on when the node says so', async () => {
    expect(texts((await go({ timeOutError: { closeConversation: false } }, down)).turn)).toEqual(['0 ']);
  });
});

describe('what a script logs', () => {
  it('shows no secret', async () => {
    const extra = { secured: { TOKEN: 'secret-token' } };
    const { turn } = await go({ preProcessor: script('koreDebugger.log("t: " + env.TOKEN)') }, json({}), extra);
    expect(turn.notes.find((n) => n.code === 'script-log')?.text).toBe('t: ••••');
  });
});

describe('a script that fails', () => {
  it('fails the task before the call', async () => {
    const { turn, sent } = await go({ preProcessor: script('let a;\n  a.b') });
    expect(sent).toBeUndefined();
    expect(texts(turn)).toEqual(['It failed.']);
    expect(turn.notes.find((n) => n.code === 'script-error')).toMatchObject({
      nodeId: 'Call',
      line: 2,
      component: 'Call',
    });
  });
});

describe('a botAction', () => {
  const inner = [
    { id: 'second', type: 'service', name: 'Call', with: { endPoint }, to: 'end' },
    { id: 'first', type: 'script', root: true, with: { script: script('context.step = 1') }, to: 'second' },
  ];
  const bot: BotSpec = {
    dialogs: [
      {
        name: 'Go',
        nodes: [
          {
            id: 'action',
            type: 'botAction',
            inner,
            to: [[{ context: 'context.Call.response.statusCode', op: 'eq', value: '200' }, 'm'], 'end'],
          },
          shown,
        ],
      },
    ],
  };
  it('runs its inner nodes from the root, then its own transitions', async () => {
    const turn = await talkTo(bot, { transport: fakeTransport(() => json({})) }).say('Go');
    expect(steps(turn)).toEqual(['intent0>default', 'action>0', 'first>default', 'second>default', 'm>default']);
  });
  it('takes the default when no rule holds', async () => {
    const turn = await talkTo(bot, { transport: fakeTransport(() => json({}, 500)) }).say('Go');
    expect(steps(turn)).toContain('action>default');
    expect(turn.messages).toEqual([]);
  });
});
