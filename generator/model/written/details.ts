import { block, oneOf, optional, part, said, text, value } from './kinds';

/** A line of `details`. */
export const row = part(
  'row',
  block('One label and its value. A row whose value is empty is left out.', {
    label: said(text('What the value is.')),
    value: optional(said(value('The value; may hold placeholders.'))),
    each: optional(value('The name of a list field: the row shows every thing of it, separated by semicolons.')),
    item: optional(said(value("With `each`: how one thing is written; may hold placeholders of the list's fields."))),
  }),
);

/** A web address below `details`. */
export const link = part(
  'link',
  block('A button that opens a web address; left out when the address is empty.', {
    title: said(text('What the button says.')),
    each: optional(value('The name of a list field: one button for every thing of it (three at most).')),
    url: text('The address; usually one placeholder with the url filter.'),
  }),
);

/** A column of `table`. */
export const column = part(
  'column',
  block('A column of the table.', {
    title: said(text('The head of the column.')),
    value: said(text("What stands in it; may hold placeholders of the list's fields.")),
    align: optional(oneOf('How the column is aligned; left when nothing is said.', ['left', 'right', 'center'])),
  }),
);
