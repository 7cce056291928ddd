import { stringify } from 'yaml';

/** A text as a YAML scalar on one line: plain where that is safe, in quotes otherwise. */
export const scalar = (value: string | number): string =>
  stringify(value, { lineWidth: 0, singleQuote: true, defaultStringType: 'PLAIN' }).trimEnd();

/** A text inside `{ … }`, where more characters need quotes. */
export const inFlow = (value: string): string =>
  /^[A-Za-z][\w .-]*$/.test(value) && scalar(value) === value ? value : `'${value.replaceAll("'", "''")}'`;

/** A text of several lines as a block. */
export const lines = (text: string, indent: string): string =>
  text
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : `${indent}${line.trimEnd()}`))
    .join('\n');
