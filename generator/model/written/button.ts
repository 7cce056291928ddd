import type { Static } from 'typebox';
import { block, either, list, literal, map, NAME, optional, part, said, text, value } from './kinds';

export const button = part(
  'button',
  block('A button. Give one of `action` (with `with`), `url` and `agent`.', {
    title: said(text('What the button says. At most 20 characters are shown on a web chat.')),
    action: optional(value('The id of the action that the button starts: the name of its file, without .yaml.')),
    with: optional(
      map(
        'Values for the inputs of that action, such as order: ${order}.',
        value('The value; may hold placeholders.'),
        NAME,
      ),
    ),
    agent: optional(literal('Leads to a person: true. bot.yaml says under agent that there is one.', true)),
    when: optional(
      map(
        'Shown only when the answer has these values: the name of a field → its value, or several of which it has one.',
        either('The value, or several.', value('The value.'), list('The values.', value('A value.'), { minItems: 1 })),
        NAME,
      ),
    ),
    url: optional(value('A web address to open; may hold placeholders. Only https addresses are opened.')),
  }),
);

/** A button as a person writes it. */
export type WrittenButton = Static<typeof button>;

/** Buttons, of which there may be so many. */
export const buttons = (description: string, most: number) => list(description, button, { maxItems: most });
