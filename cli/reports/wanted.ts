import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Console } from '../console';
import { FORMATS, write, type Format } from './formats';
import type { Report } from './report';

/** Forms that are asked for: each goes into the file that stands in the same place of `output`, or to the console. */
export interface Wanted {
  readonly format?: readonly (Format | 'human' | 'json')[];
  readonly output?: readonly string[];
}

/** Everything that `--format` takes. */
export const KNOWN = ['human', 'json', ...FORMATS] as const;

/** What is printed: people's words, one of the other forms, or, when all forms go into files, people's words, too. */
export function printedForm({ format = [], output = [] }: Wanted): Format | 'human' | 'json' {
  return format[output.length] ?? 'human';
}

/** Why the forms cannot be told apart, if they cannot. */
export function clash({ format = [], output = [] }: Wanted): string | undefined {
  if (output.length > format.length) return 'Each --output needs a --format of its own.';
  return format.length - output.length > 1
    ? 'Only one form can be printed: give the others a file with --output.'
    : undefined;
}

/**
 * Writes a report in every form that was asked for; `json` is the command's own object. On GitHub, whose runner reads them from
 * whatever is printed, there are annotations as well.
 */
export function writeReports(
  root: string,
  wanted: Wanted,
  report: Report,
  json: unknown,
  env: Readonly<Record<string, string | undefined>>,
  console: Console,
): void {
  const { format = [], output = [] } = wanted;
  const text = (form: (typeof KNOWN)[number]) =>
    form === 'json' ? JSON.stringify(json, null, 2) : form === 'human' ? '' : write[form](report);
  output.forEach((file, i) => writeFileSync(resolve(root, file), `${text(format[i] ?? 'human')}\n`));
  const printed = printedForm(wanted);
  if (printed !== 'human') console.out(text(printed));
  else if (env['GITHUB_ACTIONS'] === 'true' && report.findings.length > 0) console.out(write.github(report));
}
