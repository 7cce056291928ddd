import { describe, expect, test } from 'vitest';
import { batchTests } from '../../generator/batch/batch-test';
import type { SpecFolder } from '../../generator/source/read';
import { plainOf } from '../../generator/model/text';
import { botOf, built, specsOf } from '../build/specs';

const folder = specsOf('parcels');
const SPANISH = 'bot:\n  name: Paquetes\n';
const SAID = `en:
  utterances:
    - any shop near \${town} for parcels
  tests:
    - is there a shop in \${town} for me
es:
  utterances:
    - hay un punto en \${town} para mí
`;

const withFiles = (files: Readonly<Record<string, string>>): SpecFolder => ({
  ...folder,
  yaml: [
    ...folder.yaml,
    ...Object.entries(files).map(([name, text]) => ({ name, path: `${folder.path}/${name}`, text })),
  ],
});
const bot = botOf(withFiles({ 'locales/es.yaml': SPANISH, 'utterances/find-points.yaml': SAID }));
const before = botOf(folder);
const said = (language: number, list: 'utterances' | 'tests') =>
  (bot.locales[language]?.actions.find(({ id }) => id === 'find-points')?.[list] ?? []).map(({ text }) =>
    plainOf(text),
  );
const own = before.actions.find(({ id }) => id === 'find-points');

describe('a file of utterances beside a spec', () => {
  test('adds to what the spec says, after it', () => {
    expect(said(0, 'utterances')).toHaveLength((own?.utterances.length ?? 0) + 1);
    expect(said(0, 'utterances').at(-1)).toContain('any shop near');
    expect(said(0, 'tests').at(-1)).toContain('is there a shop in');
  });

  test('takes the place of what stands in for a language', () => {
    expect(said(1, 'utterances')).toHaveLength(1);
    expect(said(1, 'utterances')[0]).toContain('hay un punto');
  });

  test('trains, and holds back, in the language that it says', () => {
    const { sentences = [] } = built(bot, 'xo11').definition;
    const trained = sentences.filter((s) => /any shop near|hay un punto/.test(s.sentence));
    expect(trained.map((s) => s.language)).toEqual(['en', 'es']);
    expect(sentences.filter((s) => s.sentence.includes('is there a shop in'))).toEqual([]);
    const files = batchTests(bot).map((f) => [f.path, f.bytes.toString('utf8').includes('is there a shop in')]);
    expect(files).toEqual([
      ['parcels/batch-test.json', true],
      ['parcels/batch-test.csv', true],
    ]);
  });

  test('changes no id of the sentences before it', () => {
    const ids = (of: typeof bot) => (built(of, 'xo10').definition.sentences ?? []).map((s) => s._id);
    const [with_, without] = [ids(bot), ids(before)];
    expect(without.filter((id) => !with_.includes(id))).toEqual([]);
  });
});

describe('a file of utterances of an answer', () => {
  const THANKS =
    '\nanswers:\n  thanks:\n    title: Thanks\n    description: When someone thanks.\n    utterances: [thanks]\n    text: You are welcome.\n';
  const files = {
    'locales/es.yaml': SPANISH,
    'utterances/thanks.yaml': 'en:\n  tests: [many thanks]\nes:\n  utterances: [gracias]\n',
  };
  const answering = (more: string) => {
    const with_ = withFiles(files);
    return botOf({
      ...with_,
      yaml: with_.yaml.map((f) => (f.name === 'bot.yaml' ? { ...f, text: f.text + more } : f)),
    });
  };
  const plain = (phrases: readonly { readonly text: Parameters<typeof plainOf>[0] }[] = []) =>
    phrases.map(({ text }) => plainOf(text));

  test('adds to it in each language', () => {
    const [en, es] = answering(THANKS).locales.map(({ texts }) => texts.answers[0]);
    expect([plain(en?.utterances), plain(en?.tests)]).toEqual([['thanks'], ['many thanks']]);
    expect(plain(es?.utterances)).toEqual(['gracias']);
  });

  test('goes to the hand-over where the answer stands in for it', () => {
    const bot = answering(`${THANKS}    untilAgent: true\nagent: true\n`);
    const [{ texts }] = bot.locales;
    expect(texts.answers).toEqual([]);
    expect(plain(texts.agent?.utterances)).toContain('thanks');
    expect(plain(texts.agent?.tests)).toEqual(['many thanks']);
    const names = built(bot, 'xo11').definition.dialogs.map((d) => d.localeData['en']?.name);
    expect(names).toContain('Talk to a person');
    expect(names).not.toContain('Thanks');
    expect(batchTests(bot)[0]?.bytes.toString('utf8')).toContain('"many thanks"');
    expect(plain(answering(`${THANKS}    untilAgent: true\n`).locales[0].texts.answers[0]?.utterances)).toEqual([
      'thanks',
    ]);
  });
});
