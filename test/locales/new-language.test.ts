import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { check } from '../../generator/check';
import { collect, type Diagnostic } from '../../generator/diagnostics/diagnostic';
import { HAND_OVER_SENTENCES } from '../../generator/model/agent';
import { missingOf, styleOf } from '../../generator/model/languages';
import { normalize } from '../../generator/model/normalize';
import { translatableTexts, dataAt } from '../../generator/model/overlay';
import type { Bot } from '../../generator/model/model';
import { readWritten } from '../../generator/read';
import { built, specsOf } from '../build/specs';

/** A language that the tool does not know, in which every word of a text is this. */
const WORD = 'żółw';
const MONTHS = Array.from({ length: 12 }, (_, i) => `mies${i}`);

type Data = Record<string, unknown>;

/** A text with other words; placeholders stay. */
const other = (text: string, i: number) =>
  text.replace(/\$\{[^}]*\}|\p{L}[\p{L}\p{N}'’-]*/gu, (piece) => (piece.startsWith('${') ? piece : WORD)) +
  ` ${WORD}${i}`;

let count = 0;
const translated = (text: unknown): unknown =>
  Array.isArray(text) ? text.map(translated) : typeof text === 'string' ? other(text, (count += 1)) : text;

/** Every text of a spec in the other language, under the same keys. */
function translationOf(data: unknown): Data {
  const whole = structuredClone(data) as Data;
  const holder: Data = {};
  for (const path of translatableTexts(whole)) {
    path.reduce<Record<string | number, unknown>>((at, step, i) => {
      const below = dataAt(whole, path.slice(0, i + 1));
      at[step] ??= i === path.length - 1 ? translated(below) : Array.isArray(below) ? below.map(() => ({})) : {};
      return at[step] as Record<string | number, unknown>;
    }, holder);
  }
  return holder;
}

const sentences: Data = {
  ...Object.fromEntries(
    Object.entries<string>({ ...styleOf('en').sentences }).map(([key, text]) => [key, other(text, 0)]),
  ),
  months: MONTHS,
  date: 'D M Y',
  decimal: ',',
  group: ' ',
  money: '# ¤',
};

function withPolish(own: Data | undefined): { readonly bot: Bot | undefined; readonly found: readonly Diagnostic[] } {
  const folder = specsOf('shopify');
  const actions = folder.yaml.filter(({ name }) => name !== 'bot.yaml' && !name.includes('/'));
  const bot = folder.yaml.find(({ name }) => name === 'bot.yaml')?.text ?? '';
  const locale = {
    bot: translationOf(parse(bot)),
    ...(own ? { sentences: own } : {}),
    actions: Object.fromEntries(actions.map((f) => [f.name.replace('.yaml', ''), translationOf(parse(f.text))])),
  };
  const file = { name: 'locales/pl.yaml', path: 'specs/shopify/locales/pl.yaml', text: stringify(locale) };
  const yaml = [...folder.yaml.filter(({ name }) => !/^(locales|utterances)\//.test(name)), file];
  const { report, diagnostics } = collect();
  const written = readWritten({ ...folder, yaml }, report);
  const complete = written && normalize(written, report);
  if (complete) check(complete, folder, report);
  return {
    bot: complete,
    found: diagnostics.filter(({ code }) => code === 'missing-sentences' || code.startsWith('un')),
  };
}

test('a language that nobody knows needs every sentence that the tool says, and the build names each one that is missing', () => {
  const [none, ...more] = withPolish(undefined).found;
  expect(more).toEqual([]);
  expect(none?.severity).toBe('warning');
  const needed = missingOf('pl', {}).filter((key) => !HAND_OVER_SENTENCES.has(key));
  for (const key of needed) expect(none?.message).toContain(`"${key}"`);
  for (const key of needed) {
    const rest = Object.fromEntries(Object.entries(sentences).filter(([one]) => one !== key));
    const [finding] = withPolish(rest).found;
    expect(finding?.message, key).toMatch(new RegExp(`mixed in: "${key}"\\.$`));
  }
});

/** The texts of a value, scripts decoded and without their comments. */
const wordsOf = (value: unknown): string =>
  decodeURIComponent(JSON.stringify(value).replace(/%(?![0-9A-F]{2})/g, '%25')).replace(/(?<=^|\n)\s*\/\/.*/g, '');

test('with all of them nothing that is said is English', () => {
  const { bot, found } = withPolish(sentences);
  expect(found).toEqual([]);
  if (!bot) throw new Error('no bot');
  const { definition } = built(bot, 'xo11');
  const said: string[] = [];
  JSON.stringify(definition, (key, value: unknown) => {
    if (key === 'pl') said.push(wordsOf(value));
    return value;
  });
  expect(said.length).toBeGreaterThan(100);
  for (const sentence of Object.values<string>({ ...styleOf('en').sentences })) {
    const plain = (sentence.split('${')[0] ?? '').trim().replace(/[.?]/g, '\\$&');
    const alone = new RegExp(`(?<![\\p{L}$])${plain}(?!\\p{L})`, 'u');
    expect(said.filter((text) => alone.test(text))).toEqual([]);
  }
  const scripts = JSON.stringify(definition);
  for (const month of MONTHS) expect(scripts).toContain(month);
});

test('a bot may say its own in a language that is known, and a translation does not take it over', () => {
  expect(styleOf('en', { more: 'Go on' }).sentences).toMatchObject({
    more: 'Go on',
    next: styleOf('en').sentences.next,
  });
  expect(styleOf('es_mx', { decimal: '.' })).toMatchObject({ decimal: '.', group: '.', date: 'D M Y' });
});
