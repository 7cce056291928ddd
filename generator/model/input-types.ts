/**
 * What an author may ask a shopper for, and the platform entity that does it.
 *
 * Entity type names are those of real exports. `regex` finds its value inside the sentence that started the dialog;
 * `label` takes what training annotations mark, and any answer to its prompt.
 */
export interface InputType {
  readonly entityType: string;
  /** For `regex`: what counts as a value when the spec gives no `pattern`. */
  readonly pattern?: string;
  /** The reprompt when the spec has none. */
  readonly reprompt: string;
  readonly says: string;
}

export const inputTypes = {
  text: { entityType: 'label', reprompt: 'Please tell me the ${label}.', says: 'any words' },
  email: {
    entityType: 'email',
    reprompt: 'That is not an e-mail address. An example is ${example}.',
    says: 'an e-mail address',
  },
  number: { entityType: 'number', reprompt: 'Please give a number, for example ${example}.', says: 'a number' },
  phone: {
    entityType: 'phone_number',
    reprompt: 'Please give a phone number, for example ${example}.',
    says: 'a phone number',
  },
  date: { entityType: 'date', reprompt: 'Please give a date, for example ${example}.', says: 'a date' },
  id: {
    entityType: 'regex',
    pattern: String.raw`(?:gid:\/\/[a-z]+\/[A-Za-z]+\/)?\b\d{6,20}\b`,
    reprompt: 'Please give the ${label}: a number such as ${example}.',
    says: 'a numeric id (6 to 20 digits) or a global id',
  },
  pattern: {
    entityType: 'regex',
    reprompt: 'Please give the ${label}, for example ${example}.',
    says: 'whatever fits `pattern`',
  },
  choice: { entityType: 'list_of_values', reprompt: 'Please choose one of these.', says: 'one of `choices`' },
} as const satisfies Readonly<Record<string, InputType>>;

export type InputTypeName = keyof typeof inputTypes;
