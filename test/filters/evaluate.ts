import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import moment from 'moment-timezone';
import { functionOf } from '../../generator/compile/scripts/filters';
import { filters } from '../../generator/model/filters';
import { functionWords } from '../../generator/model/function-words';
import { styleOf } from '../../generator/model/languages';

const FOLDER = join(__dirname, '..', '..', 'templates', 'filters');

/** The names of the files in `templates/filters/`; `amount`, `sum` and `stems` are no filters but what several share. */
export const filterFiles: readonly string[] = readdirSync(FOLDER).map((file) => file.replace(/\.js$/, ''));

export const sourceOf = (name: string): string => readFileSync(join(FOLDER, `${name}.js`), 'utf8');

/** The language of the answer script around a response filter. */
export interface Around {
  readonly language?: string;
}

export type Evaluated = (value: unknown, ...args: readonly unknown[]) => unknown;

/** One filter's function, evaluated with exactly the names that the script it stands in declares before it. */
export function evaluate(name: keyof typeof filters, around: Around = {}): Evaluated {
  const isRequest = filters[name].for === 'request';
  const own = functionOf(name);
  const head = isRequest
    ? `const functionWords = ${JSON.stringify(functionWords('en').join(' '))};\n${['stems', 'isId']
        .filter((shared) => shared !== own)
        .map(sourceOf)
        .join('\n')}`
    : `const locale = ${JSON.stringify(localeOf(around.language ?? 'en'))};
       const text = (value) => (value === undefined || value === null ? "" : [].concat(value).join(", ").trim());
       ${['amount', 'sum', 'money']
         .filter((shared) => shared !== own)
         .map(sourceOf)
         .join('\n')}`;
  const script = `"use strict"; ${head}\n${sourceOf(own)}\n;${own}`;
  return runInNewContext(script, { koreUtil: { moment } }, { filename: `${own}.js` }) as Evaluated;
}

const localeOf = (language: string) => {
  const { months, date, decimal, group, money } = styleOf(language);
  return { months: months.join(' '), date, decimal, group, money };
};
