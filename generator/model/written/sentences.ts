import type { LanguageStyle, Sentences } from '../languages';
import { block, list, optional, text } from './kinds';

type Own = Record<keyof Sentences | Exclude<keyof LanguageStyle, 'sentences'>, unknown>;

const keys = {
  youCanSay: optional(text('Before the titles of buttons, where there are no buttons to press.')),
  goOn: optional(text('Before something else that was said in the same breath.')),
  giveUp: optional(text('When the retries for an input are used up; may hold ${label}.')),
  needsInput: optional(text('When what was said cannot be used; may hold ${label}.')),
  several: optional(text('When several values were said and one is needed; may hold ${choices}.')),
  next: optional(text('Above the buttons that follow an answer.')),
  more: optional(text('The button for the next page.')),
  noneYet: optional(
    text(
      'When nothing of some pages may be shown and there are more; may hold ${count}, how many things were looked through.',
    ),
  ),
  others: optional(text('After a list that does not show all; may hold ${count}, how many others there are.')),
  noMore: optional(text('When some things were shown before, and there are no more.')),
  reprompt: optional(text('When an answer does not fit; may hold ${label} and ${example}.')),
  wayOut: optional(text('After a reprompt, how to leave the question; may hold ${sentence}, one that leaves it.')),
  menu: optional(text('The name of the dialog that says what the bot can do.')),
  menuDescription: optional(text('When that dialog is the right one.')),
  refused: optional(text('When the service did not take what it was given.')),
  nothing: optional(text('When a write found nothing to change.')),
  yes: optional(text('The button that says yes, where a confirmation has no title for it.')),
  no: optional(text('The button that says no.')),
  change: optional(text('The button that goes back to one question; may hold ${label}.')),
  declined: optional(text('When something is not sent after all.')),
  unsure: optional(text('When something was sent and no answer came.')),
  sentBefore: optional(
    text('Before a question, when the same was sent a short while ago, and no answer came or another window sent it.'),
  ),
  sendAgain: optional(text('The question whether it shall be sent again.')),
  person: optional(text('The name of the dialog that hands over to a person; at most 20 characters.')),
  personDescription: optional(text('When that dialog is the right one.')),
  handOver: optional(text('Before a conversation is handed over to a person.')),
  giveUpToPerson: optional(text('In place of giveUp, where a person takes over then; may hold ${label}.')),
  viewInStore: optional(text("The button that opens a thing's page; at most 20 characters.")),
  whenSomeoneSays: optional(text('Before sentences that start an action, in descriptions.')),
  months: optional(
    list('The names of the months as dates have them, from January on.', text('A month.'), {
      minItems: 12,
      maxItems: 12,
    }),
  ),
  date: optional(text('How a date is written: D, M and Y stand for day, month and year.')),
  decimal: optional(text('What stands before the cents of an amount.')),
  group: optional(text('What stands between the thousands of an amount.')),
  money: optional(text("How an amount is written: ¤ stands for the currency's symbol, # for the number.")),
} satisfies Own;

/** What the tool itself says in a language, and how it writes dates and amounts. */
export const sentences = block(
  'What the tool itself says, where the specs have no words of their own, and how dates and amounts are written. en, es, de and fr are known; any other language needs all of these.',
  keys,
);
