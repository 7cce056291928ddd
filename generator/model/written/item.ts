import type { Static } from 'typebox';
import { buttons } from './button';
import { block, either, list, optional, part, said, text, value } from './kinds';

export const item = part(
  'item',
  block('How one thing of the list looks.', {
    title: said(text("The headline; may hold placeholders of the list's fields.")),
    text: optional(
      said(
        either(
          'The lines below the headline: one text, or a list of texts. A line whose placeholders are all empty is left out.',
          text('The line.'),
          list('The lines.', value('One line.'), { minItems: 1 }),
        ),
      ),
    ),
    image: optional(value('Address of a picture, usually one placeholder. Without one the picture is left out.')),
    link: optional(value('Web address that opens when the thing is clicked, usually one placeholder.')),
    buttons: optional(buttons('Buttons of this thing: at most 1 in a list, at most 3 in a carousel.', 3)),
  }),
);

/** How one thing of a list looks, as a person writes it. */
export type WrittenItem = Static<typeof item>;
