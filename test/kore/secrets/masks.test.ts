import { describe, expect, it, test } from 'vitest';
import { findSecrets } from '../../../kore/secrets/find';
import { decoded, isSecretName, maskEncoded, redactKnown, redactKnownIn } from '../../../kore/secrets/mask';
import { entropy } from '../../../kore/secrets/random';
import { hidesValue, isTemplate, maskTexts } from '../../../kore/secrets/texts';

/** A token of a known form, put together here so that no scanner trips. */
const TOKEN = `shpat_${'0123456789abcdef'.repeat(2)}`;

describe('known tokens', () => {
  it('are masked in every text of a value, keys too, and nothing else is touched', () => {
    const when = new Date(0);
    expect(redactKnownIn({ a: TOKEN, [TOKEN]: [`x ${TOKEN} y`, 5, null, undefined, true, { b: TOKEN }] })).toEqual({
      a: '••••',
      '••••': ['x •••• y', 5, null, undefined, true, { b: '••••' }],
    });
    expect(redactKnownIn([TOKEN])).toEqual(['••••']);
    expect([redactKnownIn(TOKEN), redactKnownIn(null), redactKnownIn(7), redactKnownIn(when.getTime())]).toEqual([
      '••••',
      null,
      7,
      0,
    ]);
  });

  it('are masked where they are percent-encoded, whatever stands around them', () => {
    const encoded = encodeURIComponent(`say "${TOKEN}"`);
    expect(redactKnown(`a "${encoded}" b 100% c`)).toBe(`a "${encodeURIComponent('say "••••"')}" b 100% c`);
  });
});

describe('a text that may be percent-encoded', () => {
  const hide = (word: string) => (text: string) => text.replaceAll(word, '••••');
  it.each([
    ['plain', 'my key', 'key', 'my ••••'],
    ['without anything to encode', 'key', 'key', '••••'],
    ['wholly encoded', 'my%20key%2F', 'my key', encodeURIComponent('••••/')],
    ['encoded as an address', '/a?b=my%20key', 'my key', encodeURI('/a?b=••••')],
    ['with nothing to hide', 'my%20key', 'other', 'my%20key'],
    ['with something to hide in what encodes it', 'my%20key', '%20', 'my••••key'],
    ['broken', 'my%20key%', 'key', 'my%20••••%'],
  ])('%s', (_, text, word, expected) => expect(maskEncoded(text, hide(word))).toBe(expected));
  test.each([
    ['a%20b', 'a b'],
    ['100%', '100%'],
    ['a%2', 'a%2'],
    ['%ff', '%ff'],
  ])('%s is %s', (text, plain) => expect(decoded(text)).toBe(plain));
});

describe('what only chance can have made', () => {
  const found = (text: string) => findSecrets(`x ${text} y`).length;
  const mixed = 'aB3dE6gH9jK1mN4pQ7sT0vW2yZ5';
  const uuid = '01234567-89ab-cdef-0123-456789abcdef';
  const hex = 'ab12cd34ef56ab78cd90ef12ab34cd56';
  const eight = (rest: string) => `abcdef12${rest}`.repeat(4);
  it.each<[about: string, word: string, times: number]>([
    ['24 signs of all kinds', mixed.slice(0, 24), 1],
    ['one less', mixed.slice(0, 23), 0],
    ['behind an identifier, that does not count', `${uuid}/${mixed.slice(0, 22)}`, 0],
    ['behind an identifier, with 24 of its own', `${uuid}${mixed.slice(0, 24)}`, 1],
    ['an identifier alone', uuid, 0],
    ['what fills it up does not count', `${mixed.slice(0, 23)}==`, 0],
    ['no figures', 'aBdEgHjKmNpQsTvWyZbDfHkLp', 0],
    ['no capitals', mixed.toLowerCase().replace(/[aeiou]/g, 'x'), 0],
    ['no small letters', mixed.toUpperCase(), 0],
    ['words of three', 'Abc1Def2Ghi3Jkl4Mno5Pqr6Stu7Vwx8', 1],
    ['words of more', 'Abcde12345Fghij67890Klmno12345Pqrst', 0],
    ['exactly three signs a piece', 'Abc123Def456Ghi789Jkm041Nop', 0],
    ['32 hexadecimal figures', hex, 1],
    ['one less', hex.slice(1), 0],
    ['behind a word', `live_${hex}`, 1],
    ['figures alone', '12345678901234567890123456789012', 0],
    ['letters alone', 'abcdefabcdefabcdefabcdefabcdefab', 0],
    ['eight figures, four times each', eight(''), 1],
    ['seven figures', 'abcdef1abcdef1abcdef1abcdef1abcdef1', 0],
  ])('%s', (_, word, times) => expect(found(word)).toBe(times));
  it('has an entropy', () => {
    expect(entropy(eight(''))).toBe(3);
    expect(entropy('')).toBe(0);
  });
});

describe('names', () => {
  it.each<[name: string, secret: boolean, hidden: boolean]>([
    ['API_TOKEN', true, true],
    ['auth', true, true],
    ['authType', false, false],
    ['tokenURL', true, false],
    ['token_type', true, false],
    ['Ocp-Apim-Subscription-Key', false, true],
    ['signatureType', false, false],
    ['order', false, false],
  ])('%s', (name, secret, hidden) => expect([isSecretName(name), hidesValue(name)]).toEqual([secret, hidden]));
  it.each([
    ['{{env.A}}', true],
    ['Bearer {{env.A}}{{env.B}}', true],
    ['Bearer abc', false],
    ['Bearer', false],
    ['', false],
    ['{{env.A}} abc', false],
  ])('%s is a template: %s', (value, template) => expect(isTemplate(value)).toBe(template));
});

describe('a text loses', () => {
  it.each([
    ['"password": "abc"', '"password": "••••"'],
    ['"order": "abc"', '"order": "abc"'],
    ['"password": ""', '"password": ""'],
    ['"password": " "', '"password": " "'],
    ['"password": "{{env.A}}"', '"password": "{{env.A}}"'],
    ['"passwordType": "abc"', '"passwordType": "abc"'],
    ['"key": "Authorization", "value": "abc"', '"key": "Authorization", "value": "••••"'],
    ["{ name: 'X-Api-Key', value: 'abc' }", "{ name: 'X-Api-Key', value: '••••' }"],
    ['"key": "Authorization", "value": "{{env.A}}"', '"key": "Authorization", "value": "{{env.A}}"'],
    ['"key": "Accept", "value": "abc"', '"key": "Accept", "value": "abc"'],
    ['set("Authorization", "abc")', 'set("Authorization", "••••")'],
    ['"Authorization", "value": "abc"', '"Authorization", "value": "••••"'],
    ['password = "Abc1"', 'password = "••••"'],
    ['password = "renewed"', 'password = "renewed"'],
    ['order = "Abc1"', 'order = "Abc1"'],
    ['/a?key=abc&b=c', '/a?key=••••&b=c'],
    ['/a?access_token=abc', '/a?access_token=••••'],
    ['/a?key={{env.A}}', '/a?key={{env.A}}'],
    ['/a?key=%7B%7Benv.A%7D%7D', '/a?key=%7B%7Benv.A%7D%7D'],
    ['/a?page=abc', '/a?page=abc'],
    ['/a%3Fsig%3Dabc', '/a%3Fsig%3D••••'],
    ['Bearer abcdefgh', 'Bearer ••••'],
    ['Bearer abcdefg', 'Bearer abcdefg'],
    ['https://u:p@h', 'https://u:••••@h'],
  ])('%s → %s', (text, expected) => expect(maskTexts(text)).toBe(expected));
});
