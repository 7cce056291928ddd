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
    prompt: optional(
      said(text('The question; may hold ${example}. Needed unless the input has a `value` or a `default`.')),
    ),
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
    optional: optional(
      Type.Boolean({
        description: 'true: it is asked for once, and any answer goes on. What is sent without it leaves its key out.',
      }),
    ),
    skip: optional(
      said(text('With `optional`: the word that says that there is nothing to add; a button under the question.')),
    ),
    when: optional({
      ...map(
        'An earlier input of type choice or boolean → the value (or values) with which this one is asked for. Otherwise it is left out.',
        either('A value.', text('A value.'), list('Values.', text('A value.'), { minItems: 1, uniqueItems: true })),
        NAME,
      ),
      minProperties: 1,
      maxProperties: 1,
    }),
    default: optional(
      Type.Unsafe<string | number | boolean>({
        description:
          'What counts when nothing was said. With a `prompt` the question is asked once; without one it is never asked, and the value is only taken from the sentence that starts the action.',
        type: ['string', 'number', 'boolean'],
      }),
    ),
    least: optional(Type.Number({ description: 'type number or amount: less than this is asked for again.' })),
    most: optional(Type.Number({ description: 'type number or amount: more than this is asked for again.' })),
    many: optional(
      Type.Boolean({ description: 'true: several values, separated by commas or "and"; requests get a list.' }),
    ),
    value: optional(
      text(
        'Where the value comes from instead of a person, who is then never asked: ${session.NAME} (what your site puts into the session) or ${env.NAME}. With audience shopper the only source of the person.',
      ),
    ),
    zone: optional(
      text('type datetime: the zone that the moment is sent in, such as Europe/Berlin or ${env.TIME_ZONE}.'),
    ),
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
