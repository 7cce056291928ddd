import { templateFolder } from '../../generator/build';
import { inOrder } from '../../generator/diagnostics/diagnostic';
import { jsonDiagnostic, printDiagnostics } from '../../generator/diagnostics/print';
import { watch, type Told } from '../../generator/watch/watch';
import type { Console } from '../console';
import { interrupted } from '../interrupt';
import { plural } from './plural';

/**
 * Watches until it is interrupted. One line for each build; exit code 0. A process that was started with a channel to its
 * parent tells that one instead: every build is one message `{ ok, milliseconds, changed, diagnostics }`, or `{ error }`;
 * it ends with its parent.
 */
export async function watchCommand(root: string, console: Console): Promise<number> {
  const isChild = process.send !== undefined;
  const stopped = isChild ? new Promise<void>((resolve) => process.once('disconnect', resolve)) : interrupted();
  const running = watch(
    root,
    templateFolder,
    isChild ? teller((message) => void process.send?.(message)) : reporter(console),
  );
  await running.ready;
  if (!isChild) console.out('Watching specs/ and templates/. Ctrl+C ends.');
  await stopped;
  await running.stop();
  return 0;
}

/** Tells a parent process. */
const teller =
  (tell: (message: object) => void): Told =>
  (outcome) => {
    if ('error' in outcome) return tell({ error: outcome.error.message });
    const { results, changed, milliseconds } = outcome.rebuilt;
    const diagnostics = inOrder(results.flatMap((r) => r.diagnostics)).map(jsonDiagnostic);
    tell({ ok: results.every((r) => r.files !== undefined), milliseconds, changed, diagnostics });
  };
/** Says what a build came to: its diagnostics, then one line. A build that changes nothing is not worth a line. */
export function reporter(console: Console): Told {
  let failed = false;
  let missing = false;
  const gone = () => {
    if (!missing) console.out('specs/ is not there; dist/ stays as it was. Watching for it to come back.');
    missing = true;
    failed = true;
  };
  return (outcome) => {
    if ('error' in outcome) {
      failed = true;
      return console.err(`${outcome.error.message}\ndist/ stays as it was.`);
    }
    const { results, changed, milliseconds, noSpecs } = outcome.rebuilt;
    if (noSpecs) return gone();
    missing = false;
    const diagnostics = inOrder(results.flatMap((r) => r.diagnostics));
    if (diagnostics.length > 0) console.err(printDiagnostics(diagnostics, console));
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
