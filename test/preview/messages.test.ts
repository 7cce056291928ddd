import { describe, expect, it } from 'vitest';
import type { MessageEntry } from '../../kore/format';
import type { ConversationOptions } from '../../preview/conversation';
import { readPrinted } from '../../preview/messages';
import { say } from './build-bot';
import { codes, talkTo } from './talk';

const send = async (message: readonly MessageEntry[], options: Partial<ConversationOptions> = {}) => {
  const conversation = talkTo(
    { dialogs: [{ name: 'Say', nodes: [{ id: 'm', type: 'message', with: { message } }] }] },
    options,
  );
  return { conversation, turn: await conversation.say('Say') };
};
const first = async (...args: Parameters<typeof send>) => (await send(...args)).turn.messages[0];
const list = { type: 'template', payload: { template_type: 'list', heading: 'Items', elements: [] } };

describe('messages', () => {
  it('are rendered for both channels', async () => {
    const sent = await first([
      say('plain {{1 + 1}}'),
      say(`print(JSON.stringify(${JSON.stringify(list)}))`, 'rtm', 'uxmap'),
    ]);
    expect(sent).toMatchObject({
      default: { text: 'plain 2' },
      rtm: { text: 'Items', template: list },
      nodeId: 'm',
      dialog: 'Say',
    });
    expect(sent?.default.template).toBeUndefined();
  });
  it('show the default where a channel has nothing of its own', async () => {
    expect(await first([say('same'), say('phone only', 'ivr')])).toMatchObject({
      default: { text: 'same' },
      rtm: { text: 'same' },
    });
  });
  it.each([
    ['rtm', 'r'],
    ['default', 'd'],
  ] as const)('on %s only what its own script writes is kept', async (channel, expected) => {
    const script = (mark: string) => `context.session.BotUserSession.mark = "${mark}"; print("x")`;
    const { conversation } = await send([say(script('d'), 'default', 'uxmap'), say(script('r'), 'rtm', 'uxmap')], {
      channel,
    });
    expect(conversation.session().BotUserSession).toMatchObject({ mark: expected });
  });
  it('pick the first of several texts, or what the caller chooses', async () => {
    const several = [say('one'), say('two'), say('three')];
    expect(await first(several)).toMatchObject({ rtm: { text: 'one' } });
    expect(await first(several, { choose: (count) => count - 1 })).toMatchObject({ rtm: { text: 'three' } });
    expect(await first(several, { choose: () => 99 })).toMatchObject({ rtm: { text: 'three' } });
  });
  it('note a script error with its place and go on', async () => {
    const { turn } = await send([say('let a;\na.b.c', 'default', 'uxmap')]);
    expect(turn.notes.find((n) => n.code === 'script-error')).toMatchObject({ nodeId: 'm', line: 2, component: 'm' });
    expect(codes(turn)).toContain('empty-message');
    expect(turn.ended).toBe(true);
  });
  it('note a placeholder without a value', async () => {
    const { turn } = await send([say('Hi {{context.nobody}}!')]);
    expect(turn.messages[0]?.rtm.text).toBe('Hi !');
    expect(codes(turn)).toContain('unresolved');
  });
  it('allow braces and quotes inside a placeholder', async () => {
    expect(
      await first([
        say('{{JSON.stringify({ a: { b: 1 } })}} {{"}}"}} {{ [1,2].map(function (x) { return x }).join("+") }}'),
      ]),
    ).toMatchObject({ rtm: { text: '{"a":{"b":1}} }} 1+2' } });
  });
  it('say so when there is nothing to say', async () =>
    expect(codes((await send([])).turn)).toContain('empty-message'));
});

describe('what a script printed', () => {
  it.each([
    ['hello', { text: 'hello' }],
    ['{"text":"hi"}', { text: 'hi' }],
    ['{"type":"message","payload":{"text":"hi","videoUrl":"v"}}', { text: 'hi' }],
    ['{not json', { text: '{not json' }],
    ['{"a":1}{"b":2}', { text: '{"a":1}{"b":2}' }],
    [JSON.stringify(list), { text: 'Items', template: list }],
  ])('%s', (printed, rendered) => expect(readPrinted(printed)).toEqual(rendered));
});
