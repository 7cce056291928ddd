import { TARGETS, type Target } from '../../kore/format';

/** What people said, what must be answered, and what must not. */
export interface Case {
  /** The number of the kind. */
  readonly kind: number;
  /** Where it is played: the first of several that are alike on both targets, the others in turns. */
  readonly on: readonly Target[];
  /** One after the other, in one conversation. */
  readonly say: readonly string[];
  /** In what the bot says last, its buttons included. */
  readonly right: RegExp;
  readonly never?: RegExp;
  readonly language?: 'es';
  /** The shopper that the site has signed in. Staff otherwise. */
  readonly shopper?: string;
}

type More = Omit<Case, 'kind' | 'on' | 'say' | 'right'>;

const said = (kind: number, right: RegExp, sentences: readonly (string | readonly string[])[], more: More = {}) =>
  sentences.map((say, i): Case => {
    const on = TARGETS.filter((_, target) => i === 0 || i % 2 === target);
    return { kind, on, right, say: typeof say === 'string' ? [say] : say, ...more };
  });

const inQuestion = (...answers: readonly string[]) => answers.map((answer) => ['where is my order', answer]);
const es: More = { language: 'es' };
const ORDER = /^(?:Order|Pedido) #1001$/m;

/** Kinds that are proven where they are drawn, computed or built, and not in a conversation. */
export const PROVEN: Readonly<Record<number, readonly string[]>> = {
  1: ['test/browser/hostile.test.ts', 'test/window/reads.test.ts'],
  2: ['test/browser/hostile.test.ts', 'test/window/reads.test.ts'],
  3: ['test/browser/hostile.test.ts', 'test/window/reads.test.ts'],
  11: ['specs/shopify/get-product-details.chat'],
  18: ['specs/shopify/conversations/hidden-pages.chat'],
  29: ['test/browser/windows.test.ts'],
  30: ['test/check/scenarios/filter-mismatch.metafield.scenario'],
  31: ['test/filters/money-and-dates.test.ts'],
  32: ['test/scaffold/new-action.test.ts'],
};

export const CASES: readonly Case[] = [
  ...said(4, /^Order EN1001$/m, ['EN 1001', 'EN#1001', 'EN–1001', 'EN.1001', '#EN 1001', 'en1001'].map(orderOf)),
  ...said(4, /no order (?:AU#1001|GB-1001|1001\/7)\./, ['AU#1001', 'GB-1001', '1001/7'].map(orderOf)),
  ...said(4, /^Pedido EN1001$/m, ['pedido EN–1001', 'dónde está el pedido EN 1001', 'pedido EN.1001'], es),
  ...said(4, /no order .*1001\./, ['EN 1001', 'EN#1001', 'AU#1001', '#1001'].map(orderOf), {
    shopper: 'chiara@example.net',
    never: /^Order/m,
  }),
  ...said(4, ORDER, ['where is order #1001', 'order 1001'], { shopper: 'ada@example.com' }),
  ...said(5, /no order (?:HARBORPINE1001|1-A|99|77-B)\./, ['HARBORPINE1001', '1-A', '99', '77-B'].map(orderOf)),
  ...said(5, /^Order 1102-A$/m, [orderOf('1102 A'), orderOf('1102-A')]),
  ...said(
    6,
    ORDER,
    inQuestion(
      'call me at 206-555-0101 about order #1001',
      'my number is (206) 555-0101, the order is #1001',
      '#1001, and ring +44 20 7946 0018',
    ),
  ),
  ...said(6, ORDER, [['donde esta mi pedido', 'llámeme al 912 345 678, pedido #1001']], es),
  ...said(
    7,
    ORDER,
    inQuestion(
      'I live in 98101, order 1001',
      'placed on 10/16/2026, order 1001',
      'I love your #blackfriday deals, order 1001',
      '1,001',
      'I paid $165.00 for order 1001',
      'the 1001 one',
    ),
  ),
  ...said(8, ORDER, inQuestion('１００１', '١٠٠١', '१००१', '#１００１')),
  ...said(9, /no customer with the e-mail address (?:x&|o’|müller\.|ada\+x)ada@example\.com/, [
    'x&ada@example.com',
    'o’ada@example.com',
    'müller.ada@example.com',
  ]),
  ...said(9, /no customer with the e-mail address/, ['find the customer ada+x@example.com'], { never: /Lindqvist/ }),
  ...said(
    9,
    /no customer|I need/,
    ['x&ada@example.com', 'o’ada@example.com', 'find the customer müller.ada@example.com'],
    {
      shopper: 'chiara@example.net',
      never: /Lindqvist/,
    },
  ),
  ...said(9, /Ada Lindqvist/, ['ada@example.com', 'find the customer <ada@example.com>'], {
    shopper: 'ada@example.com',
  }),
  ...said(10, /^Products that match[^]*Mug/, ['find products named mugs', 'any mugs?', 'I want a mug', 'mugs pls']),
  ...said(10, /^Products that match[^]*Candle/, ['candles', 'do you have candles', 'any candles?']),
  ...said(10, /Backpack 24 L/, ['backpack 24L', 'a 24 l backpack', 'backpacks']),
  ...said(10, /Ranger’s Wool Blanket/, ['rangers wool blanket', 'wool blankets', "ranger's blanket"]),
  ...said(10, /This is close\.[^]*Blue Enamel Mug/, ['Blue Enamel Mug 350 ml', 'blue enmael mug', 'blue enamell mug']),
  ...said(10, /Gift Card/, ['gift cards', 'do you sell gift cards', 'gift card']),
  ...said(10, /Surprise Box/, ['surprise box', 'find a surprise box']),
  ...said(10, /Wholesale Mug Crate|Mug/, ['wholesale mug crate', 'mug crate']),
  ...said(10, /This is close\.[^]*Candle/, ['candel', 'candels', 'beeswax candel']),
  ...said(12, /Tax: \$16\.50\nTotal: \$189\.45/, ['1001', '#1001', 'the 1001 one'].map(orderOf)),
  ...said(12, /Total: \$219\.48/, [orderOf('1002')]),
  ...said(13, /€36\.34/, [orderOf('1107'), '#1107', 'order 1107'], { shopper: 'chiara@example.net', never: /\$/ }),
  ...said(13, /\$39\.50.*36\.34|36\.34.*39\.50/, [orderOf('1107'), '#1107', 'order 1107']),
  ...said(14, /Placed: Nov 14, 2026/, ['EN 1001', 'EN1001', 'EN-1001', 'en 1001'].map(orderOf)),
  ...said(
    15,
    /These are the first of: 120 pieces[^]*6795 .*6796 .*6797 .*6798/,
    ['1006', '#1006', 'no. 1006', '1,006'].map(orderOf),
  ),
  ...said(16, /Cancelled: /, ['1004', '#1004', 'number 1004', '１００４'].map(orderOf), { never: /0 ×|not shipped/ }),
  ...said(17, ORDER, ['#1001', '1001', 'no. 1001', '# 1001'].map(orderOf), { never: /EXC|-A$/ }),
  ...said(19, ORDER, ['#1001', '1001!', '1001', '1001?', 'no. 1001']),
  ...said(19, /Ada Lindqvist/, ['ada@example.com', 'ADA@example.com', 'ada@example.com.']),
  ...said(20, ORDER, ['order #1001', 'details of order #1001', 'order no 1001 please', 'my order #1001']),
  ...said(21, ORDER, [
    'Where is my order? The number is #1001.',
    'I want to know where my order is. It is #1001.',
    'Hi! Can you tell me about order #1001? Thanks!',
    'Order number 1001. Where is it?',
  ]),
  ...said(22, /¿|número/, ['donde esta mi pedido', 'donde anda mi paquete', 'no encuentro mi pedido'], es),
  ...said(22, ORDER, ['pedido 1001', 'cuando llegara el pedido 1001', 'que pasa con el pedido 1001'], es),
  ...said(23, /^Hello!/, ['hi', 'hello', 'hey there', 'good morning', 'help']),
  ...said(23, /welcome/, ['thanks', 'thank you so much', 'thx']),
  ...said(23, /cannot connect you/, ['I want to talk to a human', 'agent please', 'let me speak to someone']),
  ...said(23, /opening hours/, ['what time do you open', 'are you open on sunday', 'when do you close']),
  ...said(23, /^¡?Hola/, ['hola', 'buenas', 'buenos dias'], es),
  ...said(23, /nada|gusto|placer/, ['gracias', 'muchas gracias'], es),
  ...said(24, /^All right[^]*\[Find an order\]/, inQuestion('cancel', 'stop', 'please cancel', 'Cancel!')),
  ...said(24, /^All right/, [
    ['find products by name', 'cancel'],
    ['find products by name', 'forget it'],
  ]),
  ...said(25, /^All right/, inQuestion('never mind', 'go back', 'start over')),
  ...said(25, /^Collections of the store/, inQuestion('actually show me collections', 'show me all collections')),
  ...said(25, /Mug/, inQuestion('find mugs', 'do you sell mugs', 'search for mugs')),
  ...said(25, /\[variants of 8110000…\]/, inQuestion('variants of 8110000000001')),
  ...said(25, /\[where is order 1001\]/, [['find products by name', 'where is order 1001']]),
  ...said(25, /\[(?:show me collections|hello|help)\]/, [
    ['find products by name', 'show me collections'],
    ['find products by name', 'hello'],
    ['find products by name', 'help'],
  ]),
  ...said(26, /What is the order number/, ['find an order', 'Find an order', 'find my order', 'another order']),
  ...said(27, /^Order #1001[^]*\[do you sell mugs\]/, [
    'where is order 1001 and do you sell mugs',
    'do you sell mugs and where is order 1001',
    'where is order 1001? do you sell mugs?',
    'order #1001, and also do you sell mugs',
  ]),
  ...said(27, /^Collections[^]*\[do you have mugs\]/, ['show me all collections and do you have mugs']),
  ...said(27, /match candles\.?$[^]*\[where is my parcel\]/m, ['find products named candles and where is my parcel'], {
    never: /candles and/,
  }),
  ...said(27, /^Pedido #1001[^]*\[venden tazas\]/, ['dónde está el pedido 1001 y venden tazas'], es),
  ...said(27, /^Order #1001[^]*\[Another order\]/, ['where is order 1001 and when will it arrive']),
  ...said(28, /match(?:es)? (?:a )?(?:hoodies|mugs?)\.?$/m, [
    'show me hoodies under $50',
    'any mugs below 50 dollars?',
    'mugs cheaper than $30',
    'mugs up to 30 dollars',
    'I want a mug for less than 20 euros',
  ]),
  ...said(
    28,
    /coincidan? con (?:tazas|mugs)\.?$/m,
    ['tazas de menos de 50 euros', 'busco tazas por debajo de 20 €'],
    es,
  ),
];

function orderOf(name: string): string {
  return `where is order ${name}`;
}
