/**
 * What may stand after `|` in a placeholder. The JavaScript of each one is `templates/filters/<name>.js`.
 *
 * `request` filters make a value safe to send: they answer `null` when nothing safe is left (the shopper is asked
 * again) and `undefined` when the variable is to be left out. `response` filters make a value fit to be read.
 */
export interface Filter {
  readonly for: 'request' | 'response';
  /** What the arguments are, in order; one that ends in `?` may be left out. */
  readonly args: readonly string[];
  /** Whether the result may stand inside a Shopify search string. */
  readonly search?: boolean;
  readonly says: string;
}

const request = (says: string, args: readonly string[] = [], search = false): Filter => ({
  for: 'request',
  args,
  search,
  says,
});
const response = (says: string, args: readonly string[] = []): Filter => ({ for: 'response', args, says });

export const filters = {
  gid: request('a global id such as gid://shopify/Order/1, from digits or a global id of that type', ['type']),
  optionalGid: request('as gid, but the variable is left out when the value is no id at all', ['type']),
  isId: request('true when the value is a numeric id of ten digits or more, or a global id'),
  isNotId: request('the opposite of isId'),
  digits: request('only the digits of an id', [], true),
  email: request('an e-mail address in lower case'),
  trim: request('without spaces at both ends'),
  number: request('a number'),
  searchWords: request(
    'each word as a prefix search on the field; quotes, operators and wildcards are dropped',
    ['field'],
    true,
  ),
  searchPhrase: request(
    'the whole text as an exact search on the field; quotes and backslashes are dropped',
    ['field'],
    true,
  ),
  date: response('a date in words, such as Nov 3, 2026'),
  money: response('an amount with its currency, from a MoneyV2 or a MoneyBag'),
  moneyIfAny: response('as money, but nothing when the amount is zero'),
  moneyIn: response(
    'an amount without a currency, in the currency that stands at the path (from the top of the answer)',
    ['path'],
  ),
  moneyRange: response('the price range of a product, from a ProductPriceRangeV2'),
  words: response('the words that bot.yaml gives for a value, or the value made readable', ['table']),
  unless: response('the value, but nothing when it is that text', ['text']),
  anyTrue: response('true when the field of that name is true in any thing of a list, else false', ['field']),
  count: response('how many there are'),
  join: response('a list as one text', ['separator?']),
  truncate: response('at most so many characters, cut at a word', ['length']),
  url: response('a web address, only when it is https'),
  idNumber: response('the number at the end of a global id'),
} as const satisfies Readonly<Record<string, Filter>>;

export type FilterName = keyof typeof filters;

/** A filter as used in one placeholder. */
export interface FilterUse {
  readonly name: FilterName;
  readonly args: readonly (string | number)[];
}
