import Type, { type Static } from 'typebox';
import { inputTypeNames, inputTypes } from '../input-types';
import { block, either, list, map, NAME, oneOf, optional, part, said, text, value } from './kinds';

const typeList = inputTypeNames.map((name) => `${name} (${inputTypes[name].says})`).join(', ');

const choice = either(
  'One choice: a text, or a value with a title and synonyms.',
  value('The value, which is also the title.'),
  block('A choice.', {
    value: text('What requests get.'),
    title: optional(said(text('What the person reads.'))),
    synonyms: optional(said(list('Other words for it.', value('A synonym.')))),
  }),
);

const input = part(
  'input',
  block('Something the bot asks for.', {
    type: optional(oneOf(`What counts as an answer: ${typeList}. text when nothing is said.`, inputTypeNames)),
    label: optional(
      said(text('What it is called in sentences, such as "order number". Made from the name when nothing is said.')),
    ),
    prompt: said(text('The question; may hold ${example}.')),
    reprompt: optional(said(text('What is said when the answer does not fit; may hold ${example} and ${label}.'))),
    example: optional(
      said(text('An answer that fits. Shown where a text says ${example}, and used to check `pattern`.')),
    ),
    pattern: optional(
      text(
        'type pattern: a regular expression without delimiters. It is searched inside the answer and inside the sentence that started the action.',
      ),
    ),
    choices: optional(list('type choice: the values.', choice, { minItems: 2 })),
    retries: optional(
      Type.Integer({
        description:
          'How many wrong answers there may be before the bot gives up; 5 when nothing is said, as on the platform.',
        minimum: 1,
        maximum: 5,
      }),
    ),
    giveUp: optional(said(text('What is said when the retries are used up; may hold ${label}.'))),
  }),
);

/** Something the bot asks for, as a person writes it. */
export type WrittenInput = Static<typeof input>;

export const inputs = map('What the bot asks for, in this order.', input, NAME);
