import type { Report } from '../diagnostics/diagnostic';
import { HAND_OVER_SENTENCES } from '../model/agent';
import { missingOf, styleKeys } from '../model/languages';
import { isRight, ownStyle } from '../model/own-style';
import { dataAt } from '../model/overlay';
import { LANGUAGE } from './locales';
import type { YamlFile } from '../source/yaml';
import type { SpecRule } from './rule';

/** Every language has the sentences that the tool itself says; of one that the tool does not know each must be written. */
export const sentencesAreSpoken: SpecRule = (bot, report) => {
  const [own] = bot.locales;
  // Without people who take over, nobody hears the sentences about them.
  const needed = (key: string) => bot.handOver !== undefined || !HAND_OVER_SENTENCES.has(key);
  const areSpoken = (language: string, file: YamlFile) => {
    const missing = missingOf(language, ownStyle(file.data)).filter(needed);
    const holder =
      dataAt(file.data, ['sentences']) === undefined ? [Object.keys(file.data ?? {})[0] ?? ''] : ['sentences'];
    if (missing.length > 0) report(file.keyAt(holder), 'missing-sentences', language, missing);
  };
  areSpoken(own.language, bot.where.file);
  for (const { language, file } of bot.localeFiles) {
    if (!LANGUAGE.test(language)) continue;
    textsFit(file, report);
    areSpoken(language, file);
  }
};

/** What the schema of bot.yaml demands of sentences, for a translation. */
function textsFit(file: YamlFile, report: Report): void {
  const written = dataAt(file.data, ['sentences']);
  if (written === undefined) return;
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    return report(file.keyAt(['sentences']), 'wrong-value', '"sentences"', 'must be a block of keys');
  for (const [key, value] of Object.entries(written)) {
    if (!styleKeys.includes(key)) report(file.keyAt(['sentences', key]), 'unknown-key', key, styleKeys);
    else if (!isRight(key, value))
      report(
        file.keyAt(['sentences', key]),
        'wrong-value',
        `"sentences.${key}"`,
        key === 'months' ? 'must be a list of twelve texts' : 'must be a text',
      );
  }
}
