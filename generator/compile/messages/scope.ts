import { hasReason } from '../../model/named-outcomes';
import type { Action, Field } from '../../model/model';
import type { Placeholder } from '../../model/text';
import { constant, member, type Expression } from '../expressions';

/** What a message's placeholders may name. */
export interface Scope {
  readonly inputs: readonly string[];
  readonly fields: readonly Field[];
  /** Whether `${reason}` is known: the API's own words. */
  readonly reason?: boolean;
}

/** A message that is said when there is an answer, and one that is said without. */
export const answeredScope = (action: Action): Scope => ({ ...askedScope(action), fields: action.response.fields });
export const askedScope = (action: Action): Scope => ({ inputs: action.inputs.map((i) => i.name), fields: [] });

/** A message that says how an answer ended. */
export const outcomeScope = (action: Action, outcome: string): Scope => ({
  ...askedScope(action),
  reason: hasReason(action, outcome),
});

/** A message that belongs to no action. */
export const noScope: Scope = { inputs: [], fields: [] };

/** Finds what placeholders stand for, and keeps which parts of the state that takes. */
export interface Resolver {
  readonly used: ReadonlySet<string>;
  readonly use: (part: string) => void;
  readonly value: (placeholder: Pick<Placeholder, 'name'>) => Expression;
  /** What was said for an input, whatever the answer calls so. */
  readonly said: (input: string) => Expression;
  /** What several values were said in place of one. */
  readonly choices: () => Expression;
  /** A list of the answer. */
  readonly list: (name: string) => Expression;
  /** The resolver inside a list, whose things are called `item`. */
  readonly inside: (list: string) => Resolver;
}

/** A thing of a list comes before the answer, the answer before what was said. */
export function resolver(
  { inputs, fields, reason = false }: Scope,
  used = new Set<string>(),
  items: readonly Field[] = [],
): Resolver {
  const has = (list: readonly Field[], name: string) => list.some((field) => field.name === name);
  const from = (part: string, name: string) => {
    used.add(part);
    return member(part, name);
  };
  const choices = () => {
    used.add('choices');
    return member('choices');
  };
  return {
    used,
    use: (part) => void used.add(part),
    choices,
    value: ({ name }) => {
      if (name === 'choices' && !inputs.includes(name)) return choices();
      if (has(items, name)) return member('item', name);
      if (has(fields, name)) return from('answer', name);
      if (inputs.includes(name)) return from('said', name);
      if (!reason || name !== 'reason') return constant('');
      used.add('reason');
      return member('reason');
    },
    said: (input) => from('said', input),
    list: (name) => from('answer', name),
    inside: (name) => {
      const list = fields.find((field) => field.name === name);
      return resolver({ inputs, fields }, used, list && 'each' in list ? list.fields : []);
    },
  };
}
