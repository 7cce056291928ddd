import { inOrder, type Diagnostic } from '../../generator/diagnostics/diagnostic';
import { positionOf } from '../../generator/diagnostics/print';
import { helpFor } from './help';

/** Something that is wrong at a place of a file. Lines and columns count from 1. */
export interface ReportedFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** A `notice` is nothing wrong: a difference. */
  readonly severity: 'error' | 'warning' | 'notice';
  readonly code: string;
  readonly message: string;
  /** The address of the page that explains the code. */
  readonly help: string;
}

/** A conversation that was played on a platform, and why it failed, if it did. */
export interface PlayedTest {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly target: string;
  readonly failure?: string;
}

/** What a command found out, for programs. */
export interface CommandReport {
  readonly findings: readonly ReportedFinding[];
  readonly tests: readonly PlayedTest[];
}

/** Diagnostics as findings, in the order in which they are shown. */
export const findingsOf = (diagnostics: readonly Diagnostic[]): readonly ReportedFinding[] =>
  inOrder(diagnostics).map(({ place, severity, code, message }) => ({
    file: place.path,
    ...positionOf(place),
    severity,
    code,
    message,
    help: helpFor(code),
  }));
