import { templateFolder } from '../../generator/build';
import { inOrder } from '../../generator/diagnostics/diagnostic';
import { jsonDiagnostic } from '../../generator/diagnostics/print';
import { watch, type Told } from '../../generator/watch/watch';

/**
 * The entry point of a process that builds and watches on behalf of its parent: the specs below the folder it is started
 * in. Every build is one message `{ ok, milliseconds, changed, diagnostics }`, or `{ error }`. It ends with its parent.
 */
const tell: Told = (outcome) => {
  if ('error' in outcome) {
    process.send?.({ error: outcome.error.message });
    return;
  }
  const { results, changed, milliseconds } = outcome.rebuilt;
  const diagnostics = inOrder(results.flatMap((r) => r.diagnostics)).map(jsonDiagnostic);
  process.send?.({ ok: results.every((r) => r.files !== undefined), milliseconds, changed, diagnostics });
};

process.once('disconnect', () => process.exit());
watch(process.cwd(), templateFolder, tell).ready.catch((error: Error) => process.send?.({ error: error.message }));
