import { describe, expect, it } from 'vitest';
import { learn } from '../../preview/nlu/classifier';
import type { Sample } from '../../preview/nlu/classifier';
import { ANY, LONG_NUMBER, MAIL, mender, NUMBER, stemOf, wordKindOf } from '../../preview/nlu/words';

describe('the kind of a word', () => {
  it.each([
    ['ann@example.com', MAIL],
    ['1001', NUMBER],
    ['#1001', NUMBER],
    ['en-1001', NUMBER],
    ['1,001', NUMBER],
    ['123456', NUMBER],
    ['1234567', LONG_NUMBER],
    ['gid://shop/order/1234567', LONG_NUMBER],
    ['24l', '24l'],
    ['350ml', '350ml'],
    ['2x', '2x'],
    ['100abc', NUMBER],
    ['lamp', 'lamp'],
    ['ab', 'ab'],
  ])('of %s is %s', (word, kind) => expect(wordKindOf(word)).toBe(kind));
});

describe('a stem', () => {
  it.each([
    ['orders', 'order'],
    ['categories', 'category'],
    ['houses', 'hous'],
    ['house', 'hous'],
    ['glass', 'glass'],
    ['bus', 'bus'],
    ['buse', 'bus' + 'e'.slice(1)],
    ['toes', 'toe'],
    ['ties', 'ty'],
    [ANY, ANY],
  ])('of %s is %s', (word, stem) => expect(stemOf(word)).toBe(stem));
});

describe('a misspelt word', () => {
  const mend = mender(new Set(['order', 'orders', 'collection', 'cat', 'lamp', 'catalog', 'delivery', MAIL]));
  it.each([
    // One letter missing, however short the word; one too many, or another, only in a longer one.
    ['oder', 'order'],
    ['lmp', 'lmp'],
    ['lapm', 'lamp'],
    ['alpm', 'alpm'],
    ['lamd', 'lamd'],
    ['ordex', 'ordex'],
    ['ordess', 'ordess'],
    ['catalox', 'catalog'],
    ['orderrs', 'orderrs'],
    ['deliveryy', 'delivery'],
    ['cataloge', 'catalog'],
    ['delixexy', 'delivery'],
    ['delxvexx', 'delxvexx'],
    ['laps', 'laps'],
    ['colection', 'collection'],
    ['colecton', 'collection'],
    ['colecon', 'colecon'],
    // What begins with another letter is a swap, or another word.
    ['rodres', 'rodres'],
    ['rodres'.slice(0, 5), 'rodre'],
    ['roders', 'orders'],
    ['bollection', 'bollection'],
    ['order', 'order'],
    ['caat', 'caat'],
    [NUMBER, NUMBER],
  ])('%s is taken for %s', (word, meant) => {
    expect(mend(word)).toBe(meant);
    expect(mend(word)).toBe(meant);
  });
});

describe('learning', () => {
  const sample = (target: number, text: string): Sample => ({ target, words: text.split(' '), spelt: text.split(' ') });
  const topics = [
    ['where is my order', 'track an order'],
    ['show me lamps', 'find a lamp'],
  ];
  const samples = (each: number) =>
    topics.flatMap((texts, target) =>
      Array.from({ length: each }, (_, i) => sample(target, `${texts[i % 2] ?? ''} ${'abcdefgh'.charAt(i)}`)),
    );
  it('needs two things to tell apart, and eight sentences of each', () => {
    expect(learn(samples(8), 1)).toBeUndefined();
    expect(learn(samples(8).slice(1), 2)).toBeUndefined();
    expect(learn(samples(8), 2)).toBeDefined();
  });
  it('is left out where it would take too long', () => {
    const many = Array.from({ length: 4000 }, (_, i) => sample(i % 200, `alpha${i} beta${i} gamma${i} delta${i}`));
    expect(learn(many, 200)).toBeUndefined();
  });
  it('gives probabilities that add up to one, the highest to what is meant', () => {
    const classify = learn(samples(8), 2);
    const [order = 0, lamp = 0] = classify?.({ words: ['order'], spelt: ['order'] }) ?? [];
    expect(order).toBeGreaterThan(0.8);
    expect(order + lamp).toBeCloseTo(1);
    expect(classify?.({ words: ['zzz'], spelt: ['zzz'] })).toEqual([0.5, 0.5]);
    const [a = 0, b = 0] = classify?.({ words: ['lmps'], spelt: ['lamps'] }) ?? [];
    expect(b).toBeGreaterThan(a);
  });
});
