import type { Phrase } from '../../model/model';
import { placeholders, type Text } from '../../model/text';
import { callExpression, constant, textOf, type Expression } from '../expressions';
import { inertParts } from './inert';
import type { Resolver } from './scope';

/** Signs that separate values. */
const SEPARATORS = /^[\s,;·|]+$/;

/** A text as it is written, with the values in their places. */
export const filled = (phrase: Phrase | undefined, find: Resolver): Expression => textOf(textParts(phrase, find));

/** The pieces and values of a text. */
export const textParts = (phrase: Phrase | undefined, find: Resolver): readonly (string | Expression)[] =>
  inertParts((phrase?.text ?? []).map((part) => (typeof part === 'string' ? part : find.value(part))));

/** An address that a text is; of what is none, nothing. */
export function address(phrase: Phrase | undefined, find: Resolver): Expression {
  const text = phrase?.text ?? [];
  const [only, ...more] = text;
  if (typeof only === 'object' && more.length === 0 && find.isAddress(only)) return find.held(only);
  return callExpression('address', textOf(text.map((part) => (typeof part === 'string' ? part : find.held(part)))));
}

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
  const then = filled(phrase, find);
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
export function whenComplete(parts: readonly (string | Expression)[]): Expression {
  const tests = parts.filter((part) => typeof part !== 'string');
  const then = textOf(parts);
  return tests.length === 0 || then.kind !== 'text' ? then : { kind: 'given', tests, then };
}

/** A text, and what is known to come behind it. */
export function followed(text: Expression, end: string): Expression {
  if (isConstant(text)) return constant(String(text.value) + end);
  if (text.kind === 'text') return { ...text, parts: [...text.parts, { plain: end }] };
  return end === '' ? text : textOf([text, end]);
}

/** A text, at most so long; only what could be longer has to be cut. */
export function atMost(text: Expression, most: number): Expression {
  if (isConstant(text)) return constant(truncated(String(text.value), most));
  return longest(text) <= most ? text : callExpression('short', text, constant(most));
}

/** What was said is kept in 60 signs, and each of them may be parted from the next; the API's own words in 200. */
const LONGEST: Readonly<Record<string, number>> = { said: 120, choices: 500, reason: 400, looked: 20 };

function longest(text: Expression): number {
  if (text.kind === 'constant') return String(text.value).length;
  if (text.kind === 'path') return LONGEST[text.from] ?? Infinity;
  if (text.kind === 'either') return Math.max(longest(text.then), longest(text.otherwise));
  if (text.kind !== 'text') return Infinity;
  const parts = text.parts.map((part) => ('plain' in part ? part.plain.length : longest(part.value)));
  return parts.reduce((sum, length) => sum + length, 0);
}

/** A text that is known at build time, at most so long. */
export const truncated = (text: string, most: number): string => {
  const letters = Array.from(text);
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
};

/** Whether an expression is a text that is known at build time. */
export const isConstant = (value: Expression): value is Extract<Expression, { kind: 'constant' }> =>
  value.kind === 'constant';

export const nothing = constant('');
