import { codeFrame } from './code-frame';
import type { BuildView, Problem } from './protocol';

/** What the generator's build prints for machines, as far as the page shows it. */
export interface BuildReport {
  readonly ok: boolean;
  readonly diagnostics: readonly Omit<Problem, 'frame'>[];
}

export const isReport = (value: unknown): value is BuildReport =>
  typeof value === 'object' &&
  value !== null &&
  'ok' in value &&
  'diagnostics' in value &&
  Array.isArray(value.diagnostics);

/** A report with the lines around every problem; places are below `root`. */
export async function buildView(root: string, report: BuildReport, ms: number): Promise<BuildView> {
  const problems = await Promise.all(
    report.diagnostics.map(async (diagnostic) => ({
      ...diagnostic,
      frame: await codeFrame(root, diagnostic.file, diagnostic.line, diagnostic.column),
    })),
  );
  return { state: report.ok ? 'ok' : 'failed', ms, problems };
}
