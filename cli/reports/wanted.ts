import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { printableJson } from '../../kore/printable';
import type { Console } from '../console';
import { FORMATS, reportWriters } from './formats';
import type { CommandReport } from './report';

/** Everything that `--format` takes; `markdown` is for what a pull request shows, and not every command has it. */
export const KNOWN = ['human', 'json', ...FORMATS] as const;

export type ReportFormat = (typeof KNOWN)[number] | 'markdown';

/** Forms that are asked for: each goes into the file that stands in the same place of `output`, or to the console. */
export interface ReportRequest {
  readonly format?: readonly ReportFormat[];
  readonly output?: readonly string[];
}

/** What a command has to report: for programs, and in its own words. */
export interface Reported {
  readonly report: CommandReport;
  /** The command's own object. */
  readonly json: unknown;
  readonly markdown?: string;
}

/** Where a command's words go, and its report once it has one. */
export interface Reporting {
  /** Reaches people only when their words are what is printed; a file of the form `human` has them in any case. */
  readonly people: Console;
  /** For people beside whatever is printed: it goes to `err`. */
  readonly remark: (text: string) => void;
  readonly write: (reported: Reported) => void;
}

/** What is printed: people's words, one of the other forms, or, when all forms go into files, people's words, too. */
export function printedForm({ format = [], output = [] }: ReportRequest): ReportFormat {
  return format[output.length] ?? 'human';
}

/** Why the forms cannot be told apart, if they cannot. */
export function clash({ format = [], output = [] }: ReportRequest): string | undefined {
  if (output.length > format.length) return 'Each --output needs a --format of its own.';
  return format.length - output.length > 1
    ? 'Only one form can be printed: give the others a file with --output.'
    : undefined;
}

/**
 * Writes a report in every form that is wanted. On GitHub, whose runner reads them from whatever is printed for people, there are
 * annotations as well.
 */
export function reporting(
  root: string,
  wanted: ReportRequest,
  env: Readonly<Record<string, string | undefined>>,
  console: Console,
): Reporting {
  const { format = [], output = [] } = wanted;
  const words: string[] = [];
  const printed = printedForm(wanted);
  const saying = (to: 'out' | 'err') => (text: string) => {
    words.push(stripVTControlCharacters(text));
    if (printed === 'human') console[to](text);
  };
  const people: Console = {
    color: console.color,
    out: saying('out'),
    err: saying('err'),
    fail: (text) => console.fail(text),
  };
  const remark = (text: string) => {
    people.err(text);
    if (printed !== 'human') console.err(text);
  };
  return { people, remark, write: writeAll };

  function writeAll(reported: Reported): void {
    output.forEach((file, i) =>
      writeFileSync(resolve(root, file), ended(textOf(format[i] ?? 'human', reported, words))),
    );
    if (printed !== 'human') console.out(textOf(printed, reported, words).replace(/\n$/, ''));
    else if (env['GITHUB_ACTIONS'] === 'true' && reported.report.findings.length > 0)
      console.out(reportWriters.github(reported.report));
  }
}

function textOf(form: ReportFormat, { report, json, markdown = '' }: Reported, words: readonly string[]): string {
  if (form === 'json') return printableJson(JSON.stringify(json, null, 2));
  if (form === 'markdown') return markdown;
  return form === 'human' ? words.join('\n') : reportWriters[form](report);
}

const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
