import { buttons } from './button';
import { block, optional, said, text } from './kinds';

export const next = block('What can follow an answer: a message with buttons.', {
  text: optional(said(text('The sentence above the buttons.'))),
  more: optional(said(text('With paging: the title of the button for the next page.'))),
  buttons: optional(buttons('Buttons that lead on.', 8)),
});
