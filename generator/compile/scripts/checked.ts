import type { FilterName, FilterUse } from '../../model/filters';
import { isBound, namesOf } from '../../model/input';
import { openOf } from '../../model/look-up';
import type { Action, Phrase, VariableValue } from '../../model/model';
import { outsideOf } from '../../model/request-phrases';
import { placeholders, type Placeholder } from '../../model/text';
import { callExpression, constant, member, textOf, type Expression } from '../expressions';
import { argumentsOf, filtered, functionOf } from './filters';
import { foundValue, type Given } from './given';

/** A value that is checked before anything is sent: null when nothing safe is left of what was said. */
export interface CheckedValue {
  readonly name: string;
  readonly value: Expression;
  readonly input: string;
  /** A part of a path may not be empty, and not climb. */
  readonly inPath: boolean;
  /** It says whose the answer is: without it, the request would ask for everybody's. */
  readonly vouches?: true;
}

/** Makes expressions of request values, and keeps which of them have to be checked first. */
export interface Checker {
  readonly all: readonly CheckedValue[];
  /** Whether some value goes through a filter only when it is there. */
  readonly isChained: () => boolean;
  readonly value: (name: string, value: VariableValue | Phrase, inPath?: boolean) => Expression;
  /** Whether there may be no such value. */
  readonly isOpen: (name: string) => boolean;
}

/** The checker of an action's request; `vouches` tells which placeholders say whose the answer is. */
export function checker(action: Action, given: Given, vouches: (name: string) => boolean = () => false): Checker {
  const all: CheckedValue[] = [];
  let chained = false;
  const inputs = new Set(action.inputs.flatMap(namesOf));
  const sourced = new Set(action.inputs.filter(({ source }) => source !== undefined).map(({ name }) => name));
  const open = openOf(action);
  const told = (name: string) => (name.includes('.') ? given.of(name) : member('said', name));
  const chain = (value: Expression, use: FilterUse): Expression => {
    chained = true;
    return { kind: 'chain', value, name: functionOf(use.name), args: argumentsOf(use) };
  };
  // What a service said is a value like any other: beside a text it is one, too.
  const foundOf = (name: string, uses: readonly FilterUse[], alone: boolean): Expression | undefined => {
    const found = foundValue(action, name);
    const value = found && uses.reduce<Expression>(chain, found);
    return value && (alone ? value : callExpression('asText', value));
  };
  const outsideOrFound = (variable: string, { name, filters: uses }: Placeholder, inPath: boolean, alone: boolean) => {
    const value = foundOf(name, uses, alone) ?? outsideValue(name);
    return inPath || vouches(name) ? checked(variable, value, '', inPath, vouches(name)) : value;
  };
  const valueOf = (variable: string, placeholder: Placeholder, inPath: boolean, alone: boolean) => {
    const { name, filters: uses } = placeholder;
    const [first, ...more] = uses;
    if (!inputs.has(name)) return outsideOrFound(variable, placeholder, inPath, alone);
    // What no person was asked for, no person can say better.
    const [asked = name] = name.split('.');
    const input = sourced.has(asked) ? '' : asked;
    if (!first && inPath) return checked(variable, told(name), input, inPath);
    if (!first) return alone ? given.of(name) : told(name);
    const begun = open.has(name) ? chain(given.of(name), first) : filtered(told(name), first);
    const value = more.reduce<Expression>(chain, begun);
    const safe = uses.every((use) => ANSWERS_ALWAYS.has(use.name));
    return safe && !inPath ? value : checked(variable, value, input, inPath);
  };
  const checked = (
    variable: string,
    value: Expression,
    input: string,
    inPath: boolean,
    vouches = false,
  ): Expression => {
    const base = /^[A-Za-z_]\w*$/.test(variable) && variable !== '__proto__' ? variable : 'value';
    const taken = (name: string) => all.some((one) => one.name === name);
    let name = base;
    for (let n = 2; taken(name); n += 1) name = `${base}${n}`;
    all.push({ name, value, input, inPath, ...(vouches && { vouches }) });
    return member('safe', name);
  };
  for (const { name, least, most } of action.inputs.filter(isBound))
    checked(
      name,
      callExpression('within', given.of(name), constant(least ?? null), constant(most ?? null)),
      name,
      false,
    );
  return {
    all,
    isChained: () => chained,
    isOpen: (name) => open.has(name),
    value: (variable, value, inPath = false) => {
      if (typeof value !== 'object') return constant(value);
      const partsOf = (text: Phrase['text'], alone: boolean) =>
        text.map((part) => {
          if (typeof part === 'string') return part;
          const sent = valueOf(variable, part, inPath, alone);
          // Beside other text, nothing is no word.
          return !alone && open.has(part.name) && part.filters.length > 0 && inputs.has(part.name)
            ? callExpression('asText', sent)
            : sent;
        });
      // Of a text in pieces, one whose value is missing is left out.
      const pieceOf = ({ text }: Phrase): Expression => {
        const parts = partsOf(text, true);
        const tests = text.flatMap((part, i) => (typeof part !== 'string' && open.has(part.name) ? [parts[i]] : []));
        const held = tests.filter((test) => typeof test === 'object').map((test) => callExpression('asText', test));
        return { kind: 'given', tests: held, then: textOf(parts) };
      };
      if (value.pieces?.some(({ text }) => placeholders(text).some(({ name }) => open.has(name))))
        return { kind: 'joined', values: value.pieces.map(pieceOf), separator: '' };
      return textOf(partsOf(value.text, value.text.length === 1));
    },
  };
}

/** A value that no person says: of the session, a variable, the key of this ask, or the thing of a list. */
function outsideValue(name: string): Expression {
  const outside = outsideOf(name);
  if (outside)
    return outside.from === 'env' ? member('env', outside.name) : callExpression('session', constant(outside.name));
  return name === 'once' ? member('state', 'once') : member(name);
}

/** Filters that make something of any value. */
const ANSWERS_ALWAYS: ReadonlySet<string> = new Set<FilterName>(['isId', 'isNotId']);
