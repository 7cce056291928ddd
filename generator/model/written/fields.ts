import type { Static } from 'typebox';
import { filterList } from '../filter-list';
import { block, either, map, NAME, optional, part, recursive, text, value } from './kinds';

/** Values that a thing must have to be shown. */
export const where = (description: string) => map(description, value('The value.'));

const path = text(`A path in the answer with filters. ${filterList('response')}`);

const each = block('A list of the answer.', {
  each: text(
    'Path of the list; a dot when the answer itself is the list. A star stands for every member: calendars.*.busy.',
  ),
  where: optional(
    where(
      'Only things whose value at the path is this text (`present`: anything at all; `positive`: a number above zero).',
    ),
  ),
  total: optional(
    text(
      'Path (from the answer) of how many there are in all, or of what is true when there are more: what is not shown is told. Without it only what came along is known; with paging the button says it.',
    ),
  ),
  fields: recursive<WrittenFields>('fields', 'The values of one thing of the list.'),
});

const field = either(`A path in the answer with filters, or a list. ${filterList('response')}`, path, each);

/** A value of the answer, or a list of values, as a person writes it. */
export type WrittenField = Static<typeof field>;

/** Fields as a person writes them. */
export interface WrittenFields {
  readonly [name: string]: WrittenField;
}

export const fields = part(
  'fields',
  map(
    'Names for the values of the answer that replies use. A value is a path with filters, such as `createdAt | date`; a list is {each, fields}.',
    field,
    NAME,
  ),
);
