/** One line of the result: what was measured, the figures, what they are compared with, and what was aimed at. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly compared?: string;
  readonly goal?: string;
}

/** The result as a Markdown table. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map(({ what, measured, compared = '', goal = '' }) => [what, measured, compared, goal]);
  return [['What', 'Measured', 'Compared', 'Goal'], ['---', '---', '---', '---'], ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
