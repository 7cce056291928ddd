import { describe, expect, it } from 'vitest';
import type { Component, NodeOptions } from '../../kore/format';
import type { ConversationOptions } from '../../preview/conversation';
import { say } from './build-bot';
import type { BotSpec, NodeSpec } from './build-bot';
import { talkTo, texts } from './talk';

const done: NodeSpec = {
  id: 'done',
  type: 'message',
  with: { message: [say('got {{JSON.stringify(context.entities.Value)}}')] },
};
const gaveUp: NodeSpec = { id: 'gaveUp', type: 'message', with: { message: [say('gave up')] } };

interface Ask {
  readonly type: string;
  readonly with?: Partial<Component>;
  readonly options?: NodeOptions;
  readonly says?: readonly string[];
}

const spec = ({ type, with: component, options, says = [] }: Ask): BotSpec => ({
  dialogs: [
    {
      name: 'Ask',
      says,
      nodes: [
        {
          id: 'e',
          name: 'Value',
          type: 'entity',
          to: 'done',
          ...(options && { options }),
          with: { entityType: type, message: [say('Value?')], errorMessage: [say('Wrong.')], ...component },
        },
        done,
        gaveUp,
      ],
    },
    {
      name: 'Other',
      says: ['do the other thing'],
      nodes: [{ id: 'o', type: 'message', with: { message: [say('other')] } }],
    },
  ],
});
const play = async (ask: Ask, lines: readonly string[], options: Partial<ConversationOptions> = {}) => {
  const conversation = talkTo(spec(ask), options);
  const turns = [];
  for (const line of lines) turns.push(await conversation.say(line));
  return turns;
};
const said = async (ask: Ask, ...lines: readonly string[]) => (await play(ask, lines)).flatMap(texts);

describe('asking for a value', () => {
  it.each(['label', 'description', 'person_name', 'location'])('a blank answer is no value of type %s', async (type) =>
    expect(await said({ type }, 'Ask', '  ', 'Ada Lindqvist')).toEqual([
      'Value?',
      'Wrong.',
      expect.stringContaining('got'),
    ]),
  );

  it('asks, and keeps the answer', async () =>
    expect(await said({ type: 'label' }, 'Ask', 'blue  mug ')).toEqual(['Value?', 'got "blue  mug"']));
  it('asks again until the answer fits the type', async () => {
    expect(await said({ type: 'number' }, 'Ask', 'blue', 'it is 7')).toEqual(['Value?', 'Wrong.', 'got 7']);
  });
  it('ends the dialog when the retries are used up', async () => {
    const turns = await play(
      { type: 'number', options: { eventOptions: { defaultMaxRetry: { retry_limit: 2, action: 'endOfDialog' } } } },
      ['Ask', 'a', 'b'],
    );
    expect(turns.flatMap(texts)).toEqual(['Value?', 'Wrong.', expect.stringContaining('this task ends here')]);
    expect(turns.at(-1)).toMatchObject({ ended: true, messages: [{ own: true }] });
    expect(turns[2]?.notes.map((n) => n.code)).toContain('retries-exceeded');
  });
  it('goes where the node says when the retries are used up', async () => {
    const eventOptions = { defaultMaxRetry: { retry_limit: 1, action: 'executeNode', ref: 'gaveUp' } };
    expect(await said({ type: 'number', options: { eventOptions } }, 'Ask', 'a')).toEqual(['Value?', 'gave up']);
  });
  it('asks an optional one once', async () =>
    expect(await said({ type: 'number', options: { promptOptions: 'optional' } }, 'Ask', 'no')).toEqual([
      'Value?',
      'got ',
    ]));
  it('never asks a hidden one, and takes its default', async () => {
    expect(await said({ type: 'label', options: { promptOptions: 'hidden' } }, 'Ask')).toEqual(['got ']);
    expect(
      await said({ type: 'label', options: { promptOptions: 'hidden', defaultValue: [say('x{{1 + 1}}')] } }, 'Ask'),
    ).toEqual(['got "x2"']);
  });
  it('collects several values for a list', async () => {
    expect(await said({ type: 'number', with: { isArray: true } }, 'Ask', '1, 2 and 3')).toEqual([
      'Value?',
      'got [1,2,3]',
    ]);
  });
  it('offers the options of a list as buttons', async () => {
    const values = [
      { title: 'Tea', value: 'tea', synonyms: ['chai'] },
      { title: 'A rather long name of coffee', value: 'coffee', synonyms: [] },
    ];
    const ask = { type: 'list_of_values', with: { localeData: { en: { allowedValues: { values } } } } };
    const [asked, answered] = await play(ask, ['Ask', 'Chai please']);
    expect(asked?.messages[0]?.rtm.template?.payload).toMatchObject({
      template_type: 'button',
      buttons: [
        { title: 'Tea', payload: 'tea' },
        { title: 'A rather long name..', payload: 'coffee' },
      ],
    });
    expect(asked?.messages[0]?.default).toEqual({ text: 'Value?' });
    expect(answered?.messages[0]?.rtm.text).toBe('got "tea"');
  });
  it('checks a pattern, delimited or not', async () => {
    expect(await said({ type: 'regex', with: { regexPattern: '#?\\d{4}' } }, 'Ask', '12', 'no #1002')).toEqual([
      'Value?',
      'Wrong.',
      'got "#1002"',
    ]);
    expect(await said({ type: 'regex', with: { regexPattern: '/^ab+$/gi' } }, 'Ask', 'ABB')).toEqual([
      'Value?',
      'got "ABB"',
    ]);
  });
  it('is not held up by a pattern without end', async () => {
    const [, turn] = await play({ type: 'regex', with: { regexPattern: '^(a+)+$' } }, ['Ask', `${'a'.repeat(40)}b`]);
    expect(turn?.notes.some((n) => n.code === 'script-error')).toBe(true);
  });
});

describe('filling a value from what was said', () => {
  it('takes the part a training utterance marks', async () => {
    expect(await said({ type: 'label', says: ['find ${Value=mug} now'] }, 'find red pot now')).toEqual([
      'got "red pot"',
    ]);
  });
  it('finds a typed value in passing', async () =>
    expect(await said({ type: 'number', says: ['where is my order'] }, 'where is my order 1002')).toEqual([
      'got 1002',
    ]));
  it('never takes a marked part that does not fit the type', async () => {
    expect(await said({ type: 'number', says: ['order ${Value=1}'] }, 'order abc')).toEqual(['Value?']);
  });
  it('always asks when told to', async () => {
    expect(
      await said({ type: 'number', says: ['order ${Value=1}'], options: { reuseOptions: '3' } }, 'order 7'),
    ).toEqual(['Value?']);
  });
  it('does not ask when the value is known', async () => {
    const conversation = talkTo({
      dialogs: [
        {
          name: 'Known',
          nodes: [
            { id: 's', type: 'script', with: { script: 'context.entities.Value = 0' }, to: 'e' },
            {
              id: 'e',
              name: 'Value',
              type: 'entity',
              with: { entityType: 'number', message: [say('Value?')] },
              to: 'done',
            },
            done,
          ],
        },
      ],
    });
    expect(texts(await conversation.say('Known'))).toEqual(['got 0']);
  });
  it('asks again when a script has emptied it', async () => {
    const reset: NodeSpec = {
      id: 'reset',
      type: 'script',
      with: { script: 'context.entities.Value = undefined' },
      to: 'e',
    };
    const loop: BotSpec = {
      dialogs: [
        {
          name: 'Loop',
          says: ['order ${Value=1}'],
          nodes: [
            {
              id: 'e',
              name: 'Value',
              type: 'entity',
              with: { entityType: 'number', message: [say('Value?')] },
              to: 'done',
            },
            { ...done, to: 'reset' },
            reset,
          ],
        },
      ],
    };
    const conversation = talkTo(loop);
    expect(texts(await conversation.say('order 7'))).toEqual(['got 7', 'Value?']);
    expect(texts(await conversation.say('8'))).toEqual(['got 8', 'Value?']);
  });
});

describe('turning to something else', () => {
  it('does so when the answer fits no value', async () =>
    expect(await said({ type: 'number' }, 'Ask', 'do the other thing')).toEqual(['Value?', 'other']));
  it('takes the words as the value where any text is one', async () => {
    expect(await said({ type: 'label' }, 'Ask', 'do the other thing')).toEqual(['Value?', 'got "do the other thing"']);
  });
  it('follows the precedence of the node', async () => {
    const other = 'do the other thing';
    expect(
      await said(
        { type: 'regex', with: { regexPattern: 'other' }, options: { precedence: 'intentOverEntity' } },
        'Ask',
        other,
      ),
    ).toEqual(['Value?', 'other']);
    expect(await said({ type: 'regex', with: { regexPattern: 'other' } }, 'Ask', other)).toEqual([
      'Value?',
      'got "other"',
    ]);
  });
  it('stops at a command', async () =>
    expect((await play({ type: 'number' }, ['Ask', 'Cancel'])).at(-1)).toMatchObject({
      ended: true,
      messages: [{ own: true }],
    }));
});
