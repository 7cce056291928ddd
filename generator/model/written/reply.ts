import type { Static } from 'typebox';
import { lookNames, looks } from '../looks';
import { buttons } from './button';
import { column, link, row } from './details';
import { item } from './item';
import { block, described, either, list, oneOf, optional, part, said, text, value } from './kinds';

const lookList = lookNames.map((name) => `${name} (${looks[name].says})`).join(', ');

const parts = block('A look with its parts.', {
  look: optional(
    oneOf(
      `How the message looks on a web chat: ${lookList}. Voice and unknown channels always get plain sentences.`,
      lookNames,
    ),
  ),
  text: optional(said(text('The sentence; may hold placeholders.'))),
  title: optional(said(text('details: the headline above the rows.'))),
  image: optional(value('details: address of a picture, usually one placeholder.')),
  rows: optional(list('details: labels and values.', row)),
  links: optional(list('details: buttons that open web addresses.', link)),
  each: optional(
    value('list, carousel, table: the name of the list field that is shown. When it is empty the outcome is `empty`.'),
  ),
  item: optional(described('list, carousel: how one thing of the list looks.', item)),
  columns: optional(list('table: the columns, at least two.', column, { minItems: 2 })),
  buttons: optional(buttons('Buttons below the message.', 10)),
});

export const reply = part(
  'reply',
  said(either('What the bot says: a text, or a look with its parts.', text('The sentence.'), parts)),
);

/** A look with its parts, as a person writes it. */
export type WrittenReply = Static<typeof parts>;
