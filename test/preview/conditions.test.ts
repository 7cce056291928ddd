import { describe, expect, it } from 'vitest';
import type { Condition } from '../../kore/format';
import { compareOperands } from '../../preview/inferred';
import { createSession, keepSession, sessionValues } from '../../preview/session';
import { say } from './build-bot';
import { talkTo, texts } from './talk';

const branch = async (setup: string, condition: Condition) => {
  const conversation = talkTo({
    dialogs: [
      {
        name: 'Go',
        nodes: [
          { id: 's', type: 'script', with: { script: encodeURIComponent(setup) }, to: [[condition, 'yes'], 'no'] },
          { id: 'yes', type: 'message', with: { message: [say('yes')] } },
          { id: 'no', type: 'message', with: { message: [say('no')] } },
          { id: 'e', type: 'entity', name: 'Value', with: {} },
        ],
      },
    ],
  });
  return texts(await conversation.say('Go'))[0] === 'yes';
};

describe('comparing', () => {
  it.each([
    [200, 'eq', '200', true],
    ['200', 'eq', '200.0', true],
    ['a', 'eq', 'A', false],
    [undefined, 'eq', '', false],
    [true, 'eq', 'true', true],
    ['b', 'neq', 'a', true],
    [10, 'gt', '9', true],
    ['10', 'lt', '9', false],
    ['b', 'gt', 'a', true],
    [5, 'gte', '5', true],
    [5, 'lte', '4', false],
    [undefined, 'lt', '5', false],
    [['x', 3], 'cnt', '3', true],
    ['blue mug', 'cnt', 'mug', true],
    [undefined, 'cnt', '', false],
    ['', 'dne', '', true],
    [0, 'dne', '', false],
    [0, '', '', true],
    [null, '', '', false],
    [1, 'unknownOperator', '1', false],
  ])('%s %s %s is %s', (left, op, right, expected) => expect(compareOperands(left, op, right)).toBe(expected));
});

describe('conditions of a transition', () => {
  it('read the context by path or as an expression', async () => {
    expect(
      await branch('context.a = { "b-c": [{ d: 7 }] }', { context: 'context.a["b-c"][0].d', op: 'eq', value: '7' }),
    ).toBe(true);
    expect(await branch('context.a = [1, 2]', { context: 'context.a.length', op: 'eq', value: '2' })).toBe(true);
    expect(await branch('context.a = [1, 2]', { context: 'context.a.concat(3).length', op: 'eq', value: '3' })).toBe(
      true,
    );
    expect(await branch('', { context: 'context.constructor.name' })).toBe(false);
    expect(await branch('', { context: 'context.a.b.c', op: 'dne' })).toBe(true);
  });
  it('read an entity through its node', async () => {
    expect(await branch('context.entities.Value = "x"', { field: 'e', op: 'eq', value: 'x' })).toBe(true);
    expect(await branch('', { field: 'e' })).toBe(false);
  });
  it('may join tests', async () => {
    const tests = [
      { context: 'context.a', op: 'eq', value: '1' },
      { context: 'context.b', op: 'eq', value: '1' },
    ];
    expect(await branch('context.a = 1', { conjoin: 'and', tests })).toBe(false);
    expect(await branch('context.a = 1', { conjoin: 'or', tests })).toBe(true);
    expect(await branch('context.a = context.b = 1', { conjoin: 'and', tests })).toBe(true);
  });
});

describe('session scopes', () => {
  it('forget what has run out', () => {
    const session = createSession({ BotContext: { keep: 1 } });
    const before = sessionValues(session, 0);
    keepSession(
      session,
      before,
      { ...before, BotContext: { keep: 1, token: 't' } },
      [{ scope: 'BotContext', key: 'token', minutes: 5 }],
      0,
    );
    expect(sessionValues(session, 299_999).BotContext).toEqual({ keep: 1, token: 't' });
    expect(sessionValues(session, 300_000).BotContext).toEqual({ keep: 1 });
  });
  it('can be shared between conversations', () => {
    const one = createSession();
    const two = createSession({}, { BotContext: one.BotContext });
    keepSession(one, sessionValues(one, 0), { BotContext: { a: 1 }, BotUserSession: { b: 1 } }, [], 0);
    expect(sessionValues(two, 0)).toMatchObject({ BotContext: { a: 1 }, BotUserSession: {} });
  });
  it('outlive a dialog and its context', async () => {
    let now = 0;
    const store = {
      name: 'Store',
      nodes: [
        {
          id: 's',
          type: 'script',
          with: { script: encodeURIComponent('context.mine = 1; BotContext.put("t", "v", 1)') },
        },
      ],
    };
    const show = {
      name: 'Show',
      nodes: [
        { id: 'm', type: 'message', with: { message: [say('{{typeof context.mine}} {{BotContext.get("t")}}')] } },
      ],
    };
    const conversation = talkTo({ dialogs: [store, show] }, { clock: () => now });
    await conversation.say('Store');
    expect(texts(await conversation.say('Show'))).toEqual(['undefined v']);
    now = 60_000;
    expect(texts(await conversation.say('Show'))).toEqual(['undefined ']);
  });
});
