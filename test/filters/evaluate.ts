import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { currencyDigits, currencySymbols, styleOf } from '../../generator/model/languages';
import { filters } from '../../generator/model/filters';

const FOLDER = join(__dirname, '..', '..', 'templates', 'filters');

/** The names of the files in `templates/filters/`; `amount` is no filter but what the money filters share. */
export const filterFiles: readonly string[] = readdirSync(FOLDER).map((file) => file.replace(/\.js$/, ''));

export const sourceOf = (name: string): string => readFileSync(join(FOLDER, `${name}.js`), 'utf8');

/** What a response filter finds around it in the answer script. */
export interface Around {
  readonly language?: string;
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly body?: unknown;
}

export type Evaluated = (value: unknown, ...args: readonly (string | number)[]) => unknown;

/** One filter, evaluated with exactly the names that the script it stands in declares before it. */
export function evaluate(name: keyof typeof filters, around: Around = {}): Evaluated {
  const isRequest = filters[name].for === 'request';
  const head = isRequest
    ? ''
    : `const locale = ${JSON.stringify(localeOf(around.language ?? 'en'))};
       const words = ${JSON.stringify(around.words ?? {})};
       const body = ${JSON.stringify(around.body ?? null)};
       const read = (value, path) => path.reduce((found, key) => (found === null || found === undefined ? undefined : found[key]), value);
       ${sourceOf('amount')}`;
  const script = `"use strict"; const filters = {}; ${head}\n${sourceOf(name)}\n;filters`;
  const made = runInNewContext(script, {}, { filename: `${name}.js` }) as Readonly<Record<string, unknown>>;
  return made[name] as Evaluated;
}

const localeOf = (language: string) => {
  const { months, date, decimal, group, money } = styleOf(language);
  return { months, date, decimal, group, money, symbols: currencySymbols, digits: currencyDigits };
};
