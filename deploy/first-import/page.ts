import type { TrialReport, TrialResult } from './result';

const SIGN = { taken: '✔ taken', refused: '✖ refused', unclear: '? unclear', skipped: '– skipped' } as const;
/** More changes than this are in the JSON report only. */
const SHOWN = 60;

/** The report as a page to read. The platform's texts stand in code, so that none of them is read as markup. */
export const reportPage = (report: TrialReport): string =>
  [
    `# First import of ${report.integration} (${report.target})`,
    '',
    `${report.when}. It holds no secret: please send it to whoever maintains these templates.`,
    ...(report.ended === undefined ? [] : ['', `**The series ended early:** ${code(report.ended)}`]),
    '',
    '## What it settles',
    '',
    ...(report.findings.length === 0 ? ['Nothing yet.'] : findings(report)),
    '',
    '## What was tried',
    '',
    '| trial | | question | the platform’s own words |',
    '| --- | --- | --- | --- |',
    ...report.results.map(row),
    '',
    '## What the platform changed',
    '',
    ...report.results.flatMap(changes),
    '## To clean up',
    '',
    ...(report.apps.length === 0
      ? ['No app was made.']
      : report.apps.map((app) => `- delete the app ${code(app.name)}`)),
    '',
  ].join('\n');

function findings(report: TrialReport): readonly string[] {
  return [
    '| question | answer | setting |',
    '| --- | --- | --- |',
    ...report.findings.map(
      (f) => `| ${cell(f.question)} | ${cell(f.answer)} | ${f.setting === undefined ? '' : code(f.setting)} |`,
    ),
  ];
}

const row = (r: TrialResult): string =>
  `| ${r.id}${r.way === undefined ? '' : ` (${r.way})`} | ${SIGN[r.outcome]} | ${cell(r.question)} | ${r.words.map(code).join('<br>')} |`;

function changes(result: TrialResult): readonly string[] {
  if (result.changes === undefined) return [];
  const shown = result.changes.slice(0, SHOWN);
  const more = result.changes.length - shown.length;
  return [
    `### ${result.id}: ${result.changes.length} kinds of change`,
    '',
    ...shown.map(
      (c) =>
        `- ${c.kind} ${code(c.at)} × ${c.times}${c.before === undefined ? '' : `: ${code(c.before)}`}${c.after === undefined ? '' : ` → ${code(c.after)}`}`,
    ),
    ...(more > 0 ? [`- and ${more} more, in the JSON report`] : []),
    '',
  ];
}

/** Text of others inside a table: nothing of it is markup. */
const cell = (text: string): string =>
  text.replace(/[\\|<>[\]*_~`#!&]/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/\s+/g, ' ');

function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').replaceAll('`', 'ˋ').replaceAll('|', '¦');
  return `\`${line}\``;
}

/** The end of the series for a terminal. */
export const tryLines = (report: TrialReport): readonly string[] => [
  ...report.results.map((r) => `  ${SIGN[r.outcome].padEnd(9)} ${r.id}`),
  '',
  ...report.findings.map(
    (f) => `  ${f.question}\n    ${f.answer}${f.setting === undefined ? '' : `  →  ${f.setting}`}`,
  ),
  '',
  'Written: first-import-report.json, first-import-report.md. No secret is in them; please send us one.',
  ...(report.apps.length === 0 ? [] : [`Delete the new apps: ${report.apps.map((a) => a.name).join(', ')}`]),
];
