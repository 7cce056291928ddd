/** What a value of an answer is, as far as filters tell values apart. */
export type Shape =
  | 'text'
  | 'number'
  | 'amount'
  | 'boolean'
  | 'enum'
  | 'date'
  | 'id'
  | 'address'
  | 'money'
  | 'moneyRange'
  | 'list'
  | 'block';

/** How an author is told what a shape is. */
export const shapeNames: Readonly<Record<Shape, string>> = {
  text: 'a text',
  number: 'a number',
  amount: 'an amount without a currency',
  boolean: 'true or false',
  enum: 'one of some fixed words',
  date: 'a date',
  id: 'an id',
  address: 'a web address',
  money: 'an amount with its currency',
  moneyRange: 'a price range',
  list: 'a list',
  block: 'a block of values',
};

/**
 * What may stand after `|` in a placeholder. The JavaScript of each one is `templates/filters/<name>.js`.
 *
 * `request` filters make a value safe to send: they answer `null` when nothing safe is left (the shopper is asked
 * again) and `undefined` when the variable is to be left out. `response` filters make a value fit to be read.
 */
export interface Filter {
  readonly for: 'request' | 'response';
  /** What it can be used on; everything a person says is a text. */
  readonly takes: readonly Shape[];
  /** What it makes of it. */
  readonly gives: Shape;
  /** What the arguments are, in order; one that ends in `?` may be left out. */
  readonly args: readonly string[];
  /** Whether the result may stand inside a Shopify search string. */
  readonly search?: boolean;
  /** Whether the result may stand inside a query of a JSON API: in quotes of its own, or as plain words. */
  readonly quotes?: true;
  /** Whether it says something of a whole list, so that it must know whether it has the whole. */
  readonly claims?: true;
  readonly says: string;
}

const SINGLE = ['text', 'number', 'amount', 'boolean', 'enum', 'date', 'id', 'address'] as const;

const request = (says: string, gives: Shape, args: readonly string[] = [], search = false): Filter => ({
  for: 'request',
  takes: ['text'],
  gives,
  args,
  search,
  says,
});
const quoting = (says: string, args: readonly string[] = []): Filter => ({
  ...request(says, 'text', args),
  quotes: true,
});
const response = (says: string, takes: readonly Shape[], args: readonly string[] = []): Filter => ({
  for: 'response',
  takes,
  gives: 'text',
  args,
  says,
});
const claim = (says: string, gives: Shape, args: readonly string[] = []): Filter => ({
  ...response(says, ['list'], args),
  gives,
  claims: true,
});

export const filters = {
  gid: request('a global id such as gid://shopify/Order/1, from digits or a global id of that type', 'id', ['type']),
  optionalGid: request('as gid, but the variable is left out when the value is no id at all', 'id', ['type']),
  isId: request('true when the value is a numeric id of ten digits or more, or a global id', 'boolean'),
  isNotId: request('the opposite of isId', 'boolean'),
  digits: request('only the digits of an id', 'text', [], true),
  email: request('an e-mail address in lower case', 'text'),
  trim: request('without spaces at both ends', 'text'),
  number: request('a number', 'number'),
  minorUnits: request(
    'an amount in the smallest unit of its currency: 12.50 as 1250; with minorUnits(0) or minorUnits(3) where that has no or three places',
    'number',
    ['places?'],
  ),
  searchWords: request(
    'each word as a prefix search on the field, without plural endings and words that say nothing; quotes, operators and wildcards are dropped',
    'text',
    ['field'],
    true,
  ),
  searchNear: request(
    'any of the words, or the beginning of a long one, as a prefix search on the field, and any whole word on the other fields: for response.near, which keeps what is really like it',
    'text',
    ['field', 'field?', 'field?'],
    true,
  ),
  searchPhrase: request(
    'the whole text as an exact search on the field; quotes and backslashes are dropped',
    'text',
    ['field'],
    true,
  ),
  searchReference: request(
    'as searchPhrase, for a number such as #EN-1001: however its letters and digits are joined',
    'text',
    ['field'],
    true,
  ),
  soql: quoting(
    'a text of SOQL, with its quotes: Name = ${name | soql}; before and after it wildcards may stand: LIKE ${name | soql("", "%")}',
    ['before?', 'after?'],
  ),
  jql: quoting('a text of JQL, with its quotes: summary ~ ${words | jql}'),
  encodedQuery: quoting('a value of a ServiceNow encoded query: short_descriptionLIKE${words | encodedQuery}'),
  odata: quoting('a text of OData, with its quotes: startswith(subject, ${words | odata})'),
  plainWords: quoting('words alone, for a search that has a language of its own: ${words | plainWords} type:ticket'),
  date: response(
    'a date in words, such as Nov 3, 2026; of a moment, the day in the time zone that stands at the path (from the top of the answer)',
    ['date'],
    ['path?'],
  ),
  money: response('an amount with its currency, from a MoneyV2 or a MoneyBag', ['money']),
  paidIn: response(
    'what was paid, in parentheses, from a MoneyBag; nothing when that was in the currency that the amount is told in',
    ['money'],
  ),
  moneyIfAny: response('as money, but nothing when the amount is zero', ['money']),
  moneyIn: response(
    'an amount without a currency, in the currency that stands at the path (from the top of the answer)',
    ['amount', 'number'],
    ['path'],
  ),
  minorMoney: response(
    'an amount in the smallest unit of its currency, such as cents, in the currency that stands at the path beside it',
    ['amount', 'number'],
    ['beside'],
  ),
  moneyRange: response('the price range of a product, from a ProductPriceRangeV2', ['moneyRange']),
  words: response(
    'the words that bot.yaml gives for a value, or the value made readable',
    ['enum', 'boolean', 'text', 'number'],
    ['table'],
  ),
  when: response(
    'the value, but nothing unless what stands at the path beside it is that text (present: anything, absent: nothing, positive: a number above zero)',
    [...SINGLE, 'list'],
    ['beside', 'text'],
  ),
  unless: response('the value, but nothing when it is that text', SINGLE, ['text']),
  anyTrue: claim(
    'true when the field of that name is true in any thing of a list, else false; nothing when the rest of a list is not known',
    'boolean',
    ['field'],
  ),
  count: claim('how many there are; 50+ when there are more', 'number'),
  join: claim('a list as one text', 'text', ['separator?']),
  pluck: { ...response('the values of a field in each thing of a list', ['list'], ['field']), gives: 'list' },
  last: response('the last so many characters', ['text', 'number', 'id'], ['length']),
  truncate: response('at most so many characters, cut at a word', ['text', 'address'], ['length']),
  url: response('a web address, only when it is https', ['address', 'text']),
  idNumber: response('the number at the end of a global id', ['id']),
} as const satisfies Readonly<Record<string, Filter>>;

/** The filters of a place that fit a value; all of them when nothing is known of it. */
export const fittingFilters = (place: Filter['for'], shape?: Shape): readonly string[] =>
  Object.entries<Filter>(filters).flatMap(([name, filter]) =>
    filter.for === place && (shape === undefined || filter.takes.includes(shape)) ? [name] : [],
  );

export type FilterName = keyof typeof filters;

/** A filter as used in one placeholder. */
export interface FilterUse {
  readonly name: FilterName;
  readonly args: readonly (string | number)[];
}
