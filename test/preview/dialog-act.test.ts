import { describe, expect, it } from 'vitest';
import { say } from './build-bot';
import type { BotSpec } from './build-bot';
import { talkTo, texts } from './talk';

describe('a confirmation', () => {
  const confirm: BotSpec = {
    dialogs: [
      {
        name: 'Sure',
        nodes: [
          {
            id: 'c',
            type: 'dialogAct',
            with: { message: [say('Really?')], localeData: { en: { synonyms: { yes: ['Aye'], no: [] } } } },
            to: [
              [{ dialogAct: 'yes' }, 'y'],
              [{ dialogAct: 'no' }, 'end'],
            ],
          },
          { id: 'y', type: 'message', with: { message: [say('good')] } },
        ],
      },
    ],
  };
  it('goes by yes and no, and the bot’s own words for them', async () => {
    const conversation = talkTo(confirm);
    const asked = await conversation.say('Sure');
    expect(asked.messages[0]?.rtm.template?.payload['template_type']).toBe('quick_replies');
    expect(texts(await conversation.say('hm'))).toEqual(['Really?']);
    const answered = await conversation.say('aye!');
    expect(texts(answered)).toEqual(['good']);
    expect(answered.path[0]).toMatchObject({ nodeId: 'c', transition: 0 });
    await conversation.say('Sure');
    expect(await conversation.say('No.')).toMatchObject({ ended: true, messages: [] });
  });
  it('has its buttons in the language of the conversation', async () => {
    const asked = await talkTo({ ...confirm, languages: ['en', 'es'] }, { language: 'es' }).say('Sure');
    expect(asked.messages[0]?.rtm.template?.payload['quick_replies']).toMatchObject([
      { title: 'Sí', payload: 'yes' },
      { title: 'No', payload: 'no' },
    ]);
  });
});
