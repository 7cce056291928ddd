import { filters, type FilterName, type FilterUse } from '../../model/filters';
import type { Bot } from '../../model/model';
import { pathSteps } from '../../model/path-steps';
import { among, callExpression, constant, member, optionalValueAt, valueIn, type Expression } from '../expressions';

/** The function that a filter is in the script, where it is not one of its own name. */
const FUNCTIONS: Partial<Record<FilterName, string>> = { moneyIn: 'amount' };

/** Functions that a filter's function calls. */
const NEEDS: Partial<Record<FilterName, readonly string[]>> = {
  money: ['amount', 'sum'],
  paidIn: ['amount', 'sum'],
  moneyIfAny: ['amount', 'sum', 'money'],
  moneyRange: ['amount'],
  minorMoney: ['amount'],
  searchWords: ['stems'],
  searchNear: ['stems'],
  isNotId: ['isId'],
};

/** What the language says about amounts and dates, where a filter needs it. */
const LOCALE: Partial<Record<FilterName, readonly ('date' | 'money')[]>> = {
  date: ['date'],
  money: ['money'],
  moneyIfAny: ['money'],
  moneyIn: ['money'],
  moneyRange: ['money'],
  minorMoney: ['money'],
  paidIn: ['money'],
};

/** Filters whose amount and currency do not stand in one thing, so that nobody could write them out before. */
const APART: ReadonlySet<FilterName> = new Set(['moneyIn', 'minorMoney']);

/** Whether all amounts of these filters were written out by the step that looks at the answer. */
export const readsWritten = (uses: readonly FilterUse[]): boolean =>
  localeNeeds(uses).has('money') && !uses.some(({ name }) => APART.has(name));

/** The name of a filter's function. */
export const functionOf = (name: FilterName): string => FUNCTIONS[name] ?? name;

/** A filter's arguments: a path is looked up in the answer, one `beside` in the thing `from`, a table of words in the language's own. */
export const argumentsOf = ({ name, args }: FilterUse, from?: string): readonly Expression[] =>
  args.map((arg, i) => {
    const kind: string | undefined = filters[name].args[i];
    if (kind === 'path' || kind === 'path?') return optionalValueAt('body', pathSteps(String(arg)));
    if (kind === 'beside' && from !== undefined) return valueIn(from, pathSteps(String(arg)));
    return kind === 'table' ? member('locale', 'words', String(arg)) : constant(arg);
  });

/** A value of the thing `from` with a filter's function around it, or under the condition that the filter is. */
export function filtered(value: Expression, use: FilterUse, from?: string): Expression {
  if (!isCondition(use.name)) return callExpression(functionOf(use.name), value, ...argumentsOf(use, from));
  const [path = '', wanted = ''] = use.args.map(String);
  return {
    kind: 'either',
    test: holds(valueIn(from ?? 'found', pathSteps(path)), wanted),
    then: value,
    otherwise: constant(''),
  };
}

/** Whether a filter is a condition in the script, and so has no function. */
export const isCondition = (name: FilterName): boolean => name === 'when';

function holds(value: Expression, wanted: string): Expression {
  if (wanted === 'positive') return { kind: 'positive', value };
  if (wanted === 'present') return { kind: 'present', value };
  return among(callExpression('text', value), [wanted === 'absent' ? '' : wanted]);
}

/** The partials of the functions that filters need, each once, in the order of the registry. A shopper is told what was paid. */
export function functionPartials(
  uses: readonly FilterUse[],
  audience: Bot['audience'] = 'staff',
): readonly { readonly partial: string }[] {
  const needed = new Set(uses.flatMap(({ name }) => [functionOf(name), ...(NEEDS[name] ?? [])]));
  return ['amount', 'sum', 'stems', ...(Object.keys(filters) as FilterName[])]
    .filter((name) => needed.has(name) && !isCondition(name as FilterName))
    .map((name) => ({ partial: partialOf(name, audience, uses) }));
}

function partialOf(name: string, audience: Bot['audience'], uses: readonly FilterUse[]): string {
  if (name === 'amount' && readsWritten(uses)) return 'filters/amountWritten';
  return `filters/${name === 'sum' && audience === 'shopper' ? 'sumPaid' : name}`;
}

/** What the filters need of a language. */
export const localeNeeds = (uses: readonly FilterUse[]): ReadonlySet<'date' | 'money'> =>
  new Set(uses.flatMap(({ name }) => LOCALE[name] ?? []));
