import { block, either, list, optional, said, text } from './kinds';

const question = block('What is asked before the request is sent.', {
  ask: said(text('The question; may hold what was said, such as ${subject}.')),
  yes: optional(said(text('The title of the button that sends it; at most 20 characters are shown on a web chat.'))),
  no: optional(said(text('What is said when it is not sent; may hold what was said.'))),
  change: optional(
    list('Inputs of which each has a button that goes back to its question.', text('The name of an input.'), {
      minItems: 1,
      maxItems: 8,
      uniqueItems: true,
    }),
  ),
});

/** How a write is asked for; `no` needs a reason. */
export const confirm = either(
  'What is asked before something is written: an action that writes needs it. `no` sends the request unasked, and needs `because`.',
  text('no', { pattern: '^no$' }),
  question,
);
