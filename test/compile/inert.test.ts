import { runInNewContext } from 'node:vm';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyInput } from '../filters/hostile';

const parts = join(__dirname, '..', '..', 'templates', 'scripts', 'parts');
const source = (name: string) =>
  readFileSync(join(parts, `${name}.partial.js.hbs`), 'utf8').replace('{{id reads}}', 'String');
const shown = runInNewContext(`${source('shown')}\n;shown`) as (text: string) => string;
const short = runInNewContext(`${source('short')}\n;short`) as (text: string, most: number) => string;

/** What the chat window of kore-web-sdk 10.1.12 takes for more than text: read from its `checkMarkdowns` and around it. */
const ACTIVE: readonly RegExp[] = [
  /<|>|"|'|`|\\|\{|\}|\[|\]/,
  /\*\S[^*]*\*|~\S[^*]*\S~|_\S[^*]*\S_/,
  /&#?\w+;/,
  /(?:http:\/\/|https:\/\/|www\.)\S/i,
  /mailto:/i,
  /:[\w+-]+:/,
  /^(?:#(?!\d)|>>|---|___)/m,
  /\{\{/,
];

/** A text as a person reads it: separators are not seen, and look-alikes are taken for what they look like. */
const read = (text: string) =>
  text
    .replaceAll('\u2060', '')
    .normalize('NFKC')
    .replace(/[”’‹›]/g, (sign) => '"\'<>'['”’‹›'.indexOf(sign)] ?? sign);

const PIECES = [
  '<img src=x>',
  '&lt;',
  '&#60;',
  '"',
  "'",
  '`',
  '*b*',
  '_i_',
  '~s~',
  '[a]',
  '(b)',
  '] (',
  '![x](y)',
  '{{env.X}}',
];
const MORE = [
  '{',
  '}',
  'http',
  '://',
  'https://',
  'www',
  '.',
  'mailto:',
  ':',
  'smile',
  ':+1:',
  '#h1',
  '---',
  '>>',
  '\n',
  ' ',
  'é',
  '😀',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES, ...MORE), anyInput), { maxLength: 8 })
  .map((all) => all.join(''));

describe('text that goes out', () => {
  test('does nothing when it stands between others, whatever they were', () => {
    const joins = ['\u2060: ', ' ', '\n', ' · ', ', ', '; ', '.', '. ', '…', ' × '];
    fc.assert(
      fc.property(hostile, hostile, fc.constantFrom(...joins), (one, other, between) => {
        for (const pattern of ACTIVE) expect(shown(one) + between + shown(other)).not.toMatch(pattern);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is the same when it comes back and goes out again', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(shown(shown(text))).toBe(shown(text));
      }),
    );
  });

  test('does nothing in a chat window, whatever its parts were', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const pattern of ACTIVE) expect(shown(text)).not.toMatch(pattern);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    'Shelf 30*40*50 cm',
    '[Verify payment](https://evil.example/login)',
    '![x] (https://evil.example/p.gif)',
    `"&gt;&lt;img src=x onerror=window.pwned=1&gt;`,
    "Ranger's Wool Blanket",
    '~5 kg~ & more, see www.example.com or mailto:a@b.example',
    '{env.SHOPIFY_ACCESS_TOKEN}}',
    '#1001\n--- 10:30:00 :smile:',
  ])('reads as it was stored: %s', (text) => {
    expect(read(shown(text))).toBe(text);
  });

  test.each(['XL', 'x 5', '8 kg', 'd, e', 'Size B', '#1001', '12:30'].map((text) => `a ${text}`))(
    'is left alone where it means nothing to a window: %s',
    (text) => {
      expect(shown(text)).toBe(text);
    },
  );

  test('takes a link that never closes in no time at all', () => {
    const link = /\[([^\]]+)\](|\s)\((?:[^)(]+|\((?:[^)(]+|\([^)(]*\))*\))*\)/g;
    expect(shown(`[a](${'Bartholomew Featherstonehaugh-Cholmondeley '.repeat(50)}`).match(link)).toBeNull();
  });

  test('is cut by characters, not by their halves', () => {
    expect(short('😀'.repeat(30), 21)).toBe(`${'😀'.repeat(10)}…`);
    expect(short('😀'.repeat(30), 20)).toBe(`${'😀'.repeat(9)}…`);
    expect(short(shown('&'.repeat(30)), 20)).toHaveLength(20);
  });

  test('has no control character but line breaks, and no half of a character', () => {
    expect(shown('a\u0000b\ud800c\u2028d\ne')).toBe('a b c d\ne');
  });
});
