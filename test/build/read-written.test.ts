import { describe, expect, test } from 'vitest';
import { collect } from '../../generator/diagnostics/diagnostic';
import { readWritten } from '../../generator/read';
import type { SpecText } from '../../generator/source/read';
import { actionText, smallBot } from '../compile/small';
import { koreBot } from '../../generator/kore-bot';
import { renderer } from '../../generator/render/render';
import { templates } from './specs';

const BOT = `name: Small
description: A small bot.
service: { host: api.example.com }
replies: { sign-in: S., unauthorized: N., forbidden: N., throttled: B., unavailable: A., invalid: W., task-failure: F. }
welcome: { text: Hello. }
fallback: { texts: [What?] }
`;

/** What reading these files comes to: the actions and languages, or the codes of what is wrong. */
const read = (files: Readonly<Record<string, string | Partial<SpecText>>>, icon?: Buffer) => {
  const all: typeof files = { 'bot.yaml': BOT, ...files };
  const yaml = Object.entries(all).map(([name, one]): SpecText => ({
    name,
    path: `specs/small/${name}`,
    ...(typeof one === 'string' ? { text: one } : { text: '', ...one }),
  }));
  const folder = { id: 'small', path: 'specs/small', yaml, transcripts: [], files: [], bytes: () => icon };
  const { report, diagnostics } = collect();
  const written = readWritten(folder, report);
  return {
    codes: diagnostics.map(({ code }) => code),
    found: written && {
      actions: written.actions.map(({ id }) => id),
      locales: written.localeFiles.map(({ language }) => language),
      said: (written.utterances ?? []).map(({ id }) => id),
      icon: written.icon !== undefined,
    },
  };
};
const SAID = 'en: { utterances: [go on] }';

describe('a folder', () => {
  test.each([
    ['bot.yaml alone', {}, { actions: [], locales: [], said: [] }],
    ['an action', { 'a.yaml': actionText() }, { actions: ['a'] }],
    ['a translation', { 'locales/de.yaml': 'name: Klein' }, { actions: [], locales: ['de'] }],
    ['sentences', { 'a.yaml': actionText(), 'utterances/a.yaml': SAID }, { actions: ['a'], said: ['a'] }],
  ])('holds %s', (_, files, wanted) => {
    expect(read(files)).toMatchObject({ codes: [], found: wanted });
  });

  test.each([
    ['no bot.yaml that can be read', { 'bot.yaml': 'name: x' }],
    ['an action that cannot be read', { 'a.yaml': 'title: x' }],
    ['an action that is no YAML', { 'a.yaml': 'title: [' }],
    ['sentences that cannot be read', { 'utterances/a.yaml': 'en: 5' }],
    ['a translation that is no YAML', { 'locales/de.yaml': 'a: [' }],
    ['an action in a folder', { 'other/a.yaml': actionText() }],
  ])('with %s cannot be used', (_, files) => {
    expect(read(files).found).toBeUndefined();
  });

  test.each([
    ['no regular file', { refused: 'link' }, 'a.yaml', ['not-a-file']],
    ['no UTF-8', { at: 3, encoding: 'UTF-16' }, 'a.yaml', ['not-utf8']],
    ['a wrong ending', undefined, 'a.yml', ['wrong-ending']],
    ['a wrong ending and no UTF-8', { at: 3, encoding: 'UTF-16' }, 'a.yml', ['wrong-ending']],
  ])('says what is wrong with a file: %s', (_, fault, name, codes) => {
    expect(read({ [name]: { text: actionText(), ...(fault && { fault: fault as never }) } })).toMatchObject({
      codes,
      found: undefined,
    });
  });

  const padded = (letters: number) => {
    const text = actionText();
    return `${text}\n#${'x'.repeat(letters - text.length - 2)}`;
  };
  test.each([
    [100_000, 'a.yaml', true],
    [100_001, 'a.yaml', false],
    [100_001, 'locales/de.yaml', false],
  ])('has files of %i letters at most: %s', (letters, name, wanted) => {
    const text = name.startsWith('locales') ? `name: K\n#${'x'.repeat(letters - 9)}` : padded(letters);
    expect(text).toHaveLength(letters);
    expect(read({ [name]: text }).found !== undefined).toBe(wanted);
  });

  test('may have larger translations the more actions there are', () => {
    const actions = Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [`a${i}.yaml`, actionText({ title: `T${i}` })]),
    );
    const translation = (letters: number) => ({
      ...actions,
      'locales/de.yaml': `name: K\n#${'x'.repeat(letters - 9)}`,
    });
    expect(read(translation(110_000)).found).toBeDefined();
    expect(read(translation(110_001)).found).toBeUndefined();
  });

  test('has an icon where there is one', () => {
    expect(read({ 'bot.yaml': `${BOT}icon: a.png\n` }).found?.icon).toBe(false);
    expect(read({}).found?.icon).toBe(false);
  });
});

describe('a bot as data', () => {
  const bot = smallBot({ 'get-it.yaml': actionText() });
  const render = renderer(templates);

  test('is that of one action, or the whole', () => {
    const one = koreBot(bot, 'xo10', render, 'get-it').definition;
    const whole = koreBot(bot, 'xo10', render).definition;
    expect([one.dialogs.length, whole.dialogs.length]).toEqual([1, 4]);
    expect(new Set(whole.dialogComponents.map(({ _id }) => _id)).size).toBe(whole.dialogComponents.length);
    expect(() => koreBot(bot, 'xo10', render, 'gone')).toThrow('there is no action gone');
  });

  test('that breaks a rule of the format is thrown, with what is broken', () => {
    const broken: typeof render = (plan) => {
      const made = render(plan) as { dialogs?: readonly object[] };
      return made.dialogs ? { ...made, dialogs: made.dialogs.map((one) => ({ ...one, refId: 'x' })) } : made;
    };
    expect(() => koreBot(bot, 'xo10', broken, 'get-it')).toThrow(
      /^The built xo10 bot breaks \d+ rules of the format:\n {2}\S/,
    );
  });
});
