import { describe, expect, it } from 'vitest';
import {
  boolean,
  cleanNumber,
  cleanText,
  id,
  listOf,
  mapOf,
  may,
  must,
  object,
  or,
  orSay,
  record,
} from '../../../kore/reading/clean';
import type { Clean } from '../../../kore/reading/clean';
import { component, messageShapes } from '../../../kore/reading/component-shape';
import { definition } from '../../../kore/reading/definition-shape';
import { dialog } from '../../../kore/reading/dialog-shape';
import { noteLines, notesOn } from '../../../kore/reading/notes';
import { MAX_JSON_DEPTH, parseJson } from '../../../kore/reading/parse-json';
import { unwrap } from '../../../kore/reading/unwrap';
import { read, said, sound } from './odd';

/** What a shape makes of a value, and what it says of it. */
function cleaned(clean: Clean, value: unknown): { readonly value: unknown; readonly notes: readonly string[] } {
  const notes = notesOn('f.json');
  const made = clean(value, undefined, notes);
  return { value: made, notes: notes.all().map(({ pointer, text }) => `${pointer} ${text}`.trim()) };
}
const whole = record('a thing', {
  a: must(cleanText),
  b: may(cleanNumber),
  c: or(cleanText, () => 'x'),
  d: orSay(boolean, () => true),
});

describe('a value', () => {
  it.each<[what: string, value: unknown]>([
    ['null', null],
    ['a list', []],
    ['empty text', ''],
    ['text', 'a'],
    ['an object', {}],
    ['a number', 5],
    ['a boolean', true],
  ])('that is %s is called that where another belongs', (what, value) => {
    const wanted = what === 'an object' ? listOf(cleanText) : object;
    const belongs = what === 'an object' ? 'a list' : 'an object';
    expect(cleaned(wanted, value)).toEqual({ value: undefined, notes: [`${what} where ${belongs} belongs; left out`] });
  });

  it.each<[name: string, clean: Clean, value: unknown, made: unknown, note?: string]>([
    ['text', cleanText, '', ''],
    ['text', cleanText, 7, '7', 'a number where text belongs; read as text'],
    ['text', cleanText, false, 'false', 'a boolean where text belongs; read as text'],
    ['text', cleanText, null, undefined, 'null where text belongs; left out'],
    ['an id', id, 'x', 'x'],
    ['an id', id, '', undefined, 'empty text where an id belongs; left out'],
    ['an id', id, 7, '7', 'a number where text belongs; read as text'],
    ['a number', cleanNumber, 0, 0],
    ['a number', cleanNumber, '5', 5],
    ['a number', cleanNumber, '', undefined, 'empty text where a number belongs; left out'],
    ['a number', cleanNumber, ' ', undefined, 'text where a number belongs; left out'],
    ['a number', cleanNumber, 'x', undefined, 'text where a number belongs; left out'],
    ['a number', cleanNumber, 'Infinity', undefined, 'text where a number belongs; left out'],
    ['a number', cleanNumber, ['5'], undefined, 'a list where a number belongs; left out'],
    ['a truth value', boolean, false, false],
    ['a truth value', boolean, 'true', undefined, 'text where true or false belongs; left out'],
    ['a list', listOf(id), ['a', '', 'b'], ['a', 'b'], '/1 empty text where an id belongs; left out'],
    ['a map', mapOf(id), { a: 'x', b: '' }, { a: 'x' }, '/b empty text where an id belongs; left out'],
    ['a map', mapOf(id), null, undefined, 'null where an object belongs; left out'],
    ['a map', mapOf(id), [], undefined, 'a list where an object belongs; left out'],
    ['a record', whole, 'x', undefined, 'text where a thing belongs; left out'],
    ['a record', whole, { d: true }, undefined, 'a thing without a; left out'],
    ['a record', whole, { a: 'a', d: false, e: 1 }, { a: 'a', d: false, e: 1, c: 'x' }],
    ['a record', whole, { a: 'a', b: null, d: true, c: 'c' }, { a: 'a', d: true, c: 'c' }],
    ['a record', whole, { a: 'a', c: 'c' }, { a: 'a', c: 'c', d: true }, 'a thing without d'],
    ['a record', record('it', { toString: may(cleanText) }), {}, {}],
  ])('%s %#', (_, clean, value, made, note) =>
    expect(cleaned(clean, value)).toEqual({ value: made, notes: note === undefined ? [] : [note] }),
  );

  it('that is sound is handed on as it is', () => {
    for (const [clean, value] of [
      [listOf(id), ['a']],
      [mapOf(id), { a: 'x' }],
      [whole, { a: 'a', b: 1, c: 'c', d: false, other: null }],
    ] as const)
      expect(cleaned(clean, value).value).toBe(value);
  });
});

describe('messages', () => {
  const texts = (localeData: unknown) => cleaned(messageShapes, [{ channel: 'rtm', localeData }]);
  it.each([
    [null, 'null where a message belongs; left out'],
    ['x', 'text where a message belongs; left out'],
  ])('that are %j are left out', (value, note) =>
    expect(texts({ en: value })).toEqual({
      value: [{ channel: 'rtm', localeData: {} }],
      notes: [`/0/localeData/en ${note}`],
    }),
  );
  it.each([
    ['js', 'uxmap'],
    ['basic', 'basic'],
    ['other', 'other'],
  ])('of the type %s are of the type %s', (type, made) =>
    expect(texts({ en: { type, text: 'a' } })).toEqual({
      value: [{ channel: 'rtm', localeData: { en: { type: made, text: 'a' } } }],
      notes: [],
    }),
  );
});

describe('a dialog', () => {
  const bare = { _id: 'd', refId: 'r', lname: 'low', isHidden: false, nodes: [] };
  it.each<[localeData: unknown, made: unknown]>([
    [{ en: { name: 'A', shortDesc: 's' } }, { en: { name: 'A', shortDesc: 's' } }],
    [
      { en: { name: '' }, de: { shortDesc: '' } },
      { en: { name: '', shortDesc: '' }, de: { shortDesc: '', name: 'low' } },
    ],
    [
      { en: { name: 5 }, de: { name: 'D' }, es: {} },
      { en: { name: '5', shortDesc: '' }, de: { name: 'D', shortDesc: '' }, es: { name: 'D', shortDesc: '' } },
    ],
  ])('with the languages %j', (localeData, made) =>
    expect(cleaned(dialog, { ...bare, localeData }).value).toMatchObject({ localeData: made }),
  );
  it('says where a language of it is odd', () =>
    expect(cleaned(listOf(dialog), [{ ...bare, localeData: { en: {} } }]).notes).toEqual([
      '/0/localeData/en the language of a dialog without name',
    ]));
  it.each([null, 'x', []])('that is %j is none', (value) => expect(cleaned(dialog, value).value).toBeUndefined());
  it('needs an id, as a component does', () => {
    expect(cleaned(dialog, { nodes: [], localeData: {} })).toMatchObject({
      value: undefined,
      notes: ['a dialog without _id and refId; left out'],
    });
    expect(cleaned(component, { name: 'n', type: 'script' })).toMatchObject({
      value: undefined,
      notes: ['a component without _id and refId; left out'],
    });
    expect(cleaned(component, 5)).toEqual({
      value: undefined,
      notes: ['a number where a component belongs; left out'],
    });
  });
});

describe('a definition', () => {
  it.each<[more: object, language: string]>([
    [{ defaultLanguage: 'de' }, 'de'],
    [{ defaultLanguage: '', supportedLanguages: ['es'] }, 'es'],
    [{ defaultLanguage: 5, supportedLanguages: [''], localeData: { fr: {} } }, '5'],
    [{ supportedLanguages: 'es', localeData: { '': {}, fr: {} } }, 'fr'],
    [{ localeData: ['x'] }, 'en'],
    [{}, 'en'],
  ])('%j is in %s', (more, language) => {
    const { value } = cleaned(definition, { dialogs: [], ...more }) as { value: { defaultLanguage: string } };
    expect(value.defaultLanguage).toBe(language);
  });

  it.each<[more: object, note: string | undefined]>([
    [{ isUniversal: true }, 'a universal bot: its 0 linked bots are not in this export'],
    [{ childBots: [{}] }, 'a universal bot: its 1 linked bots are not in this export'],
    [{ isUniversal: 'true', childBots: [] }, undefined],
    [{ childBots: { length: 3 } }, undefined],
  ])('with %j', async (more, note) =>
    expect(said(await read({ ...sound(), ...more }))).toEqual(note === undefined ? [] : [`/childBots: ${note}`]),
  );

  it.each<[parsed: unknown, found: object]>([
    [
      { dialogs: [], bot: { dialogs: [1] } },
      { value: { dialogs: [] }, isApp: false },
    ],
    [
      { dialogs: {}, bot: { dialogs: [1] } },
      { value: { dialogs: [1] }, place: { key: 'bot' } },
    ],
    [
      { bot: [], app: { dialogs: [] } },
      { value: { dialogs: [] }, isApp: true },
    ],
    [{ bot: { dialogs: {} } }, { value: { bot: { dialogs: {} } } }],
    [[], { value: undefined }],
    [null, { value: undefined }],
  ])('is found in %j', (parsed, found) => expect(unwrap(parsed)).toMatchObject(found));
});

describe('notes for people', () => {
  const note = (text: string, pointer = '/x') => ({ file: 'f', pointer, text });
  it('name the file where they are about all of it', () => {
    expect(noteLines([note('a', '')])).toEqual(['a (f)']);
    expect(noteLines([note('a', ''), note('a')])).toEqual(['a (2 times, first at f)']);
  });
  it('count what is left out, if something is', () => {
    expect(noteLines([note('a'), note('b')], 2)).toEqual(['a (f#/x)', 'b (f#/x)']);
    expect(noteLines([note('a'), note('b')], 1)).toEqual(['a (f#/x)', '… and 1 more kinds of oddities']);
  });
  it('are of 200 characters at most', () => {
    const line = (length: number) => noteLines([note('y'.repeat(length - ' (f#/x)'.length))])[0];
    expect(line(200)).toHaveLength(200);
    expect(line(200)).not.toContain('…');
    expect(line(201)).toBe(`${'y'.repeat(194)} (f#/x…`);
  });
});

describe('JSON that is nested to the limit', () => {
  const parsed = (levels: number, leaf: string) => {
    const notes = notesOn('f.json');
    const text = `${'['.repeat(levels)}${leaf}${']'.repeat(levels)}`;
    return { text: JSON.stringify(parseJson(Buffer.from(text), 'f.json', notes)), notes: notes.all() };
  };
  it('is read whole', () => {
    expect(parsed(MAX_JSON_DEPTH, '"x",null')).toEqual({
      text: `${'['.repeat(200)}"x",null${']'.repeat(200)}`,
      notes: [],
    });
  });
  it('and a level more loses what is there, and no text', () => {
    const { text, notes } = parsed(MAX_JSON_DEPTH, '"x",null,[],{"a":1}');
    expect(text).toBe(`${'['.repeat(200)}"x",null,null,null${']'.repeat(200)}`);
    expect(notes.map(({ pointer }) => pointer.slice(-4))).toEqual(['/0/2', '/0/3']);
  });
});
