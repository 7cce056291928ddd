import { resolve } from 'node:path';
import { build } from '../../generator/build';
import { inOrder } from '../../generator/diagnostics/diagnostic';
import { printDiagnostics } from '../../generator/diagnostics/print';
import { listIntegrations } from '../../generator/source/read';
import { trialAt, type TrialId } from '../../kore/first-import/trials';
import { CONFIG_FILE, DEFINITION_FILE, TARGETS, type KoreBot } from '../../kore/format';
import { readExport } from '../../kore/read-export';
import { ExportError } from '../../kore/reading/export-error';
import { compareShape, type Export } from '../../kore/shape/compare';
import type { JsonObject } from '../../kore/shape/kinds';
import { measure } from '../../kore/shape/measure';
import { explainDeviations, shown, unexplained, type ShapeComparison } from '../../kore/shape/report';
import { readEntries } from '../../kore/zip/entries';
import type { Console } from '../console';

export interface ShapeOptions {
  readonly measure?: boolean;
  readonly json?: boolean;
}

/** Compares what is built, or exports, with what real exports have. Exit code 0 all explained, 1 something is not, 2 wrong usage. */
export async function shapeCommand(
  root: string,
  paths: readonly string[],
  options: ShapeOptions,
  console: Console,
): Promise<number> {
  try {
    const exports = await Promise.all(paths.map((path) => readExport(resolve(root, path))));
    if (options.measure === true) {
      console.out(JSON.stringify(measure(exports.map(filesOf)), null, 2));
      return 0;
    }
    const comparisons =
      paths.length > 0 ? exports.map((one, i) => compared(paths[i] ?? '', one)) : await built(root, console);
    const open = unexplained(comparisons).length;
    if (options.json === true) console.out(JSON.stringify({ ok: open === 0, comparisons }, null, 2));
    else for (const line of shown(comparisons)) console.out(line);
    return open === 0 && comparisons.length > 0 ? 0 : 1;
  } catch (error) {
    if (error instanceof ExportError) return console.fail(error.message);
    throw error;
  }
}

/** Builds every integration, without writing it, and compares every zip. None when the specs have errors, which it says. */
async function built(root: string, console: Console): Promise<readonly ShapeComparison[]> {
  const found: ShapeComparison[] = [];
  for (const id of listIntegrations(root)) {
    const { files = [], diagnostics } = await build(root, id);
    if (files.length === 0) console.err(printDiagnostics(inOrder(diagnostics), console));
    for (const { path, bytes } of files) if (path.endsWith('.zip')) found.push(...(await ofZip(path, bytes)));
  }
  return found;
}

async function ofZip(path: string, bytes: Buffer): Promise<readonly ShapeComparison[]> {
  const name = path.replace(/-xo1[01]\.zip$/, '');
  const entries = await readEntries(bytes);
  const json = (file: string): unknown => JSON.parse(entries.get(file)?.toString('utf8') ?? '{}');
  return TARGETS.filter((target) => entries.has(DEFINITION_FILE[target])).map((target) => {
    const definition = json(DEFINITION_FILE[target]) as KoreBot['definition'];
    return compared(name, { target, definition, config: json(CONFIG_FILE) as KoreBot['config'] }, trialAt(path));
  });
}

function compared(name: string, bot: KoreBot, trial?: TrialId): ShapeComparison {
  const { definition, config } = filesOf(bot);
  const settings = (definition['exportOptions'] as JsonObject | undefined)?.['settings'];
  const extent = Array.isArray(settings) && settings.includes('botSettings') ? 'whole' : 'partial';
  const one: Export = { target: bot.target, extent, definition, config };
  return explainDeviations(name, { target: bot.target, extent, trial }, compareShape(one));
}

const filesOf = ({
  definition,
  config,
}: KoreBot): { readonly definition: JsonObject; readonly config: JsonObject } => ({
  definition,
  config: { ...config },
});
