import { templateFolder } from '../../generator/build';
import { inOrder } from '../../generator/diagnostics/diagnostic';
import { printDiagnostic } from '../../generator/diagnostics/print';
import { watch, type Told } from '../../generator/watch/watch';
import type { Console } from './console';

/** Watches until it is interrupted. One line for each build; exit code 0. */
export async function watchCommand(root: string, console: Console): Promise<number> {
  const running = watch(root, templateFolder, reporter(console));
  await running.ready;
  console.out('Watching specs/ and templates/. Ctrl+C ends.');
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await running.stop();
  return 0;
}

/** Says what a build came to: its diagnostics, then one line. A build that changes nothing is not worth a line. */
export function reporter(console: Console): Told {
  let failed = false;
  return (outcome) => {
    if ('error' in outcome) {
      failed = true;
      return console.err(`${outcome.error.message}\ndist/ stays as it was.`);
    }
    const { results, changed, milliseconds } = outcome.rebuilt;
    const diagnostics = inOrder(results.flatMap((r) => r.diagnostics));
    for (const d of diagnostics) console.err(`${printDiagnostic(d, { color: console.color })}\n`);
    const errors = diagnostics.filter((d) => d.severity === 'error').length;
    const time = `${Math.round(milliseconds)} ms`;
    if (errors > 0) console.out(`${plural(errors, 'error')}; dist/ stays as it was  ${time}`);
    else if (failed || changed.length > 0 || diagnostics.length > 0) {
      const warnings = diagnostics.length > 0 ? `, ${plural(diagnostics.length, 'warning')}` : '';
      console.out(`${namesOf(changed)}${warnings}  ${time}`);
    }
    failed = errors > 0;
  };
}

/** The actions whose zips changed say best what happened. */
function namesOf(changed: readonly string[]): string {
  const actions = [...new Set(changed.flatMap((path) => /\/actions\/(.+)-xo1[01]\.zip$/.exec(path)?.[1] ?? []))];
  const what = actions.length === 0 || actions.length > 3 ? '' : `${actions.join(', ')}: `;
  return changed.length === 0 ? 'Sound again, nothing changed' : `${what}${plural(changed.length, 'file')} changed`;
}

const plural = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
