import { describe, expect, it } from 'vitest';
import { say } from './build-bot';
import type { BotSpec } from './build-bot';
import { codes, talkTo, texts } from './talk';

describe('a list', () => {
  const fruit: BotSpec = {
    dialogs: [
      {
        name: 'Order',
        nodes: [
          {
            id: 'e',
            name: 'Item',
            type: 'entity',
            to: 'done',
            with: {
              entityType: 'list_of_values',
              message: [say('Which?')],
              errorMessage: [say('Wrong.')],
              localeData: {
                en: {
                  allowedValues: {
                    values: ['Fruit juice', 'Fruit salad', 'Bread'].map((title) => ({
                      title,
                      value: title,
                      synonyms: [],
                    })),
                  },
                },
              },
            },
          },
          { id: 'done', type: 'message', with: { message: [say('got {{context.entities.Item}}')] } },
        ],
      },
    ],
  };
  const said = async (...lines: readonly string[]) => {
    const conversation = talkTo(fruit);
    const turns = [];
    for (const line of ['Order', ...lines]) turns.push(await conversation.say(line));
    return turns;
  };
  it('asks which one when an answer fits several, and takes the next answer', async () => {
    const turns = await said('Fruit', 'the salad');
    expect(turns[1] && codes(turns[1])).toContain('ambiguous');
    expect(turns[1]?.messages[0]?.default.text).toContain('- Fruit juice\n- Fruit salad');
    expect(turns[1]?.messages[0]?.rtm.template?.payload['quick_replies']).toHaveLength(2);
    expect(turns[2] && texts(turns[2])).toEqual(['got Fruit salad']);
  });
  it('asks again when the answer is still unclear', async () =>
    expect((await said('Fruit', 'fruit', 'juice')).flatMap(texts).slice(-1)).toEqual(['got Fruit juice']));
  it('goes on with nothing when the question which one is answered with nothing of the list', async () =>
    expect((await said('Fruit', 'xyz')).flatMap(texts).slice(-1)).toEqual(['got ']));
  it('takes another option at that question', async () =>
    expect((await said('Fruit', 'bread')).flatMap(texts).slice(-1)).toEqual(['got Bread']));
  it('takes a part that fits one', async () =>
    expect((await said('salad')).flatMap(texts)).toEqual(['Which?', 'got Fruit salad']));
  it('shows scripts the options that were unclear', async () => {
    const conversation = talkTo(fruit);
    await conversation.say('Order');
    await conversation.say('fruit');
    expect(conversation.context()['ambiguousEntityValues']).toMatchObject([{ title: 'Fruit juice' }, {}]);
  });
});
