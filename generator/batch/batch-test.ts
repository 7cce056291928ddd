import { annotate, exampleOf } from '../compile/nlp';
import { fixedText } from '../compile/expression';
import type { Action, Answer, Bot, Locale } from '../model/model';
import { names } from '../model/names';
import { isWrittenFor } from '../model/utterance-files';
import type { OutputFile } from '../../kore/zip/pack';
import { print } from '../package/text';
import { batchCsv } from './csv';
import type { TestCase } from './test-case';

/** The platform takes at most so many utterances in one file (documented). */
const MOST_CASES = 1000;

/**
 * The batch tests of a bot: `batch-test.json` and `.csv` from the utterances under `tests:`, which are never trained.
 * The platform asks for a language when a suite is imported, not in the file, so each further language has files of its
 * own: `batch-test.es.json`. A language without `tests:` has none; more utterances than a file may hold go into
 * `batch-test-2.json` and so on.
 */
export function batchTests(bot: Bot): readonly OutputFile[] {
  return bot.locales.flatMap((locale, i) => {
    const cases = [
      ...locale.actions.flatMap((action) => testCases(bot, locale, action)),
      ...locale.texts.answers.flatMap((answer) => answerCases(bot, locale, answer)),
      ...(locale.texts.agent ? answerCases(bot, locale, locale.texts.agent) : []),
    ];
    const suffix = i === 0 ? '' : `.${locale.language}`;
    return parts(cases).flatMap((part, n) => {
      const path = `${bot.id}/batch-test${n === 0 ? '' : `-${n + 1}`}${suffix}`;
      return [
        { path: `${path}.json`, bytes: print({ testCases: part }).bytes },
        { path: `${path}.csv`, bytes: Buffer.from(batchCsv(part)) },
      ];
    });
  });
}

function testCases(bot: Bot, locale: Locale, action: Action): readonly TestCase[] {
  return testsOf(bot, locale, action).map((test) => {
    const { sentence, marks } = annotate(test, exampleOf(action));
    const entities = marks.map((mark) => ({
      entityValue: sentence.slice(mark.startIndex, mark.endIndex),
      entityName: names.entity(action.id, mark.input),
    }));
    return {
      input: sentence,
      intent: fixedText(action.title, {}),
      ...(entities.length > 0 ? { entities } : {}),
      ...(entities.length > 1 ? { entityOrder: entities.map((e) => e.entityName) } : {}),
    };
  });
}

const answerCases = (
  bot: Bot,
  locale: Locale,
  { title, tests }: Pick<Answer, 'title' | 'tests'>,
): readonly TestCase[] =>
  tests
    .filter((test) => isWrittenFor(bot, locale, test))
    .map((test) => ({ input: fixedText(test, {}), intent: fixedText(title, {}) }));

/** The held-out sentences of a language. Where a translation has none, those of the default language do not stand in. */
const testsOf = (bot: Bot, locale: Locale, action: Action) =>
  locale === bot.locales[0] ? action.tests : action.tests.filter((test) => isWrittenFor(bot, locale, test));

const parts = (cases: readonly TestCase[]): readonly (readonly TestCase[])[] =>
  Array.from({ length: Math.ceil(cases.length / MOST_CASES) }, (_, i) =>
    cases.slice(i * MOST_CASES, (i + 1) * MOST_CASES),
  );
