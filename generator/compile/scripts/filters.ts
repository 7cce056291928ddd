import { filters, type FilterName, type FilterUse } from '../../model/filters';
import { steps } from '../expression';
import { call, constant, member, valueAt, type Expression } from '../expressions';

/** The function that a filter is in the script, where it is not one of its own name. */
const FUNCTIONS: Partial<Record<FilterName, string>> = { moneyIn: 'amount' };

/** Functions that a filter's function calls. */
const NEEDS: Partial<Record<FilterName, readonly string[]>> = {
  money: ['amount', 'sum'],
  moneyIfAny: ['amount', 'sum', 'money'],
  moneyRange: ['amount'],
};

/** What the language says about amounts and dates, where a filter needs it. */
const LOCALE: Partial<Record<FilterName, readonly ('date' | 'money')[]>> = {
  date: ['date'],
  money: ['money'],
  moneyIfAny: ['money'],
  moneyIn: ['money'],
  moneyRange: ['money'],
};

/** The name of a filter's function. */
export const functionOf = (name: FilterName): string => FUNCTIONS[name] ?? name;

/** A filter's arguments: a path is looked up in the answer, a table of words in the language's own. */
export const argumentsOf = ({ name, args }: FilterUse): readonly Expression[] =>
  args.map((arg, i) => {
    const kind: string | undefined = filters[name].args[i];
    if (kind === 'path') return valueAt('body', steps(String(arg)));
    return kind === 'table' ? member('locale', 'words', String(arg)) : constant(arg);
  });

/** A value with a filter's function around it. */
export const filtered = (value: Expression, use: FilterUse): Expression =>
  call(functionOf(use.name), value, ...argumentsOf(use));

/** The partials of the functions that filters need, each once, in the order of the registry. */
export function functionPartials(uses: readonly FilterUse[]): readonly { readonly partial: string }[] {
  const needed = new Set(uses.flatMap(({ name }) => [functionOf(name), ...(NEEDS[name] ?? [])]));
  return ['amount', 'sum', ...Object.keys(filters)]
    .filter((name) => needed.has(name))
    .map((name) => ({ partial: `filters/${name}` }));
}

/** What the filters need of a language. */
export const localeNeeds = (uses: readonly FilterUse[]): ReadonlySet<'date' | 'money'> =>
  new Set(uses.flatMap(({ name }) => LOCALE[name] ?? []));
