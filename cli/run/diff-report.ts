import { isEmpty } from '../../kore/diff/diff';
import { outline, type Section } from '../../kore/diff/outline';
import { renderHuman, renderSection } from '../../kore/diff/render-human';
import { helpFor } from '../reports/help';
import type { ReportedFinding, CommandReport } from '../reports/report';
import type { ComparedSides } from './comparison';

/** The codes of what a comparison finds; `docs/diagnostics.md` explains them. */
export const DIFFERENCE = 'difference';
export const NEW_IDENTITY = 'new-identity';

/** The spec of a dialog, by its integration and its title; undefined for what no file of its own makes. */
export type SpecOf = (integration: string, title: string) => string | undefined;

/**
 * Differences as findings, each at the spec it comes from, else at `bot.yaml`; every comparison as a test, which fails when a
 * difference is a failure.
 */
export const diffReport = (made: readonly ComparedSides[], specOf: SpecOf, isFailure: boolean): CommandReport => ({
  findings: made.flatMap((one) =>
    outline(one.diff)
      .filter(({ sign }) => sign !== '=')
      .map((section) => finding(fileOf(one, section, specOf), section)),
  ),
  tests: made.map((one) => ({
    file: botFile(one),
    line: 1,
    name: `${one.before.what} → ${one.after.what}`,
    target: one.after.bot.target,
    ...(isFailure && !isEmpty(one.diff) && { failure: renderHuman(one.diff, { color: false }) }),
  })),
});

const finding = (file: string, section: Section): ReportedFinding => {
  const code = section.sign === '!' ? NEW_IDENTITY : DIFFERENCE;
  return {
    ...{ file, line: 1, column: 1, endLine: 1, endColumn: 1 },
    severity: section.sign === '!' ? 'warning' : 'notice',
    ...{ code, message: renderSection(section, { color: false }), help: helpFor(code) },
  };
};

const botFile = ({ integration, after }: ComparedSides): string =>
  integration === undefined ? after.what : `specs/${integration}/bot.yaml`;

const fileOf = (one: ComparedSides, { dialog }: Section, specOf: SpecOf): string =>
  (one.integration !== undefined && dialog !== undefined && specOf(one.integration, dialog)) || botFile(one);
