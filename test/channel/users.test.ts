import { describe, expect, it } from 'vitest';
import { channelAnswer, firstAnswer } from '../../preview/channel/answer';
import { readRequest } from '../../preview/channel/request';
import type { ChannelRequest } from '../../preview/channel/request';
import { isSignedBy } from '../../preview/channel/sign-in';
import { createUsers } from '../../preview/channel/users';
import type { Conversation } from '../../preview/conversation';
import type { Turn } from '../../preview/turn';

describe('the users of a channel', () => {
  const at = { now: 0 };
  const users = () => {
    let begun = 0;
    const begin = () => {
      begun += 1;
      const said = (text: string) => Promise.resolve({ text } as unknown as Turn);
      return { connect: () => said('connected'), say: said } as unknown as Conversation;
    };
    return { ...createUsers(begin, () => at.now), begun: () => begun };
  };
  const says = (user: string, more: Partial<ChannelRequest> = {}): ChannelRequest => ({
    ...{ kind: 'say', text: 'hi', user, bot: '', fresh: false, channel: 'default', customData: {} },
    ...more,
  });

  it.each([
    [15 * 60_000 - 1, 1],
    [15 * 60_000, 2],
  ])('go on after %i milliseconds with conversation %i', async (ms, begun) => {
    const channel = users();
    at.now = 1000;
    const first = await channel.answer(says('a'));
    at.now += ms;
    const second = await channel.answer(says('a'));
    expect(channel.begun()).toBe(begun);
    expect(second.sessionId === first.sessionId).toBe(begun === 1);
  });

  it('begin anew when they say so, and are greeted when they connect', async () => {
    const channel = users();
    expect((await channel.answer(says('a', { kind: 'connect' }))).turn).toEqual({ text: 'connected' });
    expect((await channel.answer(says('a'))).turn).toEqual({ text: 'hi' });
    await channel.answer(says('a', { fresh: true }));
    expect([channel.begun(), channel.count()]).toEqual([2, 1]);
  });

  it('are gone when they close, and closing twice is nothing', async () => {
    const channel = users();
    const { sessionId } = await channel.answer(says('a'));
    expect(await channel.answer(says('a', { kind: 'close' }))).toEqual({ sessionId, turn: undefined });
    expect(await channel.answer(says('a', { kind: 'close' }))).toEqual({ sessionId: '', turn: undefined });
    expect(channel.count()).toBe(0);
  });

  it('are a thousand: of more, the one who has said nothing for longest is forgotten', async () => {
    const channel = users();
    for (let i = 0; i < 1000; i += 1) await channel.answer(says(`u${i}`));
    expect(channel.count()).toBe(1000);
    await channel.answer(says('u0'));
    expect([channel.count(), channel.begun()]).toEqual([1000, 1000]);
    await channel.answer(says('new'));
    expect(channel.count()).toBe(1000);
    await channel.answer(says('u0'));
    expect(channel.begun()).toBe(1001);
    await channel.answer(says('u1'));
    expect(channel.begun()).toBe(1002);
  });
});

describe('a request', () => {
  const from = { id: 'ada' };
  it.each<[version: 1 | 2, body: object, read: object | undefined]>([
    [1, { message: { text: 'hi' } }, { kind: 'say', text: 'hi', bot: '', fresh: false, channel: 'default' }],
    [1, { message: { val: 'hi' } }, undefined],
    [1, { message: { text: 5 } }, undefined],
    [1, { message: { text: ' ' } }, undefined],
    [2, { message: { text: 'hi' } }, { kind: 'say', text: 'hi' }],
    [2, { message: { val: 'first', text: 'second' } }, { text: 'first' }],
    [2, { message: { val: ' ', text: 'second' } }, { text: 'second' }],
    [2, { message: { type: 'event', val: 'ON_CONNECT' } }, { kind: 'connect', text: '' }],
    [2, { message: { type: 'event', val: 'SESSION_CLOSURE' } }, { kind: 'close', text: '' }],
    [2, { message: { type: 'event', val: 'hi', text: 'hi' } }, undefined],
    [2, { message: { type: 'text', val: 'ON_CONNECT' } }, { kind: 'say', text: 'ON_CONNECT' }],
    [2, { formData: { a: 1 } }, { kind: 'say', text: '{"a":1}' }],
    [2, { formData: [1], message: { val: 'hi' } }, { text: 'hi' }],
    [2, { formData: 'x' }, undefined],
    [2, { message: { val: 'hi' }, to: { id: 'b' }, session: { new: true } }, { bot: 'b', fresh: true }],
    [2, { message: { val: 'hi' }, to: { id: 5 }, session: { new: 'true' } }, { bot: '', fresh: false }],
    [2, { message: { val: 'hi' }, to: 'b', session: true }, { bot: '', fresh: false }],
    [
      2,
      { message: { val: 'hi' }, preferredChannelForResponse: 'rtm', customData: 5 },
      { channel: 'rtm', customData: 5 },
    ],
    [2, { message: { val: 'hi' }, preferredChannelForResponse: 'sms' }, { channel: 'default', customData: {} }],
  ])('of version %i: %j', (version, body, read) => {
    const found = readRequest({ from, ...body }, version);
    if (read) expect(found).toMatchObject({ user: 'ada', ...read });
    else expect(found).toBeUndefined();
  });
});

describe('an answer', () => {
  const message = (text: string, template?: object) => ({
    default: { text, ...(template && { template }) },
    rtm: { text: `web ${text}` },
  });
  const turn = (messages: readonly object[], more: object = {}) => ({ messages, ...more }) as unknown as Turn;

  it('holds texts and templates, and nothing that is empty', () => {
    const all = turn([message('a'), message(' '), message('', { t: 1 })]);
    expect(channelAnswer('s', all, 'default')).toMatchObject({
      sessionId: 's',
      endOfTask: true,
      data: [
        { type: 'text', val: 'a' },
        { type: 'template', val: { t: 1 } },
      ],
    });
    expect(channelAnswer('s', all, 'rtm').data.map(({ val }) => val)).toEqual(['web a', 'web  ', 'web ']);
  });

  it('of version 1 is one text, or a list', () => {
    const who = { to: 'a', from: 'b' };
    const textOf = (messages: readonly object[]) => firstAnswer(turn(messages), who).text;
    expect([textOf([]), textOf([message('a')]), textOf([message('a'), message('', { t: 1 })])]).toEqual([
      [],
      'a',
      ['a', '{"t":1}'],
    ]);
  });

  it('says how a task ended, where one did', () => {
    const completed = { dialogId: 'd', name: 'n', reason: 'Fulfilled' };
    const ended = (more: object) => channelAnswer('s', turn([], more), 'default');
    expect(ended({ ended: false })).toMatchObject({ endOfTask: false });
    expect(ended({ ended: false })).not.toHaveProperty('endReason');
    expect(ended({ ended: true, completed })).toMatchObject({
      ...{ endOfTask: true, endReason: 'Fulfilled', completedTaskId: 'd', completedTaskName: 'n' },
    });
  });
});

it.each([undefined, '', 'bearer', 'bearer ', 'bearer a b', 'x bearer a', 'bearer nonsense'])(
  'the header %j is no token',
  async (header) => {
    expect(await isSignedBy({ id: 'a', secret: 'a secret of at least thirty-two characters' }, header, 0)).toBe(false);
  },
);
