import { askedOf, isBound, mayLack, type InputCondition } from '../../model/input';
import { actionOf, lookUpOf } from '../../model/look-up';
import type { Action, Bot, Input } from '../../model/model';
import { entityName, keyOf } from '../../model/names';
import { outsidesOf, requestPhrases } from '../../model/request-phrases';
import { placeholders, plainOf } from '../../model/text';
import { callExpression, constant, member, textOf, type Expression } from '../expressions';
import { rawNames } from '../messages/raw';

/** What the inputs of an action come to in its script. */
export interface Given {
  /** Those that are more than what an entity holds, each under its name in `given`. */
  readonly values: readonly { readonly name: string; readonly value: Expression }[];
  /** The partials of the functions in them. */
  readonly functions: readonly { readonly partial: string }[];
  /** An input's value as a request gets it; of a period, `name.from`. */
  readonly of: (name: string) => Expression;
}

/** Works out which inputs are taken as they were said, and what becomes of the others. */
export function givenOf(bot: Bot, action: Action): Given {
  const worked = action.inputs.map((input) => ({ input, value: valueOf(bot, action, input) }));
  const special = worked.filter(({ value }) => value.kind === 'call');
  const own = new Map(special.map(({ input, value }) => [input.name, value]));
  return {
    values: [...own].map(([name, value]) => ({ name, value })),
    functions: [
      ...functionsIn([...own.values(), ...fromSession(action), ...conditional(action)]),
      ...(action.inputs.some(isBound) ? ['within'] : []),
    ].map((name) => ({
      partial: `inputs/${name}`,
    })),
    of: (name) => {
      const [base = '', ...rest] = name.split('.');
      const value = own.has(base) ? member('given', base) : entityOf(action, base);
      return value.kind === 'path'
        ? { ...value, steps: [...value.steps, ...rest.map((step) => ({ name: step, optional: true }))] }
        : value;
    },
  };
}

/** The inputs that are shown as their entity holds them: one text, which nothing keeps as it came. */
export function shownInputs(bot: Bot, action: Action): readonly string[] {
  const raw = rawNames(bot, action);
  const special = new Set(givenOf(bot, action).values.map(({ name }) => name));
  return action.inputs.flatMap(({ name, many }) => (many || raw.has(name) || special.has(name) ? [] : [name]));
}

/** What a look-up found, such as `person.id`; nothing where it was left out. */
export function foundValue(action: Action, name: string): Expression | undefined {
  const step = lookUpOf(action, name);
  if (!step) return undefined;
  const path = ['answer', ...name.split('.').slice(1)].map((key) => ({ name: key, optional: true }));
  const state = { name: keyOf(actionOf(action, step).id), optional: false };
  const value: Expression = { kind: 'path', from: 'context', steps: [state, ...path] };
  return step.when ? onlyWhen(action, value, step.when) : value;
}

const onlyWhen = (action: Action, value: Expression, { input, is }: InputCondition) =>
  callExpression('onlyIf', value, entityOf(action, input), ...is.map(constant));

/** The function that leaves out what was not looked up this time. */
const conditional = ({ steps }: Action): readonly Expression[] =>
  steps.some(({ when }) => when !== undefined) ? [callExpression('onlyIf')] : [];

/** The session's values that the request itself names. */
const fromSession = (action: Action): readonly Expression[] =>
  outsidesOf(action).some(({ from }) => from === 'session') ? [callExpression('session')] : [];

/** The platform's variable that an input is in. */
const entityOf = (action: Action, input: string): Expression =>
  member('context', 'entities', entityName(action, input));

function valueOf(bot: Bot, action: Action, input: Input): Expression {
  const { source, when } = input;
  if (source) {
    const value = source.from === 'env' ? member('env', source.name) : callExpression('session', constant(source.name));
    return mayLack(input)
      ? callExpression('unless', value)
      : source.from === 'env'
        ? callExpression('orElse', value, constant(''))
        : value;
  }
  const said = entityOf(action, input.name);
  const mayBeSkipped = input.optional || input.skip !== undefined;
  const kept = mayBeSkipped ? callExpression('unless', said, ...skipsOf(bot, action, input).map(constant)) : said;
  const typed = isSearched(action, input) ? callExpression('unpriced', kept) : ofType(input, kept);
  const filled = input.default === undefined ? typed : callExpression('orElse', typed, constant(input.default));
  if (!when) return filled;
  return onlyWhen(action, filled, when);
}

/** Whether a text is looked for in names, word by word. */
const isSearched = (action: Action, { name, type }: Input): boolean =>
  type === 'text' &&
  requestPhrases(action).some(({ text }) =>
    placeholders(text).some((one) => one.name === name && one.filters.some((use) => use.name === 'searchWords')),
  );

function ofType({ type, many, zone }: Input, value: Expression): Expression {
  if (many) return callExpression('several', value);
  if (type === 'boolean') return callExpression('isTrue', value);
  if (type === 'address') return callExpression('addressOf', value);
  if (type === 'period') return callExpression('periodOf', value);
  if (type === 'file') return callExpression('fileOf', value);
  if (type !== 'datetime' || !zone) return value;
  const name = zone.text.map((part) => (typeof part === 'string' ? part : member(...pathOf(part.name))));
  return callExpression('inZone', value, textOf(name));
}

const pathOf = (name: string): [string, ...string[]] => name.split('.') as [string, ...string[]];

/** The words that skip an input, in every language and in small letters. */
const skipsOf = (bot: Bot, action: Action, { name }: Input): readonly string[] => [
  ...new Set(
    bot.locales.flatMap((s) => {
      const own = s.actions.find(({ id }) => id === (action.of ?? action.id)) ?? action;
      const skip = askedOf(own.inputs).find((one) => one.name === name)?.skip;
      return skip ? [plainOf(skip.text).trim().toLowerCase()] : [];
    }),
  ),
];

function functionsIn(values: readonly Expression[]): readonly string[] {
  const found = new Set<string>();
  const walk = (value: Expression): void => {
    if (value.kind !== 'call') return;
    value.args.forEach(walk);
    found.add(value.name);
  };
  values.forEach(walk);
  return [...found];
}
