import { describe, expect, test } from 'vitest';
import { topicsOf } from '../../generator/compile/scripts/topics';
import { foldedWords, stem } from '../../generator/compile/scripts/words';
import { actionText, oneAction, smallBot } from './small';

describe('what an action is about', () => {
  const bot = (own: string, other: string) =>
    smallBot({
      'get-it.yaml': actionText({ utterances: own }),
      'other.yaml': actionText({ title: 'Other', utterances: other }),
    });
  const topics = (own: string, other: string) => {
    const made = bot(own, other);
    const [action] = made.actions;
    if (action === undefined) throw new Error('no action');
    return topicsOf(made, action);
  };
  const many = (count: number, of: number, word: string) =>
    `[${Array.from({ length: of }, (_, i) => (i < count ? `${word} x${'abcdefghijklmnopqrstuvwxyz'[i % 26] ?? ''}${Math.floor(i / 26)}` : `y${'abcdefghijklmnopqrstuvwxyz'[i % 26] ?? ''}${Math.floor(i / 26)}`)).join(', ')}]`;

  test('is what its sentences say, but for numbers, short words and words that say nothing', () => {
    expect(topics('[show me the zebras 1a, "a ox ${n} zebra"]', '[other horses]')).toEqual({
      own: ['zebra'],
      elsewhere: ['hors', 'other'],
    });
  });

  test('is what begins as another word does, once', () => {
    expect(topics('[box boxer boxes ball]', '[fly]').own).toEqual(['ball', 'box']);
  });

  test('is not elsewhere what it says itself', () => {
    expect(topics('[red zebra]', '[red mug]')).toEqual({ own: ['red', 'zebra'], elsewhere: ['mug'] });
  });

  test.each([
    [1, 25, true],
    [1, 26, false],
  ])('stands in every twenty-fifth sentence: %i of %i', (count, of, wanted) => {
    expect(topics(many(count, of, 'zebra'), '[fly]').own.includes('zebra')).toBe(wanted);
  });

  test.each([
    [2, 25, true],
    [2, 26, false],
  ])('is elsewhere what stands in every twelfth sentence: %i of %i', (count, of, wanted) => {
    expect(topics('[fly]', many(count, of, 'zebra')).elsewhere.includes('zebra')).toBe(wanted);
  });

  test('is nothing of an action that the bot has not', () => {
    const [, action] = oneAction();
    const other = smallBot({ 'other.yaml': actionText({ utterances: '[red horses]' }) });
    expect(topicsOf(other, action)).toEqual({ own: [], elsewhere: ['hors', 'red'] });
  });
});

test.each([
  ['bus', 'bus'],
  ['cars', 'car'],
  ['boxes', 'box'],
  ['mugs', 'mug'],
  ['es', 'es'],
])('the stem of %s is %s', (word, wanted) => {
  expect(stem(word)).toBe(wanted);
});

test.each([
  ["Where's Ümit’s café?", ['wheres', 'umits', 'cafe']],
  ['?!', []],
])('the words of %j', (text, wanted) => {
  expect(foldedWords(text)).toEqual(wanted);
});
