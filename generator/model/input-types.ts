/**
 * What an author may ask a shopper for, and the platform entity that does it.
 *
 * Entity type names are those of real exports. `regex` finds its value inside the sentence that started the dialog;
 * `label` takes what training annotations mark, and any answer to its prompt.
 */
export interface InputType {
  readonly entityType: string;
  /** The export's name of it was never seen: it is concluded from the platform's documentation. */
  readonly inferred?: true;
  /** For `regex`: what counts as a value when the spec gives no `pattern`. */
  readonly pattern?: string;
  /** How the script before the request reads what was typed again, so that a part of a word never counts. */
  readonly reads?: 'email' | 'reference' | 'whole';
  readonly says: string;
}

export const inputTypes = {
  text: { entityType: 'label', says: 'any words' },
  email: {
    entityType: 'email',
    reads: 'email',
    says: 'an e-mail address',
  },
  number: { entityType: 'number', says: 'a number' },
  phone: {
    entityType: 'phone_number',
    says: 'a phone number',
  },
  date: { entityType: 'date', says: 'a date' },
  id: {
    entityType: 'regex',
    pattern: String.raw`(?:gid:\/\/[a-z]+\/[A-Za-z]+\/)?\b\d{6,20}\b`,
    reads: 'whole',
    says: 'a numeric id (6 to 20 digits) or a global id',
  },
  reference: {
    entityType: 'regex',
    // Wide: what the platform takes out of a sentence is read again, with what stands around it.
    pattern: String.raw`[^\s@0-9０-９٠-٩۰-۹०-९]{0,40}[0-9０-９٠-٩۰-۹०-९][^\s@]{0,60}`,
    reads: 'reference',
    says: 'a number with any letters and signs before and after it, such as an order number; the one beside "#" or a word of the label counts first',
  },
  pattern: {
    entityType: 'regex',
    reads: 'whole',
    says: 'whatever fits `pattern`',
  },
  choice: { entityType: 'list_of_values', says: 'one of `choices`' },
  boolean: { entityType: 'list_of_values', says: 'yes or no, sent as true or false' },
  time: { entityType: 'time', says: 'a time of day, such as T22:00:00+05:30' },
  datetime: { entityType: 'datetime', says: 'a day and a time, such as 2026-11-03T18:00:00+05:30' },
  period: {
    entityType: 'dateperiod',
    inferred: true,
    says: 'two days, ${name.from} and ${name.to}; how an export spells it is inferred',
  },
  amount: { entityType: 'number', says: 'an amount of money, as a number' },
  person: { entityType: 'person_name', says: "a person's name" },
  address: { entityType: 'location', says: 'an address, as the platform writes it out' },
  zipcode: { entityType: 'zipcode', says: 'a postal code' },
  url: {
    entityType: 'regex',
    pattern: String.raw`https?:\/\/[^\s<>"]+`,
    says: 'a web address',
  },
  file: {
    entityType: 'attachment',
    inferred: true,
    says: 'a file that the person sends, as its address; how an export spells it is inferred',
  },
} as const satisfies Readonly<Record<string, InputType>>;

export type InputTypeName = keyof typeof inputTypes;

export const inputTypeNames = Object.keys(inputTypes) as readonly InputTypeName[];
