import { describe, expect, it } from 'vitest';
import { say } from './build-bot';
import type { BotSpec, NodeSpec } from './build-bot';
import { codes, steps, talkTo, texts } from './talk';

/** What the vendor's own regression suite and documents show of the engine. */

const message = (id: string, text: string, more: Partial<NodeSpec> = {}): NodeSpec => ({
  id,
  type: 'message',
  with: { message: [say(text)] },
  ...more,
});

describe('a loop without input', () => {
  it('says nine messages, then ends at the limit', async () => {
    const bot: BotSpec = { dialogs: [{ name: 'Round', nodes: [message('a', 'again', { to: 'a' })] }] };
    const turn = await talkTo(bot).say('Round');
    expect(texts(turn).filter((text) => text === 'again')).toHaveLength(9);
    expect(turn.messages.at(-1)).toMatchObject({ own: true });
    expect(codes(turn)).toContain('loop-limit');
    expect(turn.ended).toBe(true);
  });
  it('an answer begins the count anew', async () => {
    const ask: NodeSpec = {
      ...message('a', 'again', { to: 'a' }),
      options: { transitionType: 'onInput' },
    };
    const conversation = talkTo({ dialogs: [{ name: 'Round', nodes: [ask] }] });
    await conversation.say('Round');
    for (let i = 0; i < 12; i += 1) expect(texts(await conversation.say('more'))).toEqual(['again']);
  });
});

describe('values in texts', () => {
  it('a list of plain values is joined by commas, one of objects is JSON', async () => {
    const bot: BotSpec = {
      dialogs: [{ name: 'Say', nodes: [message('m', "{{['Mumbai','Delhi','Kolkata']}} {{[{a:1}]}} {{ {b:2} }}")] }],
    };
    expect(texts(await talkTo(bot).say('Say'))).toEqual(['Mumbai,Delhi,Kolkata [{"a":1}] {"b":2}']);
  });
  it('a blank text does not exist: the entity is asked for again', async () => {
    const bot: BotSpec = {
      dialogs: [
        {
          name: 'Ask',
          nodes: [
            { id: 's', type: 'script', to: 'e', with: { script: encodeURIComponent('context.entities.Name = " "') } },
            { id: 'e', name: 'Name', type: 'entity', with: { entityType: 'label', message: [say('Name?')] } },
          ],
        },
      ],
    };
    expect(texts(await talkTo(bot).say('Ask'))).toEqual(['Name?']);
  });
  it('a location has the address that was said', async () => {
    const bot: BotSpec = {
      dialogs: [
        {
          name: 'Where',
          nodes: [
            {
              id: 'e',
              name: 'Place',
              type: 'entity',
              to: 'm',
              with: { entityType: 'location', message: [say('Where?')] },
            },
            message('m', '{{context.entities.Place.formatted_address}}'),
          ],
        },
      ],
    };
    const conversation = talkTo(bot);
    await conversation.say('Where');
    expect(texts(await conversation.say('Las Vegas'))).toEqual(['Las Vegas']);
  });
});

describe('intents that come up in a dialog', () => {
  const bot: BotSpec = {
    dialogs: [
      {
        name: 'Order',
        nodes: [
          {
            id: 'e',
            name: 'Count',
            type: 'entity',
            to: 'next',
            with: { entityType: 'number', message: [say('How many?')] },
          },
          message('next', 'got {{context.entities.Count}}; then {{context.FollowupIntents}}', {
            to: [[{ context: 'context.FollowupIntents', op: '' }, 'more'], 'end'],
          }),
          { id: 'more', type: 'logic', to: [[{ intent: 'sub', op: '', value: '' }, 'sub'], 'end'] },
          { id: 'sub', type: 'intent', calls: 'Weather' },
        ],
      },
      { name: 'Weather', says: ['weather for ${Count=3} days'], nodes: [message('w', 'sunny')] },
    ],
  };
  it('are remembered beside the value and followed by the node that calls them', async () => {
    const conversation = talkTo(bot);
    await conversation.say('Order');
    const turn = await conversation.say('weather for 5 days');
    expect(texts(turn)).toEqual(['got 5; then Weather', 'sunny']);
    expect(steps(turn)).toContain('more>0');
  });
  it('an answer without an intent leaves none', async () => {
    const conversation = talkTo(bot);
    await conversation.say('Order');
    const turn = await conversation.say('5');
    expect(texts(turn)).toEqual(['got 5; then ']);
    expect(conversation.context()['FollowupIntents']).toEqual([]);
  });
  it('a sub-intent is called by what is said to the node that waits for it, and by nothing else', async () => {
    const menu: BotSpec = {
      dialogs: [
        {
          name: 'Menu',
          nodes: [
            {
              ...message('m', 'What next?', { to: [[{ intent: 'refund', op: '', value: '' }, 'refund'], 'none'] }),
              options: { transitionType: 'onInput' },
            },
            {
              id: 'refund',
              name: 'askRefund',
              type: 'intent',
              to: 'yes',
              with: { localeData: { en: { intent: 'get a refund' } } },
            },
            message('yes', 'refund it is'),
            message('none', 'nothing then'),
          ],
        },
      ],
    };
    const told = async (line: string) => {
      const conversation = talkTo(menu);
      await conversation.say('Menu');
      return texts(await conversation.say(line));
    };
    expect(await told('get a refund')).toEqual(['refund it is']);
    expect(await told('what a day')).toEqual(['nothing then']);
    expect(codes(await talkTo(menu).say('get a refund'))).toContain('intent-not-found');
  });
});

describe('commands of the platform', () => {
  const bot: BotSpec = {
    dialogs: [
      {
        name: 'Ask',
        nodes: [{ id: 'e', type: 'entity', with: { entityType: 'number', message: [say('How many?')] } }],
      },
      { name: 'Welcome Task', nodes: [message('w', 'hi')] },
    ],
  };
  it('"help" lists the tasks, each as a button', async () => {
    const [message] = (await talkTo(bot).say('Help')).messages;
    expect(message?.default.text).toContain('- Ask');
    expect(message?.default.text).not.toContain('Welcome Task');
    expect(message?.rtm.template?.payload['quick_replies']).toMatchObject([{ title: 'Ask', payload: 'Ask' }]);
  });
  it('"discard all" says what happens, in a task and without one', async () => {
    const conversation = talkTo(bot);
    await conversation.say('Ask');
    const turn = await conversation.say('discard all');
    expect(texts(turn)).toEqual(['All tasks are discarded.']);
    expect(turn.ended).toBe(true);
    expect(texts(await conversation.say('discard all'))).toEqual(['All tasks are discarded.']);
  });
});

describe('a rule that was never finished', () => {
  it('never holds, and is said in words', async () => {
    const bot: BotSpec = {
      dialogs: [
        {
          name: 'Go',
          nodes: [message('m', 'hi', { to: [[{ op: 'eq', value: '3' }, 'x'], 'end'] }), message('x', 'no')],
        },
      ],
    };
    const turn = await talkTo(bot).say('Go');
    expect(texts(turn)).toEqual(['hi']);
    expect(turn.notes.find(({ code }) => code === 'unfinished-condition')?.text).toBe(
      'a rule of m says only "eq 3" and not what is compared: it never holds',
    );
  });
});
