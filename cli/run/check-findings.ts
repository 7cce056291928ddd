import type { Diagnostic } from '../../generator/diagnostics/diagnostic';
import type { TranscriptError } from '../../generator/transcript/transcript';
import type { Played, TranscriptProblem } from '../../testing/transcript/run';
import { TRANSCRIPT } from '../reports/formats';
import { helpFor } from '../reports/help';
import { findingsOf, type ReportedFinding, type PlayedTest, type CommandReport } from '../reports/report';

/** What the check of one integration came to. */
export interface CheckResult {
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly plays: readonly Played[];
  /** Those that do not go as written. */
  readonly left: readonly Played[];
  /** Why nothing was played: a transcript that cannot be read. */
  readonly unplayable?: TranscriptError;
}

/** Errors in specs and lines of transcripts as findings, conversations as tests. */
export const reportOf = (checked: readonly CheckResult[]): CommandReport => ({
  findings: [
    ...findingsOf(checked.flatMap(({ diagnostics }) => diagnostics)),
    ...checked.flatMap(({ left }) => left.flatMap((one) => one.problems.map((problem) => findingOf(one, problem)))),
    ...checked.flatMap(({ unplayable }) => (unplayable ? [unreadable(unplayable)] : [])),
  ],
  tests: checked.flatMap(({ plays, left }) => plays.map((one) => testOf(one, left))),
});

const finding = (file: string, line: number, message: string): ReportedFinding => ({
  ...{ file, line, column: 1, endLine: line, endColumn: 1 },
  ...{ severity: 'error', code: TRANSCRIPT, message, help: helpFor(TRANSCRIPT) },
});

const findingOf = ({ transcript, target }: Played, problem: TranscriptProblem): ReportedFinding =>
  finding(transcript.path, problem.line, `${transcript.name} (${target}): ${told(problem)}`);

function testOf(one: Played, left: readonly Played[]): PlayedTest {
  const { transcript, target } = one;
  const failed = left.find((other) => other.transcript === transcript && other.target === target);
  const failure = failed?.problems.map((p) => `${transcript.path}:${p.line}: ${told(p)}`).join('\n');
  const { path: file, line, name } = transcript;
  return { file, line, name, target, ...(failure !== undefined && { failure }) };
}

/** A problem with what was expected and what was said, on lines of their own. */
const told = ({ message, difference }: TranscriptProblem): string =>
  [
    message,
    ...(difference?.expected === undefined ? [] : [`- ${difference.expected}`]),
    ...(difference?.got === undefined ? [] : [`+ ${difference.got}`]),
  ].join('\n');

/** Such an error begins with its place. */
function unreadable({ message }: TranscriptError): ReportedFinding {
  const [, file = '', line = '1', what = message] = /^(.*?):(\d+): ([^]*)$/.exec(message) ?? [];
  return finding(file, Number(line), what);
}
