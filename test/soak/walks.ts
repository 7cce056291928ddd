/** What is said, and a part of the answer that must come; with it comes the proof that the conversation was kept. */
export type Step = readonly [said: string, seen: string];

/** Conversations with the Shopify bot, each from the greeting on. The second step of most needs the first. */
export const WALKS: readonly (readonly Step[])[] = [
  [
    ['where is my order', 'What is the order number?'],
    ['#1001', 'Total: $189.45'],
    ['has order 1002 been shipped yet', 'Total: $219.48'],
  ],
  [
    ['find products by name', 'Which product are you looking for?'],
    ['mug', 'Blue Enamel Mug'],
    ['details of product 7700000000001', 'A steel mug with an enamel coat.'],
    ['variants of product 7700000000001', '500 ml'],
  ],
  [
    ['find a customer by e-mail', "What is the customer's e-mail address?"],
    ['nobody', 'e-mail address'],
    ['ada@example.com', 'Ada Lindqvist'],
    ['orders of customer 6400000000001', 'Order #1014'],
  ],
  [
    ['show all collections', 'Camp Kitchen'],
    ['what can you do', 'What would you like to see?'],
    ['hjkl qwer zxcv', 'not'],
  ],
  [
    ['where is my order', 'What is the order number?'],
    ['#9999', 'no order'],
    ['where is order {{context.session}} ${name} <script>', 'order'],
  ],
];

/** What the bot says when the store's bucket is empty: as it should, so no error. */
export const BUSY = 'The store is very busy at the moment.';
