import Type from 'typebox';
import { block, map, optional, text, value, VARIABLE } from './kinds';

const variable = block('One variable.', {
  hint: text('What to put in it; shown in the builder.'),
  secret: optional(Type.Boolean({ description: 'true: the builder shows and exports it empty (a secured variable).' })),
  value: optional(value('A value that comes with the zip. Never for secrets.')),
  pattern: optional(text('A regular expression for the whole value. When the value does not fit, no request is sent.')),
});

export const variables = map(
  'Environment variables of the bot. Fill them in the builder after the import.',
  variable,
  VARIABLE,
);
