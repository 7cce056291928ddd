import type { Report } from '../diagnostics/diagnostic';
import { isBound } from '../model/input';
import type { Action, Bot, Input } from '../model/model';
import { dataAt } from '../model/overlay';
import { placeholders } from '../model/text';
import { keyPlace, placeholderPlace, placeOf } from './places';

/** Types of which the platform finds several values in one answer, each a text or a number of its own. */
const SEVERAL: ReadonlySet<string> = new Set(
  'text email number phone date id pattern choice person zipcode url amount'.split(' '),
);

const NUMBERS: ReadonlySet<string> = new Set(['number', 'amount']);

/** Keys that only what is asked for can have. */
const ASKED = ['prompt', 'reprompt', 'giveUp', 'skip', 'when', 'retries', 'default', 'choices', 'pattern', 'many'];

type Written = Readonly<Record<string, unknown>>;

const writtenOf = ({ where }: Input) => dataAt(where.file.data, where.path) as Written;

/** How an input is asked for, if at all, fits its type and the inputs before it. */
export function asksRightly(action: Action, input: Input, bot: Bot, report: Report): void {
  const { where, least = -Infinity, most = Infinity, zone } = input;
  const written = writtenOf(input);
  if (['value', 'prompt', 'default'].every((key) => written[key] === undefined))
    report(keyPlace(where), 'missing-key', ['prompt'], `"inputs.${input.name}"`);
  if (typeof written['value'] === 'string') sourceFits(input, written['value'], bot, report);
  for (const [key, needed] of idleKeys(input)) report(keyPlace(where, key), 'input-idle', key, needed);
  if (least > most) report(placeOf({ ...where, path: [...where.path, 'most'] }), 'bounds-mismatch', least, most);
  if (zone) zoneIsKnown(zone, bot, report);
  const problem = defaultProblem(input);
  if (problem !== undefined)
    report(placeOf({ ...where, path: [...where.path, 'default'] }), 'default-mismatch', String(input.default), problem);
  conditionFits(action, input, report);
}

/** Keys that do nothing in such an input, and what each of them needs. */
function idleKeys(input: Input): readonly (readonly [string, string])[] {
  const { type, source, skip, optional, many, zone, least } = input;
  const written = writtenOf(input);
  const of = (key: string, isIdle: boolean, needed: string) => (isIdle ? [[key, needed] as const] : []);
  return [
    ...ASKED.flatMap((key) =>
      of(
        key,
        source !== undefined && written[key] !== undefined,
        'an input that is asked for, and this one has a "value"',
      ),
    ),
    ...of('skip', skip !== undefined && !optional, 'optional: true'),
    ...of(least === undefined ? 'most' : 'least', isBound(input) && !NUMBERS.has(type), 'type: number or amount'),
    ...of('many', many && !SEVERAL.has(type), 'a type that is one text or number'),
    ...of('zone', zone !== undefined && type !== 'datetime', 'type: datetime'),
  ];
}

function sourceFits({ where, source }: Input, written: string, bot: Bot, report: Report): void {
  const at = placeOf({ ...where, path: [...where.path, 'value'] });
  if (!source) return report(at, 'input-source', written);
  if (source.from !== 'env') return;
  const variable = bot.variables.find(({ key }) => key === source.name);
  if (variable?.secret === true) report(at, 'secret-said', source.name);
  if (!variable)
    report(
      at,
      'undeclared-variable',
      source.name,
      bot.variables.map(({ key }) => key),
    );
}

function zoneIsKnown(zone: NonNullable<Input['zone']>, bot: Bot, report: Report): void {
  const known = bot.variables.map(({ key }) => `env.${key}`);
  for (const one of placeholders(zone.text))
    if (!known.includes(one.name)) report(placeholderPlace(zone, one), 'unknown-placeholder', one.name, known);
}

/** Why a default cannot stand for an answer, if it cannot. */
function defaultProblem({
  default: value,
  type,
  choices,
  least = -Infinity,
  most = Infinity,
}: Input): string | undefined {
  if (value === undefined) return undefined;
  if (NUMBERS.has(type)) {
    if (typeof value !== 'number') return 'it is a number. Write it without quotes';
    return value < least || value > most ? 'it is not between "least" and "most"' : undefined;
  }
  if (type === 'boolean') return typeof value === 'boolean' ? undefined : 'it is true or false';
  return textProblem(value, type === 'choice' ? choices.map((choice) => choice.value) : undefined);
}

function textProblem(value: string | number | boolean, known: readonly string[] | undefined): string | undefined {
  if (typeof value !== 'string') return 'it is a text. Put it in quotes';
  return known === undefined || known.includes(value) ? undefined : `its choices are ${known.join(', ')}`;
}

function conditionFits({ id, inputs }: Action, { name, when }: Input, report: Report): void {
  if (!when) return;
  const other = inputs.findIndex((one) => one.name === when.input);
  const key = keyPlace(when.where, when.input);
  const found = inputs[other];
  if (!found) {
    const known = inputs.map((one) => one.name).filter((one) => one !== name);
    return report(key, 'unknown-input', when.input, id, known);
  }
  if (other >= inputs.findIndex((one) => one.name === name)) return report(key, 'input-condition', when.input, 'later');
  if (found.choices.length === 0) return report(key, 'input-condition', when.input, 'open');
  const values = found.choices.map(({ value }) => value);
  for (const [i, value] of when.is.entries()) {
    // One alone may be written without a list: its place is the text then.
    const path = [...when.where.path, when.input, i];
    if (!values.includes(value))
      report(placeOf({ ...when.where, path }), 'unknown-value', `"${when.input}"`, value, values);
  }
}
