import { describe, expect, it } from 'vitest';
import { priceLimits } from '../../generator/model/price-limits';

const without = (text: string, languages: readonly string[]) =>
  text
    .replace(new RegExp(priceLimits(languages), 'giu'), ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('a limit of price in what is looked for', () => {
  it.each([
    ['hoodies under $50', 'hoodies'],
    ['hoodies below 50 dollars', 'hoodies'],
    ['mugs less than 20', 'mugs'],
    ['mugs cheaper than $30', 'mugs'],
    ['mugs up to 30 dollars', 'mugs'],
    ['hoodies between 20 and 50 dollars', 'hoodies'],
    ['$20 - $50 hoodies', 'hoodies'],
    ['blankets that cost no more than $100', 'blankets'],
    ['candles priced below 15.50 usd', 'candles'],
    ['mugs for under 20 bucks please', 'mugs please'],
    ['tazas de menos de 50 euros', 'tazas'],
    ['tazas que cuesten menos de 20 €', 'tazas'],
    ['sudaderas por debajo de 50 €', 'sudaderas'],
    ['tazas más baratas que 20 €', 'tazas'],
    ['tazas hasta 20 por favor', 'tazas por favor'],
    ['entre 20 y 50 euros', ''],
  ])('of %s leaves %s', (said, left) => {
    expect(without(said, ['en', 'es'])).toBe(left);
  });

  it.each([
    'tent for up to 4 persons',
    'mug up to 350 ml',
    'Over 9000 mug',
    'backpack 24L',
    'mug 2 for 1',
    'Shelf 30*40*50 cm',
    'taza de 350 ml',
    'level 5 to 10',
    'Catch 22',
    'Less Than Zero',
  ])('is none in %s', (said) => {
    expect(without(said, ['en', 'es'])).toBe(said);
  });

  it('is a sum with its currency in a language that is not known', () => {
    expect(without('hætter $50 Mug 20', ['da'])).toBe('hætter Mug 20');
  });

  it.each(['for ', '1 to ', '9', 'no more than ', '$ '])('takes no time in thousands of %j', (part) => {
    const said = part.repeat(3000 / part.length);
    const started = performance.now();
    without(said, ['en', 'es', 'de', 'fr_CA']);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
