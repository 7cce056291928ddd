import { describe, expect, it } from 'vitest';
import { check } from '../../generator/check';
import { phrasesOf, botPhrases } from '../../generator/check/phrases';
import { collect } from '../../generator/diagnostics/diagnostic';
import { styleOf } from '../../generator/model/languages';
import { plainOf } from '../../generator/model/text';
import { botOf, built, specsOf } from '../build/specs';

const folder = specsOf('shopify');
const bot = botOf(folder);
const [english, spanish] = bot.locales;
if (!spanish) throw new Error('Shopify speaks one language only');

/** Words that are the same in both languages. */
const SAME = new Set(['Subtotal', 'Total']);

describe('Spanish', () => {
  it('is complete: the checks have nothing to say', () => {
    const { report, diagnostics } = collect();
    check(bot, folder, report);
    expect(diagnostics.map((d) => d.message)).toEqual([]);
  });

  it('leaves no sentence in English, also none that is said by default', () => {
    const texts = (locale: typeof spanish) =>
      [...botPhrases(locale), ...locale.actions.flatMap(phrasesOf)].map(({ phrase }) => plainOf(phrase.text).trim());
    const inEnglish = new Set(texts(english).filter((text) => /\p{L}/u.test(text)));
    expect(inEnglish.size).toBeGreaterThan(100);
    expect([...new Set(texts(spanish).filter((text) => inEnglish.has(text) && !SAME.has(text)))]).toEqual([]);
    expect(styleOf('es').sentences.next).not.toBe(styleOf('en').sentences.next);
  });

  it('has ten utterances or more for each action, and tests', () => {
    for (const action of spanish.actions) {
      expect([action.id, action.utterances.length >= 10, action.tests.length >= 2]).toEqual([action.id, true, true]);
    }
  });

  it('speaks of people as usted throughout', () => {
    const texts = [...botPhrases(spanish), ...spanish.actions.flatMap(phrasesOf)].map(({ phrase }) =>
      plainOf(phrase.text),
    );
    expect(texts.filter((text) => /\b(tú|tu|tus|te|ti|contigo|quieres|puedes|dime|muéstrame)\b/iu.test(text))).toEqual(
      [],
    );
  });

  it.each(['xo10', 'xo11'] as const)('is built into every dialog and message for %s', (target) => {
    const { definition } = built(bot, target);
    for (const item of [...definition.dialogs, ...definition.dialogComponents])
      expect(Object.keys(item.localeData ?? {})).toEqual(['en', 'es']);
    const sentences = (definition.sentences ?? []).filter((s) => s.language === 'es');
    expect(sentences.length).toBeGreaterThan(90);
  });
});
