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
});
