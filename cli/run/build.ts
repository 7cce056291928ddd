import { join } from 'node:path';
import { templateFolder } from '../../generator/build';
import { inOrder } from '../../generator/diagnostics/diagnostic';
import { printDiagnostics } from '../../generator/diagnostics/print';
import { forgetful } from '../../generator/engine/engine';
import { LostEntry } from '../../generator/cache/action-keeping';
import { forgotten, noCache, type Cache } from '../../generator/cache/cache';
import { compareBuild, sizeOf, type BuildComparison } from '../../generator/package/compare';
import { packingThreads } from '../../generator/package/pack-threads';
import type { Packer } from '../../generator/package/packer';
import { pipeline, type Prepared } from '../../generator/pipeline';
import type { PiecewiseFile } from '../../kore/zip/pack';
import { write } from '../../generator/package/write';
import { WrittenSecret } from '../../generator/package/written-secrets';
import { lazyTemplates } from '../../generator/render/load';
import { listIntegrations, readSpecs } from '../../generator/source/read';
import type { Console } from '../console';
import { findingsOf, type ReportedFinding } from '../reports/report';
import { clash, reporting, type ReportRequest } from '../reports/wanted';
import { productFolder } from '../product';
import { openBuildCache } from './build-cache';
import { plural } from './plural';
import { remember } from './unchanged';

export interface BuildOptions extends ReportRequest {
  /** Only say whether `dist/` is what the specs say; write nothing. */
  readonly check?: boolean;
  /** Make everything and write nothing, whatever `dist/` is. */
  readonly validate?: boolean;
  readonly json?: boolean;
}

/** Builds every integration below `root`. `env` says whether this is GitHub's runner. Exit code 0: done; 1: the specs have errors, or with `check` `dist/` is not what they say. */
export async function buildCommand(
  root: string,
  options: BuildOptions,
  console: Console,
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<number> {
  const unclear = clash(wantedOf(options));
  if (unclear !== undefined) return console.fail(unclear);
  return buildAll(root, options, console, env);
}

async function buildAll(
  root: string,
  options: BuildOptions,
  console: Console,
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const integrations = listIntegrations(root);
  if (integrations.length === 0) return console.fail('There is no specs/<integration>/bot.yaml here.');
  const packer = packingThreads();
  const cache = openBuildCache(productFolder);
  const build = (from: Cache) => buildThem(root, integrations, packer, from, options, console, env);
  try {
    return await build(cache ?? noCache).catch((error: unknown) => {
      if (!cache || !(error instanceof LostEntry)) throw error;
      // What was told of it cannot be made good: everything is made anew.
      return build(forgotten(cache));
    });
  } finally {
    await packer.close();
    cache?.sweep();
  }
}

async function buildThem(
  root: string,
  integrations: readonly string[],
  packer: Packer,
  cache: Cache,
  options: BuildOptions,
  console: Console,
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const run = pipeline(lazyTemplates(templateFolder), forgetful, packer, cache);
  const results = integrations.map((id) => run(readSpecs(root, id)));
  const dist = join(root, 'dist');
  const sound = results.every((r) => r.files !== undefined);
  let made = NOTHING;
  try {
    if (sound) made = await makerFor(options)(dist, filesOf(results));
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (error instanceof WrittenSecret) return (console.err(message), 1);
    if (!DISK.has(code)) throw error;
    return console.fail(`dist/ cannot be written, and stays as it was: ${message}`);
  }
  const upToDate = sound && made.changed.length === 0;
  const ok = options.check === true ? upToDate : sound;
  const findings = findingsOf(results.flatMap((r) => r.diagnostics));
  const { people, write: report } = reporting(root, wantedOf(options), env, console);
  humanReport(root, results, made, options, people);
  const json = { ok, ...(options.check === true ? { upToDate } : {}), ...machineReport(results, made, findings) };
  report({ report: { findings, tests: [] }, json });
  return ok ? 0 : 1;
}

/** `--json` is one more form, printed. */
const wantedOf = ({ json, format = [], output = [] }: BuildOptions): ReportRequest => ({
  format: json === true ? [...format, 'json'] : format,
  output,
});

/** What becomes of the files: written, compared with those that are there, or made for nothing but to see that they can be. */
const makerFor = ({ check, validate }: BuildOptions) =>
  validate === true ? discard : check === true ? compareBuild : write;

async function discard(_dist: string, files: AsyncIterable<PiecewiseFile>): Promise<BuildComparison> {
  const made = [];
  for await (const file of files) made.push({ path: file.path, size: sizeOf(file) });
  return { files: made, changed: [] };
}

/** What a disk says that is full, read only or somebody else's: neither the specs' mistake nor ours. */
const DISK: ReadonlySet<string> = new Set('ENOSPC EDQUOT EFBIG EROFS EACCES EPERM EIO EMFILE ENFILE'.split(' '));

const NOTHING: BuildComparison = { files: [], changed: [] };

async function* filesOf(results: readonly Prepared[]): AsyncGenerator<PiecewiseFile> {
  for (const { files } of results) if (files) yield* files();
}

function humanReport(
  root: string,
  results: readonly Prepared[],
  { files, changed }: BuildComparison,
  options: BuildOptions,
  console: Console,
) {
  const diagnostics = inOrder(results.flatMap((r) => r.diagnostics));
  const warned = diagnostics.length > 0 ? printDiagnostics(diagnostics, console) : undefined;
  if (warned !== undefined) console.err(warned);
  const errors = diagnostics.filter((d) => d.severity === 'error').length;
  const warnings = diagnostics.length - errors;
  if (errors > 0)
    return console.err(`${plural(errors, 'error')}, ${plural(warnings, 'warning')}. dist/ stays as it was.`);
  if (options.check === true) {
    for (const path of changed) console.out(`differs  dist/${path}`);
    return console.out(
      changed.length === 0 ? 'dist/ is what the specs say.' : 'dist/ is not what the specs say. Run npm run build.',
    );
  }
  for (const line of summary(results, files)) console.out(line);
  if (options.validate === true) return console.out('Everything can be built. Nothing was written.');
  console.out(changed.length === 0 ? NOTHING_CHANGED : `${plural(changed.length, 'file')} changed.`);
  remember(productFolder, root, {
    out: [...summary(results, files), NOTHING_CHANGED],
    ...(warned !== undefined && { warnings: { text: warned, color: console.color } }),
  });
}

const NOTHING_CHANGED = 'Nothing changed.';

const summary = (results: readonly Prepared[], files: BuildComparison['files']): readonly string[] => [
  ...results.map(
    ({ id, bot, diagnostics }) =>
      `${id}: ${plural(bot?.actions.length ?? 0, 'action')}, ${plural(inOrder(diagnostics).length, 'warning')}`,
  ),
  ...[...files]
    .filter((f) => /^[^/]+\.zip$/.test(f.path))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((f) => `  dist/${f.path}  ${Math.round(f.size / 1024)} KB`),
];

const machineReport = (
  results: readonly Prepared[],
  { files, changed }: BuildComparison,
  diagnostics: readonly ReportedFinding[],
) => ({
  integrations: results.map((r) => ({ id: r.id, actions: r.bot?.actions.map((a) => a.id) ?? [] })),
  files: files.map((f) => `dist/${f.path}`),
  changed: changed.map((path) => `dist/${path}`),
  diagnostics,
});
