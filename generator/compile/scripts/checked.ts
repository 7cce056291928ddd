import type { FilterName } from '../../model/filters';
import type { Action, Phrase, VariableValue } from '../../model/model';
import { names } from '../../model/names';
import type { Placeholder } from '../../model/text';
import { constant, member, textOf, type Expression } from '../expressions';
import { argumentsOf, filtered, functionOf } from './filters';

/** A value that is checked before anything is sent: null when nothing safe is left of what was said. */
export interface Checked {
  readonly name: string;
  readonly value: Expression;
  readonly input: string;
  /** A part of a path may not be empty, and not climb. */
  readonly inPath: boolean;
}

/** Makes expressions of request values, and keeps which of them have to be checked first. */
export interface Checker {
  readonly all: readonly Checked[];
  readonly value: (name: string, value: VariableValue | Phrase, inPath?: boolean) => Expression;
}

/** The checker of an action's request. */
export function checker(action: Action): Checker {
  const all: Checked[] = [];
  const inputs = new Set(action.inputs.map(({ name }) => name));
  const valueOf = (variable: string, { name, filters: uses }: Placeholder, inPath: boolean, alone: boolean) => {
    const [first, ...more] = uses;
    if (!inputs.has(name)) return name === 'once' ? member('state', 'once') : member(name);
    if (!first && inPath) return checked(variable, member('said', name), name, inPath);
    if (!first) return alone ? member('context', 'entities', names.entity(action.id, name)) : member('said', name);
    const value = more.reduce<Expression>(
      (so, use) => ({ kind: 'chain', value: so, name: functionOf(use.name), args: argumentsOf(use) }),
      filtered(member('said', name), first),
    );
    const safe = uses.every((use) => ANSWERS_ALWAYS.has(use.name));
    return safe && !inPath ? value : checked(variable, value, name, inPath);
  };
  const checked = (variable: string, value: Expression, input: string, inPath: boolean): Expression => {
    const base = /^[A-Za-z_]\w*$/.test(variable) && variable !== '__proto__' ? variable : 'value';
    const taken = (name: string) => all.some((one) => one.name === name);
    let name = base;
    for (let n = 2; taken(name); n += 1) name = `${base}${n}`;
    all.push({ name, value, input, inPath });
    return member('safe', name);
  };
  return {
    all,
    value: (variable, value, inPath = false) => {
      if (typeof value !== 'object') return constant(value);
      const alone = value.text.length === 1;
      return textOf(
        value.text.map((part) => (typeof part === 'string' ? part : valueOf(variable, part, inPath, alone))),
      );
    },
  };
}

/** Filters that make something of any value. */
const ANSWERS_ALWAYS: ReadonlySet<string> = new Set<FilterName>(['isId', 'isNotId']);
