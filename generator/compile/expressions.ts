/**
 * Expressions of a script, as a tree: what the compiler means. Each kind is printed by the template of its name in
 * `templates/expressions/`; no script text is put together here.
 */
export type Expression =
  | { readonly kind: 'constant'; readonly value: unknown }
  /** A regular expression. */
  | { readonly kind: 'pattern'; readonly source: string; readonly flags: string }
  /** A member at any depth. */
  | { readonly kind: 'path'; readonly from: string; readonly steps: readonly PathStep[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  /** A template string; its parts are plain texts and values. */
  | { readonly kind: 'text'; readonly parts: readonly (Plain | { readonly value: Expression })[] }
  /** The values that are not empty, with a separator between them. */
  | { readonly kind: 'joined'; readonly values: readonly Expression[]; readonly separator: string }
  | { readonly kind: 'list'; readonly values: readonly Expression[] }
  /** `then` when every test holds something, else the first one that does not. */
  | { readonly kind: 'given'; readonly tests: readonly Expression[]; readonly then: Expression }
  /** The text, without separators at its ends, when one of the tests holds something. */
  | { readonly kind: 'tidy'; readonly tests: readonly Expression[]; readonly then: Expression }
  /** One expression for each thing of a list; those that come to something, with semicolons between them. */
  | { readonly kind: 'each'; readonly list: Expression; readonly then: Expression }
  /** `next` of the value, unless there is none. */
  | { readonly kind: 'chain'; readonly value: Expression; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'equals'; readonly value: Expression; readonly text: string; readonly asText: boolean }
  /** One of several values; `one` when there is only one. */
  | {
      readonly kind: 'among';
      readonly value: Expression;
      readonly values: readonly (string | number)[];
      readonly one: string | number | null;
    }
  | { readonly kind: 'present'; readonly value: Expression }
  /** One expression where the test holds something, else the other. */
  | { readonly kind: 'either'; readonly test: Expression; readonly then: Expression; readonly otherwise: Expression }
  /** What stands in every member of a thing or a list, as one list. */
  | { readonly kind: 'members'; readonly of: Expression; readonly then: Expression }
  /** More than nothing. */
  | { readonly kind: 'positive'; readonly value: Expression };

interface Plain {
  readonly plain: string;
}

/** One step of a path: a member's name, or a key that is no identifier; `optional` when what it is taken from may be missing. */
export type PathStep = ({ readonly name: string } | { readonly key: string | number }) & { readonly optional: boolean };

export const constant = (value: unknown): Expression => ({ kind: 'constant', value });
export const callExpression = (name: string, ...args: readonly Expression[]): Expression => ({
  kind: 'call',
  name,
  args,
});

/** Whether a value is one of these. */
export const among = (value: Expression, values: readonly (string | number)[]): Expression => ({
  kind: 'among',
  value,
  values,
  one: values.length === 1 ? (values[0] ?? null) : null,
});

/** A value whose way is known to exist. */
export const member = (from: string, ...path: readonly string[]): Expression => ({
  kind: 'path',
  from,
  steps: path.map((step) => stepOf(step, false)),
});

/** A value at a path such as `orders[0].name` of something that is there: nothing when anything on the way is missing. */
export const valueIn = (from: string, path: readonly string[]): Expression =>
  inMembers(path, (way) => ({ kind: 'path', from, steps: way.map((step, i) => stepOf(step, i > 0)) }));

/** The same of something that may be missing itself. */
export const optionalValueAt = (from: string, path: readonly string[]): Expression =>
  inMembers(path, (way) => ({ kind: 'path', from, steps: way.map((step) => stepOf(step, true)) }));

/** A path with a star goes on in every member of what stands before it. */
function inMembers(path: readonly string[], way: (path: readonly string[]) => Expression): Expression {
  const star = path.indexOf('*');
  if (star < 0) return way(path);
  return { kind: 'members', of: way(path.slice(0, star)), then: optionalValueAt('one', path.slice(star + 1)) };
}

function stepOf(step: string, optional: boolean): PathStep {
  if (/^\d+$/.test(step)) return { key: Number(step), optional };
  return /^[A-Za-z_]\w*$/.test(step) ? { name: step, optional } : { key: step, optional };
}

/** A text of plain pieces and values: as short as it can be said. */
export function textOf(parts: readonly (string | Expression)[]): Expression {
  const [only, ...more] = parts;
  if (only === undefined) return constant('');
  if (more.length === 0) return typeof only === 'string' ? constant(only) : only;
  return { kind: 'text', parts: parts.map((part) => (typeof part === 'string' ? { plain: part } : { value: part })) };
}
