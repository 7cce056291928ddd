import type { Static } from 'typebox';
import { block, LANGUAGE_PATTERN, list, map, optional, text } from './kinds';

const sentences = { minItems: 1, uniqueItems: true };

const ofLanguage = block('What people say in this language.', {
  utterances: optional(
    list(
      'More sentences that start it, for training; ${input} marks where an input stands. They follow those of the spec. The bare form ("${order}") belongs here, too.',
      text('A sentence, such as: where is order ${order}'),
      sentences,
    ),
  ),
  tests: optional(
    list(
      'More sentences that are held back from training: for the batch tests and for npm run nlu.',
      text('A sentence.'),
      sentences,
    ),
  ),
});

export const utterances = {
  title: 'What people say to start an action',
  ...map(
    'The utterances of one action, or of one of the answers in bot.yaml, by language: this file has its name, in the folder utterances/.',
    ofLanguage,
    LANGUAGE_PATTERN,
  ),
};

/** The utterances of an action by language, as a person writes them. */
export type WrittenUtterances = Static<typeof utterances>;
