import type { Static } from 'typebox';
import { answers } from './answers';
import { agent } from './agent';
import { buttons } from './button';
import { credentials } from './credentials';
import { block, LANGUAGE_PATTERN, list, map, oneOf, optional, said, text, value } from './kinds';
import { botReplies } from './replies';
import { scaffold } from './scaffold';
import { sentences } from './sentences';
import { service } from './service';
import { variables } from './variables';

const sentence = text('A sentence.');

const welcome = block('The greeting.', {
  text: said(text('What is said first, and in the main menu.')),
  title: optional(
    said({
      ...text('The name of the dialog that shows this again: Main menu when nothing is said.'),
      pattern: '^[^<>{}]*$',
    }),
  ),
  description: optional(
    said(text('When that dialog is the right one. XO 11 chooses dialogs by name and description.')),
  ),
  utterances: optional(said(list('What people say to see it again.', sentence))),
  buttons: optional(buttons('What the bot can do.', 10)),
});

const fallback = block('What is said when nothing was understood.', {
  texts: said(list('One of these, at random.', sentence, { minItems: 1 })),
  buttons: optional(buttons('What the bot can do.', 10)),
});

const references = map(
  'How the store writes its numbers: the name of an input of type reference → an example such as EN1001 or 1001-A. What stands before and after the number need not be said then. Also the example of that input.',
  { ...value('An example.'), pattern: '[0-9]' },
);

const words = map(
  'Words for values that an API returns: table → value → words. Used by the filter words("table"). A value that is not listed is made readable.',
  map('A table.', said(value('The words.'))),
);

export const bot = {
  title: 'A bot: what its actions share',
  ...block('One integration: where requests go, how they are authorized, and what the bot says in every action.', {
    name: said(text("The bot's name in the builder.")),
    description: said(text('What the bot is for, in one sentence.')),
    language: optional({
      ...value(
        'The language that the specs are written in; en when nothing is said. Others stand in locales/<language>.yaml.',
      ),
      pattern: LANGUAGE_PATTERN,
    }),
    audience: optional(
      oneOf(
        'Who talks to the bot. staff (when nothing is said): everybody who can open it may ask for any customer and order. shopper: personal actions answer only when the session carries a verified e-mail address, and only what belongs to it.',
        ['staff', 'shopper'],
      ),
    ),
    identity: optional(
      list(
        'Values of the session that say who is signed in, besides verifiedEmail, such as customerId. Your site puts them there after its own sign-in. With audience shopper a request that holds one is about that person; any other value of the session says nothing about who somebody is.',
        { ...value('The name of a value of the session.'), pattern: '^\\w+$' },
        { minItems: 1, uniqueItems: true },
      ),
    ),
    soldOn: optional(
      oneOf(
        'Which products of a Shopify store count as on sale. onlineStore (when nothing is said): those with a page in the online store. any: every one that the searches and the other conditions let through; for headless stores and stores behind a password, where no product has such a page (onlineStoreUrl is null). The searches still ask for published_status:published, which is the online store: a store that publishes to another channel alone writes that channel in its searches.',
        ['onlineStore', 'any'],
      ),
    ),
    layout: optional(
      oneOf(
        'XO 11: where scripts and requests stand on the canvas. flat (when nothing is said): nodes of their own. botAction: inside botAction nodes, as in XO 10. The platform exports both.',
        ['flat', 'botAction'],
      ),
    ),
    icon: optional({
      ...value('The icon file in this folder: PNG, at most 40 × 40 pixels and 80 KB.'),
      pattern: '^[A-Za-z0-9._-]+\\.png$',
    }),
    service,
    credentials: optional(credentials),
    variables: optional(variables),
    replies: botReplies,
    welcome,
    fallback,
    answers: optional(answers),
    agent: optional(agent),
    references: optional(references),
    words: optional(words),
    sentences: optional(sentences),
    scaffold: optional(scaffold),
  }),
};

/** A bot as a person writes it. */
export type WrittenBot = Static<typeof bot>;
