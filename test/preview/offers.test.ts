import { describe, expect, it } from 'vitest';
import { say } from './build-bot';
import { codes, talkTo, texts } from './talk';

describe('an utterance that may mean two things', () => {
  const task = (name: string, words: string) => ({
    name,
    says: [words],
    nodes: [{ id: name, type: 'message', with: { message: [say(`ran ${name}`)] } }],
  });
  const conversation = talkTo({
    dialogs: [task('One', 'cancel subscription today'), task('Two', 'cancel subscription later')],
  });

  it('is answered with buttons that start one of them', async () => {
    const turn = await conversation.say('cancel subscription');
    expect(codes(turn)).toEqual(['ambiguous']);
    expect(turn.messages[0]?.default.text).toContain('- One\n- Two');
    const replies = turn.messages[0]?.rtm.template?.payload['quick_replies'] as { payload: string }[];
    expect(texts(await conversation.say(replies[1]?.payload ?? ''))).toEqual(['ran Two']);
  });

  it('keeps the value that was said, and does not ask for it again', async () => {
    const asks = (name: string, words: string) => ({
      name,
      says: [words],
      nodes: [
        {
          id: `${name}-e`,
          type: 'entity',
          name: `${name}Number`,
          to: name,
          with: { entityType: 'number', message: [say('Which?')] },
        },
        { id: name, type: 'message', with: { message: [say(`ran ${name}`)] } },
      ],
    });
    const one = talkTo({
      dialogs: [asks('Ant', 'cancel subscription today'), asks('Bee', 'cancel subscription later')],
    });
    await one.say('cancel subscription 12');
    expect(texts(await one.say('Bee'))).toEqual(['ran Bee']);
    expect(texts(await one.say('Bee'))).toEqual(['Which?']);
  });

  it('is asked about in the language of the conversation, in English where the player has no words', async () => {
    const asked = async (language: string) => {
      const spec = {
        languages: ['en', language],
        dialogs: [
          task('One', `cancel subscription today @${language}`),
          task('Two', `cancel subscription later @${language}`),
        ],
      };
      return texts(await talkTo(spec, { language }).say('cancel subscription'));
    };
    expect(await asked('es')).toEqual(['¿Se refiere a alguna de estas opciones?']);
    expect(await asked('de')).toEqual(['Did you mean one of these?']);
  });

  it('never offers the dialogs that the platform makes', async () => {
    const dialogs = [task('Welcome Task', 'show me the main menu'), task('Lunch', 'show me the lunch menu')];
    const turn = await talkTo({ dialogs }).say('the menu');
    expect(turn.messages[0]?.default.text).toBe('Did you mean one of these?\n- Lunch');
    const alone = await talkTo({ dialogs: dialogs.slice(0, 1) }).say('another menu please');
    expect(codes(alone)).toEqual(['intent-not-found']);
  });
});
