import type { Phrase } from '../../model/model';
import { placeholders, type Text } from '../../model/text';
import { constant, textOf, type Expression } from '../expressions';
import type { Resolver } from './scope';

/** Signs that separate values. */
const SEPARATORS = /^[\s,;·|]+$/;

/** A text as it is written, with the values in their places. */
export const filled = (phrase: Phrase | undefined, find: Resolver): Expression =>
  textOf((phrase?.text ?? []).map((part) => (typeof part === 'string' ? part : find.value(part))));

/**
 * A text that is left out when none of its values holds anything, and that neither begins nor ends with a separator whose
 * value is missing.
 */
export function line(phrase: Phrase | undefined, find: Resolver): Expression {
  const text = phrase?.text ?? [];
  const values = placeholders(text).map((part) => find.value(part));
  const [first] = values;
  if (first === undefined || text.length === 1) return filled(phrase, find);
  const separator = separatorOf(text);
  if (separator !== undefined) return { kind: 'joined', values, separator };
  const then = textOf(text.map((part) => (typeof part === 'string' ? part : find.value(part))));
  if (values.length === 1 && !endsInSeparator(text)) return { kind: 'given', tests: values, then };
  return { kind: 'tidy', tests: values, then };
}

/** What stands between all values of a text that consists of nothing else. */
function separatorOf(text: Text): string | undefined {
  const between = text.filter((part) => typeof part === 'string');
  const alternates = text.every((part, i) => (typeof part === 'string') === (i % 2 === 1));
  const [separator] = between;
  if (!alternates || text.length % 2 === 0 || separator === undefined || !SEPARATORS.test(separator)) return undefined;
  return between.every((part) => part === separator) ? separator : undefined;
}

const endsInSeparator = (text: Text) => {
  const [first, last] = [text[0], text.at(-1)];
  return (typeof first === 'string' && /^[\s,;·|]/.test(first)) || (typeof last === 'string' && /[\s,;·|]$/.test(last));
};

/** The same text, only when every value in it holds something. */
export function whole(parts: readonly (string | Expression)[]): Expression {
  const tests = parts.filter((part) => typeof part !== 'string');
  const then = textOf(parts);
  return tests.length === 0 || then.kind !== 'text' ? then : { kind: 'given', tests, then };
}

/** A text that is known at build time, at most so long. */
export const cut = (text: string, most: number): string => {
  const letters = Array.from(text);
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
};

/** Whether an expression is a text that is known at build time. */
export const isConstant = (value: Expression): value is Extract<Expression, { kind: 'constant' }> =>
  value.kind === 'constant';

export const nothing = constant('');
