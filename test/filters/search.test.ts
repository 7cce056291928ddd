import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from './evaluate';
import { anyInput } from './hostile';

describe('searchWords', () => {
  const searchWords = evaluate('searchWords');
  /** Nothing but prefix searches on the field: there is no place for an operator of the person's own. */
  const GRAMMAR = /^title:[\p{L}\p{N}\p{M}]{1,40}\*(?: AND title:[\p{L}\p{N}\p{M}]{1,40}\*){0,7}$/u;

  test.each([
    ['mug', 'title:mug*'],
    ['  Blue   mug ', 'title:Blue* AND title:mug*'],
    ['mug" OR status:draft OR "', 'title:mug* AND title:status* AND title:draft*'],
    ['mug*', 'title:mug*'],
    ['-mug', 'title:mug*'],
    ["women's", 'title:women* AND title:s*'],
    ['tag:secret', 'title:tag* AND title:secret*'],
    ['c\\"b', 'title:c* AND title:b*'],
    ['(mug)', 'title:mug*'],
    ['mug😀cup', 'title:mug* AND title:cup*'],
    ['mug\ud800', 'title:mug*'],
    ['כוס', 'title:כוס*'],
    ['किताब', 'title:किताब*'],
    ['cafe\u0301', 'title:café*'],
    ['1 2 3 4 5 6 7 8 9', [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `title:${n}*`).join(' AND ')],
    ['a lantern', 'title:lantern*'],
    ['the', 'title:the*'],
    ['mugs', 'title:mug*'],
    ['any mugs?', 'title:mug*'],
    ['gift cards', 'title:gift* AND title:card*'],
    ['I want a mug', 'title:mug*'],
    ['candles', 'title:candl*'],
    ['boxes', 'title:box*'],
    ['backpack 24L', 'title:backpack* AND title:24*'],
    ['rangers wool blanket', 'title:ranger* AND title:wool* AND title:blanket*'],
    ['glass dress bus', 'title:glass* AND title:dress* AND title:bus*'],
    ['tazas de colores', 'title:taza* AND title:de* AND title:color*'],
    ['x'.repeat(5_000), `title:${'x'.repeat(40)}*`],
  ])('makes %j a safe search', (value, expected) => {
    expect(searchWords(value, 'title')).toBe(expected);
  });

  test.each(['', '   ', '***', '"', '\\', '😀', '\ud800', '-:()<>', '\n\u0000', '\u0301'])(
    'has nothing to search for in %j',
    (value) => {
      expect(searchWords(value, 'title')).toBeNull();
    },
  );

  test('leaves no place for an operator of the person’s own', () => {
    fc.assert(
      fc.property(anyInput, (text) => {
        const search = searchWords(text, 'title');
        if (search !== null) expect(search).toMatch(GRAMMAR);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('searchPhrase', () => {
  const searchPhrase = evaluate('searchPhrase');
  /** One quoted text: neither the quote nor the escape character can stand in it. */
  const GRAMMAR = /^name:"[^"\\\p{Cc}\p{Cs}]{1,80}"$/u;

  test.each([
    ['#1001', 'name:"#1001"'],
    ['  1001 ', 'name:"1001"'],
    ['1001" OR name:"1002', 'name:"1001 OR name: 1002"'],
    ['1001\\', 'name:"1001"'],
    ['1001\\" OR 1', 'name:"1001 OR 1"'],
    ['10\n01', 'name:"10 01"'],
    ['1001*', 'name:"1001*"'],
    ['№ ١٢٣', 'name:"№ ١٢٣"'],
    ['a\ud800b', 'name:"a b"'],
    ['x'.repeat(5_000), `name:"${'x'.repeat(80)}"`],
    [`${'x'.repeat(79)}😀`, `name:"${'x'.repeat(79)}😀"`],
  ])('makes %j a safe search', (value, expected) => {
    expect(searchPhrase(value, 'name')).toBe(expected);
  });

  test.each(['', '""', '\\', '*', '#', '😀', ' : '])('has nothing to search for in %j', (value) => {
    expect(searchPhrase(value, 'name')).toBeNull();
  });

  test('leaves no place for an operator of the person’s own', () => {
    fc.assert(
      fc.property(anyInput, (text) => {
        const search = searchPhrase(text, 'name');
        if (search !== null) expect(search).toMatch(GRAMMAR);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('searchNear', () => {
  const searchNear = evaluate('searchNear');
  const TERM = String.raw`(?:title|kind):[\p{L}\p{N}\p{M}]{1,40}\*`;
  const GRAMMAR = new RegExp(`^\\(${TERM}(?: OR ${TERM}){0,19}\\)$`, 'u');

  test.each([
    ['mugs', '(title:mug* OR kind:mug*)'],
    ['enmael mug', '(title:enmael* OR title:enm* OR title:en* OR kind:enmael* OR title:mug* OR kind:mug*)'],
    ['mug) OR status:draft', /title:mug\*.*title:status\*/],
    ['1 2 3 4 5 6 7', /^(?!.*6)/],
    ['?!', null],
  ])('makes %j a safe search for any of the words', (value, expected) => {
    const made = searchNear(value, 'title', 'kind');
    if (expected instanceof RegExp) expect(made).toMatch(expected);
    else expect(made).toBe(expected);
  });

  test('lets nothing of a person be an operator', () => {
    fc.assert(
      fc.property(anyInput, (value) => {
        const made = searchNear(value, 'title', 'kind');
        if (made !== null) expect(made).toMatch(GRAMMAR);
      }),
    );
  });
});
