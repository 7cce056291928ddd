import Type from 'typebox';
import { filterList } from '../filter-list';
import { part, recursive } from './kinds';

/** A value of a request's body, as a person writes it. */
export type WrittenBody =
  string | number | boolean | null | readonly WrittenBody[] | { readonly [key: string]: WrittenBody };

const inside = recursive<WrittenBody>('body', 'A value of the body.');

/** Any YAML tree. */
export const body = part(
  'body',
  Type.Unsafe<WrittenBody>({
    description: `The body: any tree. A text that is one placeholder keeps the type of its value; with other text beside it, it is a text. A value that is missing takes its key along, and so does an object that is then empty. { each: people, item: … } makes a list with one item for each value of an input; \${item} in it is that value. ${filterList('request')}`,
    type: ['string', 'number', 'boolean', 'null', 'array', 'object'],
    items: inside,
    additionalProperties: inside,
  }),
);
