/** A key in capitals, or a `value:` of one text without spaces below it. */
const KEY_OR_VALUE =
  /(?:^[ \t#]*|[{,][ \t]*)["']?(?<key>[A-Z][A-Z0-9_]*)["']?[ \t]*:(?=\s)|\bvalue["']?[ \t]*:[ \t]+["']?(?<value>[^\s"',{}•]{8,300})(?=["'\s,}]|$)/gm;

/** A variable of such a name holds a credential, whatever it looks like. */
const NAMED =
  /(?:TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|(?:API|ACCESS|AUTH|PRIVATE|SIGNING)_?KEY)(?:_?\d+)?$/;

/** Whether a value looks like a key or a hash. */
const isRandom = (value: string): boolean =>
  /^[0-9a-f]{32,}$/i.test(value) ||
  (/^(?:[A-Za-z]{2,10}[_-])?[A-Za-z0-9+/]{16,}={0,2}$/.test(value) &&
    value.length >= 20 &&
    value.replace(/\D/g, '').length > 3 &&
    /[a-z]/.test(value));

/** Where the value of a variable stands, and whether it is a credential. */
export interface VariableSpan {
  readonly start: number;
  readonly end: number;
  /** By the variable's name or the value's form. */
  readonly isSecret: boolean;
  /** What identifies a client or an account may look like a key, and is none. */
  readonly isId: boolean;
}

/** The values of variables in a text. */
export function variableValues(text: string): readonly VariableSpan[] {
  let key = '';
  return [...text.matchAll(KEY_OR_VALUE)].flatMap(({ 0: whole, index, groups }) => {
    key = groups?.['key'] ?? key;
    const value = groups?.['value'];
    if (value === undefined || key === '') return [];
    const end = index + whole.length;
    const isId = /ID$/.test(key);
    return [{ start: end - value.length, end, isId, isSecret: NAMED.test(key) || (isRandom(value) && !isId) }];
  });
}
