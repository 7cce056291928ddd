import { sandbox } from '../sandbox';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readExport } from '../../kore/read-export';
import { startConversation } from '../../preview/conversation';
import { openBot } from '../../preview/open-bot';
import { say } from './build-bot';
import type { BotSpec } from './build-bot';
import { codes, fakeTransport, json, steps, talkTo, texts } from './talk';

const fixture = (name: string) => readExport(join(__dirname, '../fixtures/exports', name));
const message = (id: string, text: string) => ({ id, type: 'message', with: { message: [say(text)] } });

describe('playing a real export', () => {
  it.each([
    ['order-status-botaction.json', 'botAction'],
    ['order-status-flat.json', 'service'],
    ['order-status-xo11.json', 'service'],
  ])('plays %s from question to answer', async (name, type) => {
    const transport = fakeTransport(() => json({ status: 'shipped' }));
    const conversation = startConversation(openBot(await fixture(name)), { transport, sandbox });
    const asked = await conversation.say('order status');
    expect(asked).toMatchObject({ ended: false, waiting: { type: 'entity' } });
    const told = await conversation.say('1001');
    expect(transport.sent.map((r) => r.url)).toEqual(['https://api.example.com/v1/orders/1001']);
    expect(texts(told)).toEqual(['Order 1001: shipped']);
    expect(told.path.map((v) => v.type)).toContain(type);
    expect(told.path.map((v) => v.type)).toContain('service');
    expect(told.ended).toBe(true);
  });
  it('says that an app is greeted by a flow that is not in the file', async () => {
    const conversation = startConversation(openBot(await fixture('order-status-xo11.json')), {
      sandbox,
      transport: fakeTransport(() => json({})),
    });
    const turn = await conversation.connect();
    expect(codes(turn)).toEqual(['start-flow']);
    expect(turn.messages).toEqual([]);
  });
});

describe('events', () => {
  const welcome: BotSpec = {
    dialogs: [
      { name: 'Welcome', hidden: true, nodes: [message('w', 'Hello!')] },
      { name: 'Fallback', hidden: true, nodes: [message('f', 'Sorry?')] },
    ],
    events: { ON_CONNECT_EVENT: { action: 'triggerDialog', task: 'ref-Welcome' } },
    fallback: 'Fallback',
  };
  it('greets on connect', async () => expect(texts(await talkTo(welcome).connect())).toEqual(['Hello!']));
  it('answers what it does not understand with the fallback dialog', async () => {
    const turn = await talkTo(welcome).say('gibberish');
    expect(texts(turn)).toEqual(['Sorry?']);
    expect(codes(turn)).toContain('intent-not-found');
  });
  it('shows the event message when there is one', async () => {
    const events = { WELCOME_MESSAGE_EVENT: { msg: [say('Hi')] }, INTENT_UNIDENTIFIED: { msg: [say('What?')] } };
    const conversation = talkTo({ dialogs: [], events });
    expect(texts(await conversation.connect())).toEqual(['Hi']);
    expect(texts(await conversation.say('x'))).toEqual(['What?']);
  });
  it('ignores an event that is not enabled', async () => {
    expect(
      (await talkTo({ dialogs: [], events: { ON_CONNECT_EVENT: { enabled: false, msg: [say('Hi')] } } }).connect())
        .messages,
    ).toEqual([]);
  });
});

describe('dialogs that call dialogs', () => {
  const call = (options?: { transitionMode: string }, contextMap?: string): BotSpec => ({
    dialogs: [
      {
        name: 'Parent',
        nodes: [
          {
            id: 'set',
            type: 'script',
            with: { script: encodeURIComponent('context.mine = 1; context.session.BotUserSession.shared = 2') },
            to: 'go',
          },
          {
            id: 'go',
            type: 'intent',
            calls: 'Child',
            to: 'after',
            ...(options && { options }),
            ...(contextMap !== undefined && { contextMap }),
          },
          message('after', 'back {{context.mine}}'),
        ],
      },
      {
        name: 'Child',
        nodes: [
          message(
            'in',
            'child {{typeof context.mine}} {{context.session.BotUserSession.shared}} {{context.entities.Given}}',
          ),
        ],
      },
    ],
  });
  it('returns to the caller, whose context is its own', async () => {
    const turn = await talkTo(call()).say('Parent');
    expect(texts(turn)).toEqual(['child undefined 2 ', 'back 1']);
    expect(steps(turn).slice(-2)).toEqual(['go>default', 'after>default']);
  });
  it('ends the caller when the call replaces it', async () => {
    expect(texts(await talkTo(call({ transitionMode: 'endCurrentTask' })).say('Parent'))).toEqual([
      'child undefined 2 ',
    ]);
  });
  it('hands over the values of the call', async () => {
    const map = JSON.stringify({ 'context.entities.Given': 'context.mine + 1', 'context.session.x': '5' });
    expect(texts(await talkTo(call(undefined, map)).say('Parent'))[0]).toBe('child undefined 2 2');
  });
  it('stops dialogs that call each other without end', async () => {
    const circle = talkTo({ dialogs: [{ name: 'Circle', nodes: [{ id: 'again', type: 'intent', calls: 'Circle' }] }] });
    const turn = await circle.say('Circle');
    expect(codes(turn)).toContain('loop-limit');
    expect(turn.ended).toBe(true);
  });
  it('stops nodes that lead to each other without end', async () => {
    const turn = await talkTo({
      dialogs: [
        {
          name: 'Loop',
          nodes: [
            { id: 'a', type: 'logic', to: 'b' },
            { id: 'b', type: 'logic', to: 'a' },
          ],
        },
      ],
    }).say('Loop');
    expect(codes(turn)).toContain('loop-limit');
    expect(turn.path.length).toBeLessThanOrEqual(501);
  });
});

describe('what cannot be played', () => {
  it.each(['generativeai', 'searchai', 'aiassist', 'dynamicIntent', 'brandNew', '__proto__', 'constructor'])(
    'a %s node ends the turn and says so',
    async (type) => {
      const turn = await talkTo({
        dialogs: [{ name: 'Odd', nodes: [{ id: 'odd', type, to: 'm' }, message('m', 'never')] }],
      }).say('Odd');
      expect(codes(turn)).toContain('not-simulated');
      expect(turn).toMatchObject({ ended: true, messages: [] });
    },
  );
  it('an agent transfer ends the conversation and says so', async () => {
    const turn = await talkTo({ dialogs: [{ name: 'Help', nodes: [{ id: 'agent', type: 'agentTransfer' }] }] }).say(
      'Help',
    );
    expect(codes(turn)).toContain('agent-transfer');
    expect(turn.ended).toBe(true);
  });
  it('links that lead nowhere end the dialog and say so', async () => {
    const nowhere = (node: object) =>
      talkTo({ dialogs: [{ name: 'Gap', nodes: [{ id: 'a', type: 'logic', ...node }] }] });
    expect(codes(await nowhere({ to: 'not-there' }).say('Gap'))).toContain('missing');
    expect(codes(await nowhere({ calls: 'Not there', type: 'intent' }).say('Gap'))).toContain('missing');
  });
});

describe('a conversation', () => {
  it('shows scripts the last message and the language', async () => {
    const turn = await talkTo({
      dialogs: [
        {
          name: 'Echo',
          nodes: [
            message(
              'm',
              '{{context.session.BotUserSession.lastMessage.messagePayload.message.body}}|{{context.userInputs.originalInput.sentence}}|{{context.currentLanguage}}',
            ),
          ],
        },
      ],
    }).say('echo!');
    expect(texts(turn)).toEqual(['echo!|echo!|en']);
  });
  it('speaks its language, with that language’s content variables', async () => {
    const entry = {
      channel: 'default',
      localeData: {
        en: { type: 'basic' as const, text: 'Hi {{content.WHO}}' },
        de: { type: 'basic' as const, text: 'Hallo {{content.WHO}}' },
      },
    };
    const spec: BotSpec = {
      languages: ['en', 'de'],
      content: { WHO: { en: 'you', de: 'du' } },
      dialogs: [{ name: 'Hi', nodes: [{ id: 'm', type: 'message', with: { message: [entry] } }] }],
    };
    expect(texts(await talkTo(spec, { language: 'de' }).say('Hi'))).toEqual(['Hallo du']);
    expect(texts(await talkTo(spec, { language: 'xx' }).say('Hi'))).toEqual(['Hi you']);
  });
  it('takes turns when two are asked for at once', async () => {
    const conversation = talkTo({
      dialogs: [
        {
          name: 'Count',
          nodes: [
            { id: 's', type: 'script', with: { script: 'BotUserSession.n = (BotUserSession.n || 0) + 1' }, to: 'm' },
            message('m', '{{BotUserSession.n}}'),
          ],
        },
      ],
    });
    const turns = await Promise.all([conversation.say('Count'), conversation.say('Count'), conversation.say('Count')]);
    expect(turns.flatMap(texts)).toEqual(['1', '2', '3']);
  });
  it('reads at most 3000 characters', async () =>
    expect(codes(await talkTo({ dialogs: [] }).say('x'.repeat(5000)))).toContain('input-cut'));
  it('takes a turn without a service call in a few milliseconds', async () => {
    const conversation = talkTo({
      dialogs: [
        {
          name: 'Quick',
          nodes: [
            { id: 's', type: 'script', with: { script: 'context.a = 1' }, to: 'm' },
            message('m', 'a is {{context.a}}'),
          ],
        },
      ],
    });
    const times: number[] = [];
    for (let i = 0; i < 40; i += 1) times.push((await conversation.say('Quick')).ms);
    expect(times.sort((a, b) => a - b)[20]).toBeLessThan(15);
  });
});
