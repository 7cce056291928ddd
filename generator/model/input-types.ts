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
  readonly says: string;
}

export const inputTypes = {
  text: { entityType: 'label', says: 'any words' },
  email: {
    entityType: 'email',
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
    says: 'a numeric id (6 to 20 digits) or a global id',
  },
  pattern: {
    entityType: 'regex',
    says: 'whatever fits `pattern`',
  },
  choice: { entityType: 'list_of_values', says: 'one of `choices`' },
} as const satisfies Readonly<Record<string, InputType>>;

export type InputTypeName = keyof typeof inputTypes;

export const inputTypeNames = Object.keys(inputTypes) as readonly InputTypeName[];
