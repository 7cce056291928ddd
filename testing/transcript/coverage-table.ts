import Table from 'cli-table3';
import type { DialogCoverage, Tally } from './coverage';

/** Coverage as a table for a terminal, and below it what was never visited. */
export function coverageTable(report: readonly DialogCoverage[]): string {
  const table = new Table({
    head: ['Dialog', 'Nodes', '', 'Transitions', ''],
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  const sum = (part: (d: DialogCoverage) => Tally): Tally => ({
    total: report.reduce((n, d) => n + part(d).total, 0),
    visited: report.reduce((n, d) => n + part(d).visited, 0),
    missing: [],
  });
  const rows = [...report, { dialog: 'All', nodes: sum((d) => d.nodes), transitions: sum((d) => d.transitions) }];
  rows.forEach(({ dialog, nodes, transitions }) => table.push([dialog, ...cells(nodes), ...cells(transitions)]));
  const missing = report.flatMap(({ dialog, nodes, transitions }) =>
    [...nodes.missing, ...transitions.missing].map((name) => `  ${dialog}: ${name}`),
  );
  return [table.toString(), ...(missing.length > 0 ? ['Never visited:', ...missing] : [])].join('\n');
}

const cells = ({ visited, total }: Tally): readonly [string, string] => [
  `${visited}/${total}`,
  `${total === 0 ? 100 : Math.floor((visited / total) * 100)} %`,
];

/** Whether every node and every transition was visited. */
export const coversEverything = (report: readonly DialogCoverage[]): boolean =>
  report.every(({ nodes, transitions }) => nodes.missing.length === 0 && transitions.missing.length === 0);
