import type { FieldChange } from './diff';
import { redact } from './secrets';
import { lineDiff, wordDiff } from './text-diff';

/**
 * One property as a person reads it. `same` decides equality where the text alone does not (a target that was only
 * renamed); a `secret` is compared but never shown.
 */
export interface Fact {
  readonly as: 'words' | 'lines' | 'value' | 'secret';
  readonly text: string;
  readonly same?: string;
}

/** Everything that can be said of a thing, by property. What is absent, empty or false is not in it. */
export type Facts = ReadonlyMap<string, Fact>;

/** The properties that differ, in the order of the newer side, then those that are gone. */
export function compareFacts(before: Facts, after: Facts): readonly FieldChange[] {
  const names = new Set([...after.keys(), ...before.keys()]);
  return [...names].flatMap((field) => {
    const change = compareFact(field, before.get(field), after.get(field));
    return change === undefined ? [] : [change];
  });
}

function compareFact(field: string, before: Fact | undefined, after: Fact | undefined): FieldChange | undefined {
  if (before !== undefined && after !== undefined && sameness(before) === sameness(after)) return undefined;
  const [was, is] = [shown(before), shown(after)];
  const as = kindOf(before, after);
  if (as === 'secret' || was === is) return { field, as: 'secret' };
  if (as === 'value') return { field, as, ...optional('before', was), ...optional('after', is) };
  return { field, as, parts: (as === 'words' ? wordDiff : lineDiff)(was ?? '', is ?? '') };
}

const optional = <K extends string>(key: K, text: string | undefined) =>
  (text === undefined ? {} : { [key]: text }) as { readonly [key in K]?: string };

const shown = (fact: Fact | undefined) => (fact === undefined ? undefined : redact(fact.text));

function kindOf(before: Fact | undefined, after: Fact | undefined): Fact['as'] {
  const kinds = [before?.as, after?.as];
  return (['secret', 'lines', 'words'] as const).find((kind) => kinds.includes(kind)) ?? 'value';
}

const sameness = (fact: Fact) => fact.same ?? `${fact.as}:${fact.text}`;
