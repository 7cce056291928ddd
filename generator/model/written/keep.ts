import Type from 'typebox';
import { block, either, map, NAME, optional, text } from './kinds';

const kept = either(
  'The value, or the value and how long it is kept.',
  text('One placeholder of a field, such as ${token}.'),
  block('A value with a time of its own.', {
    value: text('One placeholder of a field, such as ${token}.'),
    minutes: optional(
      Type.Integer({ description: 'How long it is kept; 15 when nothing is said.', minimum: 1, maximum: 60 }),
    ),
  }),
);

export const keep = map(
  'What later actions of the same session may need: name → value. It is kept in the session when something was found, and read by an input with value: ${session.NAME}.',
  kept,
  NAME,
);
