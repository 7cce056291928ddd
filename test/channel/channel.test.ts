import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SERVICE_KINDS } from '../../services/registry';
import { matchLines } from '../../services/stub/match';
import { localBackend } from '../../preview/backend';
import type { Backend } from '../../preview/backend';
import { startChannel } from '../../preview/channel/server';
import type { RunningChannel } from '../../preview/channel/server';
import { startConversation } from '../../preview/conversation';
import type { OpenedBot } from '../../preview/open-bot';
import { SHOP } from '../build/specs';
import { botBuilder } from '../conversations/variants';
import { sandbox } from '../sandbox';

const app = { id: 'cs-test', secret: 'a secret of at least thirty-two characters' };
const NOW = Date.UTC(2026, 10, 23, 12);
const clock = { now: NOW };
let bot: OpenedBot;
let backend: Backend;
let channel: RunningChannel;

beforeAll(async () => {
  bot = await botBuilder(SHOP)({ integration: 'shopify', target: 'xo10' });
  backend = localBackend(bot, [SERVICE_KINDS[0]!.create({ now: () => NOW })], { given: {}, known: {} });
  channel = await startChannel({
    botId: bot.kore.definition._id,
    app,
    port: 0,
    now: () => clock.now,
    begin: () => startConversation(bot, { transport: backend.transport, env: backend.env, sandbox, clock: () => NOW }),
  });
});
afterAll(async () => {
  await channel?.close();
  await backend?.close();
});

const sign = (claims: Record<string, unknown>, secret = app.secret): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt(NOW / 1000)
    .sign(new TextEncoder().encode(secret));

/** A token that says it needs no signature. */
const unsigned = (): string =>
  [{ alg: 'none' }, { appId: app.id }]
    .map((part) => `${Buffer.from(JSON.stringify(part)).toString('base64url')}.`)
    .join('');

interface Sent {
  readonly version?: 1 | 2;
  readonly botId?: string;
  readonly authorization?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function post(
  body: unknown,
  { version = 2, botId = bot.kore.definition._id, authorization, headers }: Sent = {},
) {
  const path = version === 1 ? 'hooks' : 'v2/webhook';
  const response = await fetch(`${channel.url}/chatbot/${path}/${botId}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: authorization ?? `bearer ${await sign({ appId: app.id, sub: 'u' })}`,
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const says = (text: string, user = 'u-1', more: Record<string, unknown> = {}) => ({
  session: { new: false },
  message: { type: 'text', val: text },
  from: { id: user },
  to: { id: 'b-1' },
  ...more,
});
const textsOf = ({ body }: { readonly body: Record<string, unknown> }): readonly string[] =>
  (body['data'] as { val: unknown }[]).map(({ val }) => (typeof val === 'string' ? val : JSON.stringify(val)));

describe('a client of version 2', () => {
  it('is told who, what, and how the task ended', async () => {
    const answer = await post(says('where is order #1001', 'u-a', { session: { new: true } }));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      _v: 'v2',
      to: 'u-a',
      from: 'b-1',
      endOfTask: true,
      endReason: 'Fulfilled',
      completedTaskName: 'Get order details',
      completedTaskId: expect.stringMatching(/^dg-/) as string,
      data: [{ type: 'text', val: expect.stringContaining('Order #1001') as string }, { type: 'text' }],
    });
    expect(answer.body).not.toHaveProperty('pollId');
  });
  it('is told that a task is still open', async () => {
    const { body } = await post(says('where is my order', 'u-b'));
    expect(body).toMatchObject({ endOfTask: false });
    expect(body).not.toHaveProperty('endReason');
    expect((await post(says('cancel', 'u-b'))).body).toMatchObject({ endOfTask: true, endReason: 'Canceled' });
  });
  it('gets texts for any channel, and templates of the web window when it asks for them', async () => {
    const kinds = (body: Record<string, unknown>) => (body['data'] as { type: string }[]).map(({ type }) => type);
    expect(kinds((await post(says('show all collections', 'u-c'))).body)).toEqual(['text', 'text']);
    const rtm = await post(says('show all collections', 'u-c', { preferredChannelForResponse: 'rtm' }));
    expect(kinds(rtm.body)).toContain('template');
  });
  it('is greeted on connect', async () => {
    const connect = { ...says('', 'u-d'), message: { type: 'event', val: 'ON_CONNECT' } };
    expect(textsOf(await post(connect))[0]).toContain('Hello!');
  });
  it('goes on where it was, begins anew with session.new, and after SESSION_CLOSURE', async () => {
    const ask = (more = {}) => post(says('where is my order', 'u-e', more));
    const first = await ask();
    const open = await post(says('#1001', 'u-e'));
    expect(open.body['sessionId']).toBe(first.body['sessionId']);
    expect(textsOf(open)[0]).toContain('Order #1001');
    await ask();
    const fresh = await post(says('#1001', 'u-e', { session: { new: true } }));
    expect(fresh.body['sessionId']).not.toBe(first.body['sessionId']);
    expect(textsOf(fresh)[0]).not.toContain('Order #1001');
    await ask();
    const closed = await post({ ...says('', 'u-e'), message: { type: 'event', val: 'SESSION_CLOSURE' } });
    expect(closed.body).toMatchObject({ endOfTask: true, endReason: 'SESSION_CLOSURE', data: [] });
    expect(textsOf(await post(says('#1001', 'u-e')))[0]).not.toContain('Order #1001');
  });
  it('begins anew after a quarter of an hour without a word', async () => {
    await post(says('where is my order', 'u-f'));
    clock.now += 16 * 60_000;
    expect(textsOf(await post(says('#1001', 'u-f')))[0]).not.toContain('Order #1001');
    clock.now = NOW;
  });
});

describe('fifty users at once', () => {
  it('stay apart', async () => {
    const users = Array.from({ length: 50 }, (_, i) => ({ id: `u-${i}`, order: i % 2 === 0 ? '1001' : '1107' }));
    await Promise.all(users.map(({ id }) => post(says('where is my order', `p-${id}`))));
    const answers = await Promise.all(users.map(({ id, order }) => post(says(order, `p-${id}`))));
    const shown = answers.map((answer) => /#(\d+)/.exec(textsOf(answer)[0] ?? '')?.[1]);
    expect(shown).toEqual(users.map(({ order }) => order));
    expect(new Set(answers.map(({ body }) => body['sessionId'])).size).toBe(50);
  });
});

describe('who is let in', () => {
  const hello = says('hello', 'u-g');
  it.each(['bearer', 'Bearer', 'BEARER'])('the scheme may be written %s', async (scheme) => {
    const token = await sign({ appId: app.id, sub: 'x' });
    expect((await post(hello, { authorization: `${scheme} ${token}` })).status).toBe(200);
  });
  it.each([
    ['no token', () => Promise.resolve('')],
    [
      'another secret',
      async () => `bearer ${await sign({ appId: app.id }, 'another secret, long enough to sign with')}`,
    ],
    ['another app', async () => `bearer ${await sign({ appId: 'cs-other' })}`],
    ['no algorithm', () => Promise.resolve(`bearer ${unsigned()}`)],
    ['a token that has run out', async () => `bearer ${await sign({ appId: app.id, exp: NOW / 1000 - 60 })}`],
    ['another scheme', async () => `basic ${await sign({ appId: app.id })}`],
  ])('%s is refused as documented', async (_what, authorization) => {
    const { status, body } = await post(hello, { authorization: await authorization() });
    expect(status).toBe(401);
    expect(body).toMatchObject({
      errors: [{ msg: 'Invalid Access token', code: 401 }],
      _v: 'v2',
      _t: expect.any(String) as string,
    });
  });
  it.each([
    ['no JSON', '{'],
    ['no user', { message: { type: 'text', val: 'hi' } }],
    ['no message', { from: { id: 'u' } }],
    ['an unknown event', { from: { id: 'u' }, message: { type: 'event', val: 'ON_MARS' } }],
    ['a list', []],
  ])('%s is no payload', async (_what, body) => {
    expect(await post(body)).toMatchObject({ status: 400, body: { errors: [{ msg: 'Invalid Request Payload' }] } });
  });
  it('another bot is not served', async () =>
    expect(await post(hello, { botId: 'st-other' })).toMatchObject({
      status: 400,
      body: { errors: [{ msg: 'Invalid StreamId' }] },
    }));
  it('a page of another site is not let in, whatever its token', async () =>
    expect((await post(hello, { headers: { origin: 'https://example.com' } })).status).toBe(403));
});

describe('what a page hands over', () => {
  it('is seen by scripts where real bots read it', async () => {
    const conversation = startConversation(bot, { transport: backend.transport, env: backend.env, sandbox });
    await conversation.say('hello', { from: 'u-9', customData: { plan: 'gold' } });
    expect(conversation.session().BotUserSession['lastMessage']).toMatchObject({
      from: 'u-9',
      customData: { plan: 'gold' },
      messagePayload: { message: { body: 'hello' }, botInfo: { customData: { plan: 'gold' } } },
    });
  });
});

interface Recorded {
  readonly claims: Record<string, unknown>;
  readonly requests: readonly { readonly headers: Readonly<Record<string, string>>; readonly body: unknown }[];
}

describe('Botium, a client of version 1', () => {
  it('gets through an unchanged convo, with the requests that it was recorded sending', async () => {
    const read = (name: string) => readFileSync(join(__dirname, name), 'utf8');
    const { claims, requests } = JSON.parse(read('botium.json')) as Recorded;
    const authorization = `Bearer ${await sign({ ...claims, iss: app.id, sub: 'x', exp: NOW / 1000 + 86_400 })}`;
    const heard: string[] = [];
    for (const { headers, body } of requests) {
      const answer = await post(body, { version: 1, authorization, headers });
      expect(answer.status).toBe(200);
      heard.push(...[answer.body['text']].flat().map(String));
    }
    const expected = [...read('orders.convo.txt').matchAll(/#bot\n(.+)/g)].map(([, line = '']) => line);
    expect(heard).toHaveLength(expected.length + 1);
    expected.forEach((line, i) => expect(matchLines([line], [(heard[i] ?? '').replaceAll('\n', ' ')])).toBeUndefined());
  });
});
