import { batchTests } from '../../generator/batch/batch-test';
import type { TestCase } from '../../generator/batch/test-case';
import type { Bot } from '../../generator/model/model';
import type { KoreBot } from '../../kore/format';
import { nluFor } from '../../preview/nlu';
import { dialogName, openBot } from '../../preview/open-bot';

/** What became of the held-back sentences of one dialog. */
export interface Routed {
  readonly dialog: string;
  readonly right: number;
  /** "Did you mean …" with the right one among what is offered. */
  readonly offered: number;
  readonly wrong: number;
  readonly none: number;
}

/** A sentence that went elsewhere; `to` is what was started, or offered. */
export interface Confused {
  readonly said: string;
  readonly meant: string;
  readonly to: readonly string[];
}

/** One language of a bot. */
export interface RoutedLanguage {
  readonly language: string;
  readonly dialogs: readonly Routed[];
  readonly confused: readonly Confused[];
}

/** Routes every sentence that is held back from training, in each language. The same bot gives the same figures. */
export const routed = (bot: Bot, built: KoreBot): readonly RoutedLanguage[] =>
  bot.locales.map(({ language }, i) => {
    const wayOf = router(built, language);
    const ways = casesOf(bot, i === 0 ? '' : language).map((test): Way => ({ test, ...wayOf(test.input) }));
    const titles = [...new Set(ways.map(({ test }) => test.intent))];
    return {
      language,
      dialogs: titles.map((dialog) => countOf(dialog, ways)),
      confused: ways.flatMap(({ test, to }) =>
        to.length === 0 || to.includes(test.intent) ? [] : [{ said: test.input, meant: test.intent, to }],
      ),
    };
  });

interface Way {
  readonly test: TestCase;
  /** What is started or offered; nothing when it was not understood. */
  readonly to: readonly string[];
  readonly started: boolean;
}

function countOf(dialog: string, ways: readonly Way[]): Routed {
  const own = ways.filter(({ test }) => test.intent === dialog);
  const rightly = own.filter(({ to }) => to.includes(dialog));
  const right = rightly.filter(({ started }) => started).length;
  const none = own.filter(({ to }) => to.length === 0).length;
  return { dialog, right, offered: rightly.length - right, wrong: own.length - rightly.length - none, none };
}

function router(built: KoreBot, language: string): (said: string) => Omit<Way, 'test'> {
  const opened = openBot(built);
  const nlu = nluFor(opened, language);
  return (said) => {
    const match = nlu.match(said);
    if (match.kind === 'none') return { to: [], started: false };
    if (match.kind === 'ambiguous') return { to: match.offers.map(({ title }) => title), started: false };
    return { to: [dialogName(opened, match.dialog, language)], started: true };
  };
}

const casesOf = (bot: Bot, suffix: string): readonly TestCase[] =>
  batchTests(bot)
    .filter(({ path }) => new RegExp(`/batch-test(?:-\\d+)?${suffix === '' ? '' : `\\.${suffix}`}\\.json$`).test(path))
    .flatMap(({ bytes }) => (JSON.parse(bytes.toString('utf8')) as { testCases: readonly TestCase[] }).testCases);
