import Type from 'typebox';
import { block, either, list, map, optional, text } from './kinds';

const STATUS = { minimum: 100, maximum: 599 };
const status = Type.Integer({ description: 'An HTTP status, such as 409.', ...STATUS });

/** One status, or several. */
export const statuses = (description: string) =>
  either(description, status, list('Statuses.', status, { minItems: 1, uniqueItems: true }));

const outcome = block('How an answer ends. Everything that is written here must hold.', {
  status: optional(statuses('The status of the answer, or several.')),
  at: optional(text('A path in the answer.')),
  is: optional(
    either(
      'What stands at the path: a text, or several of which it is one; anything at all when nothing is said.',
      text('The value.'),
      list('The values.', text('A value.'), { minItems: 1, uniqueItems: true }),
    ),
  ),
  reason: optional(
    text("Path of the API's own words for it: made harmless and cut, they are ${reason} in the reply of this outcome."),
  ),
});

/** Outcomes of an action's own. */
export const ownOutcomes = map(
  'Outcomes besides the built-in ones, by their names; the first that fits the answer decides, before anything else does. Each has a reply of its name. `refused` may be one of them: the service did not take what it was given.',
  outcome,
  '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
);
