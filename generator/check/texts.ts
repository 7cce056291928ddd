import type { Phrase } from '../model/model';
import { botPhrases, phrasesOf } from './phrases';
import { wordPlace } from './places';
import type { SpecRule } from './rule';

/** Texts hold nothing that the platform would read as a placeholder of its own, and only whole characters. */
export const textsArePlain: SpecRule = (bot, report) => {
  const check = (phrase: Phrase) => {
    const { file, path } = phrase.where;
    for (const part of phrase.text) {
      if (typeof part !== 'string') continue;
      if (part.includes('{{')) report(wordPlace(phrase.where, '{{'), 'unsafe-braces');
      if (!part.isWellFormed()) report(file.at(path), 'bad-character');
    }
  };
  for (const locale of bot.locales) {
    for (const { phrase } of [...botPhrases(locale), ...locale.actions.flatMap(phrasesOf)]) check(phrase);
  }
};
