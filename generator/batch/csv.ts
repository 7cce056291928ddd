import type { TestCase } from './test-case';

/** The columns of the platform's batch-testing file, exactly (documented). */
const HEADER = ['input', 'intent', 'parentIntent', 'entityName', 'entityValue', 'entityOrder'] as const;

/** Test cases as CSV: one row for each, and one more for each further entity, in which input and intent are empty. */
export function batchCsv(cases: readonly TestCase[]): string {
  const rows = cases.flatMap((test) => {
    const [first, ...others] = test.entities ?? [];
    const order = (test.entityOrder ?? []).join('>');
    return [
      [test.input, test.intent, '', first?.entityName ?? '', first?.entityValue ?? '', order],
      ...others.map((e) => ['', '', '', e.entityName, e.entityValue, '']),
    ];
  });
  return [HEADER, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

/** RFC 4180: a cell with a comma, a quote or a line break stands in quotes. */
const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
