import { translatableTexts, dataAt } from '../model/overlay';
import type { Path, YamlFile } from '../source/yaml';
import type { SpecRule } from './rule';

/** A tag, a link of Markdown, or its bold. */
const MARKUP =
  /<\/?[a-z][^<>]*>|<!--|\[[^\][\n]+\]\([^()\n]+\)|(?<![\w*])(\*{1,3})(?=\S)[^*\n]+(?<=\S)\1(?![\w*])|(?<!\w)__(?=\S)[^_\n]+(?<=\S)__(?!\w)/i;

/** The first markup in a text, or nothing. */
export const markupIn = (text: string): { readonly written: string; readonly at: number } | undefined => {
  const found = MARKUP.exec(text);
  return found ? { written: found[0], at: found.index } : undefined;
};

/** Texts hold no markup: it would be read aloud. */
export const textsHoldNoMarkup: SpecRule = (bot, report) => {
  const look = (file: YamlFile, top: Path) => {
    const data = dataAt(file.data, top);
    for (const path of translatableTexts(data)) {
      const text = dataAt(data, path);
      const found = typeof text === 'string' ? markupIn(text) : undefined;
      if (found) report(file.within([...top, ...path], found.at, found.written.length), 'markup', found.written);
    }
  };
  look(bot.where.file, []);
  for (const { where } of bot.actions) look(where.file, []);
  for (const { file } of bot.localeFiles) {
    look(file, ['bot']);
    for (const { id } of bot.actions) look(file, ['actions', id]);
  }
};
