import type { Bot } from '../model/model';
import { code, plain } from './markdown';
import { written } from './sentences';

/** `TESTS.md`: how to run on the platform what the build made for it. */
export const testsPage = (bot: Bot): string =>
  `${[
    `# Test ${plain(written(bot.locales[0].texts.name))} on the platform`,
    'The build writes two kinds of tests that the platform runs itself. Both need a trained bot.',
    '## Does it understand? (batch tests)',
    [
      `${code('batch-test.json')} holds sentences that were **not** trained, with the dialog that each should start${others(bot, 'batch-test')}.`,
      '',
      '1. XO 11: Automation AI → Virtual Assistant → Testing → Regression Testing → Batch Testing. XO 10: Build → Testing → Batch Testing.',
      `2. New Test Suite → Import, choose the language and ${code('batch-test.json')} (the ${code('.csv')} beside it says the same).`,
      '3. Run Test. You should see a success rate near what `npm run chat` shows you; open the failed rows, and train a sentence like them.',
      '',
      'XO 11 with DialogGPT chooses by names and descriptions, and takes batch tests in a form of its own that is not public: run these with an NLU engine, or try the sentences by hand.',
    ].join('\n'),
    '## Does it answer? (conversation tests)',
    [
      `${code('conversation-test.json')} holds the conversations of the transcripts${others(bot, 'conversation-test')}: what is said, and what the answers must contain.`,
      '',
      `1. In the file, replace ${code('botId')} by the id of your bot and ${code('botName')} by its name. An import into a new bot gives it a new id.`,
      '2. XO 11: Automation AI → Virtual Assistant → Testing → Regression Testing → Conversation Testing. XO 10: Build → Testing → Conversation Testing.',
      '3. New Test Suite → Upload, choose the file, Save, Run.',
      '',
      'The answers are those of the local store of this project (`npm run service`), such as order #1001. Against another store, cases that ask for its data fail: run those whose answers are questions, or change the values in the transcripts and build again.',
    ].join('\n'),
    '## Where this comes from',
    "The form of conversation tests is that of Kore.ai's own test runner (2019) and of a real suite of 2025; menu paths are from the public documentation and may differ in your version. Nobody has uploaded these files yet: please say what the platform answered.",
  ].join('\n\n')}\n`;

const others = ({ locales: locales }: Bot, name: string): string => {
  const more = locales.slice(1).map(({ language }) => code(`${name}.${language}.json`));
  return more.length === 0 ? '' : `; ${more.join(', ')} ${more.length === 1 ? 'does' : 'do'} so in the other languages`;
};
