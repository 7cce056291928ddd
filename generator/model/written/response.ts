import { block, either, list, map, NAME, optional, text } from './kinds';
import { fields, where } from './fields';
import { statuses } from './outcomes';

const paths = (description: string) =>
  either(description, text('A path.'), list('Paths.', text('A path.'), { minItems: 1 }));

export const response = block('Where the answer stands and what its values are called.', {
  done: optional(
    statuses(
      'Statuses that mean that a write succeeded, whatever the body is (200, 201, 202 and 204 when nothing is said and there is a `reply.done`); `at` and `fields` may then be left out.',
    ),
  ),
  at: optional(
    paths(
      'Path of the answer (a dot: all of it), or several paths of which the first that holds something is taken. Nothing there means the outcome is `empty`. In a list the first thing that passes `confirm` is taken. All of the answer when nothing is said.',
    ),
  ),
  where: optional(
    where(
      'Only an answer whose value at the path is this text (`present`: anything at all; `positive`: a number above zero); another one counts as empty.',
    ),
  ),
  confirm: optional(
    map(
      'Input → path or paths (from the answer) of which one must show what was asked for; otherwise the answer counts as empty.',
      paths('A path, or several.'),
      NAME,
    ),
  ),
  owner: optional(
    text(
      'Path (from the answer) of the e-mail address of the person it belongs to. Marks the action as personal: with audience shopper it answers that person alone.',
    ),
  ),
  near: optional(
    block(
      'Things that are only like what was asked for: shown after reply.near where nothing else is found, those with the most of its words (one letter of a long word may be wrong).',
      {
        at: text('Path of another answer of the same form, found by a wider search (searchNear).'),
        input: text('The input that says what was asked for.', { pattern: NAME }),
        words: list('Paths in a thing; the texts there are compared with what was asked for.', text('A path.'), {
          minItems: 1,
        }),
      },
    ),
  ),
  fields: optional(fields),
});
