import { describe, expect, it } from 'vitest';
import { yesOrNo } from '../../preview/confirmation';
import { say } from './build-bot';
import type { BotSpec, Way } from './build-bot';
import { codes, steps, talkTo, texts } from './talk';

describe('yes and no', () => {
  const none = { yes: [], no: [] };
  it.each([
    ['absolutely', 'yes'],
    ['Of course!', 'yes'],
    ['of course not', 'no'],
    ['go ahead', 'yes'],
    ['please go ahead', undefined],
    ['go ahead and make my day', undefined],
    ['sure thing, thanks', 'yes'],
    ['not really', 'no'],
    ['never mind', 'no'],
    ["I don't think so", 'no'],
    ["that's right", 'yes'],
    ['yes please', 'yes'],
    ['no thanks', 'no'],
    ['well yes', 'yes'],
    ['absolutely not', 'no'],
    ['👍', 'yes'],
    ['👎', 'no'],
    ['123asd', undefined],
    ['yesterday', undefined],
    ['notebook', undefined],
    ['', undefined],
  ])('"%s" is %s', (text, expected) => expect(yesOrNo(text, 'en', none)).toBe(expected));
  it.each([
    ['sí', 'yes'],
    ['por supuesto', 'yes'],
    ['por supuesto que no', 'no'],
    ['para nada', 'no'],
    ['mañana', undefined],
  ])('"%s" is %s in Spanish', (text, expected) => expect(yesOrNo(text, 'es', none)).toBe(expected));
  it('the bot’s own words count, wherever they stand', () =>
    expect(yesOrNo('hm, aye then', 'en', { yes: ['<hm aye', 'aye then'], no: ['then'] })).toBe('yes'));
});

describe('an answer that is neither yes nor no', () => {
  const confirm = (otherwise?: Way[number] & string): BotSpec => ({
    dialogs: [
      {
        name: 'Sure',
        nodes: [
          {
            id: 'c',
            type: 'dialogAct',
            with: { message: [say('Really?')] },
            to: [
              [{ dialogAct: 'yes' }, 'y'],
              [{ dialogAct: 'no' }, 'end'],
              ...(otherwise === undefined ? [] : [otherwise]),
            ],
          },
          { id: 'y', type: 'message', with: { message: [say('good')] } },
          { id: 'other', type: 'message', with: { message: [say('else')] } },
        ],
      },
    ],
  });
  const answered = async (bot: BotSpec, target: 'xo10' | 'xo11', ...lines: readonly string[]) => {
    const conversation = talkTo(bot, {}, target);
    await conversation.say('Sure');
    const turns = [];
    for (const line of lines) turns.push(await conversation.say(line));
    return turns;
  };

  it('goes along the else at once in XO 10', async () => {
    const [turn] = await answered(confirm('other'), 'xo10', '123asd');
    expect(turn && texts(turn)).toEqual(['else']);
    expect(turn && steps(turn)).toEqual(['c>default', 'other>default']);
  });
  it('is asked again where the else leads nowhere', async () => {
    const [turn] = await answered(confirm(''), 'xo10', '123asd');
    expect(turn && texts(turn)).toEqual(['Really?']);
  });
  it('is asked again in XO 11, and the else follows when the retries are used up', async () => {
    const turns = await answered(confirm('other'), 'xo11', 'a', 'b', 'c', 'd', 'e');
    expect(turns.flatMap(texts)).toEqual(['Really?', 'Really?', 'Really?', 'Really?', 'else']);
  });
  it('without an else ends the task after five, and says so', async () => {
    const turns = await answered(confirm(), 'xo10', 'a', 'b', 'c', 'd', 'e');
    expect(turns.flatMap(texts)).toEqual([...Array<string>(4).fill('Really?'), expect.stringContaining('ends here')]);
    expect(turns.at(-1)).toMatchObject({ ended: true });
    expect(turns.flatMap(codes)).toContain('retries-exceeded');
  });
});
