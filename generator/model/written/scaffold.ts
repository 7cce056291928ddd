import { block, map, optional, text, value } from './kinds';

export const scaffold = block('What npm run new knows of this API beyond its schema.', {
  searches: optional(
    map(
      'How the words of a person get into a search, by the field that is searched.',
      text('The search; ${words} stands for the input, and has a filter that makes it safe.'),
    ),
  ),
  visible: optional(
    map(
      'Types of which the API also finds what is not meant for everyone: the where: that keeps it out.',
      map('A type.', value('What a path must hold; present for anything at all.')),
    ),
  ),
});
