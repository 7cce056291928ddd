import type { Static } from 'typebox';
import { buttons } from './button';
import { block, ID_PATTERN, list, literal, map, optional, said, text } from './kinds';

const sentence = text('A sentence.');
const sentences = { uniqueItems: true };

const answer = block('One thing that people say, and the sentence that answers it.', {
  title: said(text('The name of its dialog, as people see it in the builder.', { pattern: '^[^<>{}]*$' })),
  description: said(text('When this is the right answer. XO 11 chooses dialogs by name and description.')),
  utterances: said(list('What people say; one word is enough here.', sentence, { minItems: 1, ...sentences })),
  tests: optional(said(list('Sentences held back from training.', sentence, sentences))),
  text: said(text('What is said: one or two sentences that hold whatever the store is like.')),
  buttons: optional(buttons('Buttons that lead on.', 10)),
  leaves: optional(
    literal(
      'Its sentences leave a question: they are answered with this in every action that asks, also where any text is an answer. Those of a file below utterances/ are for the platform alone. Answers that are trained with numbers (cancel order 1001) are then given in place of a question for a number, too.',
      true,
    ),
  ),
  untilAgent: optional(
    literal(
      'Said only while nobody takes over: with agent in bot.yaml, the sentences of this answer start the hand-over, and the answer is left out.',
      true,
    ),
  ),
});

export const answers = map(
  'Small talk, and questions that no action answers: name → what people say, and what is said. Each becomes a small dialog.',
  answer,
  ID_PATTERN,
);

/** An answer as a person writes it. */
export type WrittenAnswer = Static<typeof answer>;
