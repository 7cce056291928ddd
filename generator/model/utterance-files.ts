import { parseText } from './text';
import { reportText, type Reader } from './reader';
import type { Bot, Locale, Phrase } from './model';
import type { YamlFile } from '../source/yaml';
import type { WrittenUtterances } from './written/utterances';
import { ownValue } from '../../kore/own-value';

/** A file of `utterances/`, with what it holds. */
export interface UtteranceFile {
  readonly file: YamlFile;
  readonly data: WrittenUtterances;
}

/** Lists of sentences of an action or an answer; a file beside the spec may have more for each. */
const LISTS = ['utterances', 'tests'] as const;

/** What people say to start something, and what of it is held back from training. */
type Said = Readonly<Record<(typeof LISTS)[number], readonly Phrase[]>>;

/**
 * The action, or the answer, with the sentences that its file of `utterances/` has in a language, after its own. `speaks` says whether the
 * spec, or its translation, has such a list in this language; what only stands in for it gives way to the file's.
 */
export function withUtteranceFile<T extends Said>(
  action: T,
  utteranceFile: UtteranceFile | undefined,
  language: string,
  report: Reader['report'],
  speaks: (list: (typeof LISTS)[number]) => boolean,
): T {
  const said = ownValue(utteranceFile?.data ?? {}, language);
  if (utteranceFile === undefined || said === undefined) return action;
  const merged = LISTS.map((list): readonly Phrase[] => {
    const more = (said[list] ?? []).map((text, i) => phraseOf(utteranceFile.file, [language, list, i], text, report));
    return more.length > 0 && !speaks(list) ? more : [...action[list], ...more];
  });
  return { ...action, utterances: merged[0] ?? [], tests: merged[1] ?? [] };
}

function phraseOf(file: YamlFile, path: Phrase['where']['path'], text: string, report: Reader['report']): Phrase {
  return {
    text: parseText(text, (p) => reportText(report, file.within(path, p.offset, p.length), p, path)),
    where: { file, path },
  };
}

/** Whether a sentence was written for this language, and does not stand in for one that is missing. */
export const isWrittenFor = (bot: Bot, { language }: Locale, { where: { file, path } }: Phrase): boolean => {
  if (bot.utteranceFiles.some((one) => one.file === file)) return path[0] === language;
  return (
    language === bot.locales[0].language || bot.localeFiles.some((l) => l.language === language && l.file === file)
  );
};
