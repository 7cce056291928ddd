/** JSON types in an author's words. */
const names: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a block of keys',
  null: 'nothing',
};

/** `a text or a list`. */
export const typeNames = (types: readonly string[]): string => types.map((type) => names[type] ?? type).join(' or ');

/** What to write instead of a value of the wrong type, as a sentence with a space before it; or nothing. */
export function typeRemedy(wanted: readonly string[], got: string, written: string): string {
  const short = written.length <= 40 && !written.includes('\n');
  if (wanted.includes('string')) return textRemedy(got, written, short);
  if (got !== 'string') return '';
  if (wanted.includes('array'))
    return ` Write ${short ? `[${written}], or one entry on each line` : 'each entry on a line of its own'} after a hyphen.`;
  if (wanted.includes('boolean')) return ' Write true or false, without quotes.';
  if (wanted.includes('object')) return ' Write its keys on the lines below it, indented.';
  const number = /^(['"])(-?\d+(?:\.\d+)?)\1$/.exec(written)?.[2];
  return number === undefined ? '' : ` Write ${number}, without quotes.`;
}

function textRemedy(got: string, written: string, short: boolean): string {
  if (got === 'number' || got === 'boolean') return short ? ` Put it in quotes: '${written}'.` : '';
  return /^[[{]/.test(written) ? ' Put a text that begins with a bracket in quotes.' : '';
}
