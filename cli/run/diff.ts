import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build } from '../../generator/build';
import { inOrder } from '../../generator/diagnostics/diagnostic';
import { printDiagnostic } from '../../generator/diagnostics/print';
import { didYouMean } from '../../generator/diagnostics/suggest';
import { diffBots } from '../../kore/diff/diff-bots';
import { isEmpty, type Diff } from '../../kore/diff/diff';
import { renderHuman } from '../../kore/diff/render-human';
import { renderJson } from '../../kore/diff/render-json';
import { renderMarkdown } from '../../kore/diff/render-markdown';
import type { KoreBot, Target } from '../../kore/format';
import { readExport } from '../../kore/read-export';
import { ExportError } from '../../kore/reading/export-error';
import { listIntegrations } from '../../generator/source/read';
import type { Console } from '../console';
import { builtBots } from './built-bots';
import { atRevision, RevisionError } from './revision';

export interface DiffOptions {
  readonly integration?: string;
  /** A git revision, or an export (zip, folder or JSON file); the last build when nothing is said. */
  readonly against?: string;
  readonly target?: Target;
  readonly json?: boolean;
  readonly markdown?: boolean;
  /** Exit code 1 when there is a difference. */
  readonly exitCode?: boolean;
}

/** Says what the specs would change, in meaning. Exit code 0; 1 with `exitCode` when they differ, or when the specs have errors; 2 wrong usage. */
export async function diffCommand(root: string, options: DiffOptions, console: Console): Promise<number> {
  const known = listIntegrations(root);
  const id = options.integration ?? known[0];
  if (id === undefined) return console.fail('There is no specs/<integration>/bot.yaml here.');
  if (!known.includes(id)) return console.fail(`There is no integration "${id}".${didYouMean(id, known)}`);
  const result = await build(root, id);
  if (!result.files) {
    for (const d of inOrder(result.diagnostics)) console.err(`${printDiagnostic(d, { color: console.color })}\n`);
    console.err('The specs have errors, so there is nothing to compare.');
    return 1;
  }
  try {
    const before = await otherSide(root, id, options);
    if (!before) return console.fail('There is no build in dist/ yet. Run npm run build, or say --against.');
    return show(diffBots(before, builtBots(result.files, id)[before.target]), before, options, console);
  } catch (error) {
    if (error instanceof ExportError || error instanceof RevisionError) return console.fail(error.message);
    throw error;
  }
}

/** What the specs are compared with: a file or folder of that name, else a git revision; the last build when nothing is said. */
async function otherSide(
  root: string,
  id: string,
  { against, target = 'xo11' }: DiffOptions,
): Promise<KoreBot | undefined> {
  const path = against === undefined ? join(root, 'dist', id, target) : resolve(root, against);
  if (existsSync(path)) return readExport(relative(process.cwd(), path) || '.');
  return against === undefined ? undefined : atRevision(root, against, id, target);
}

function show(diff: Diff, before: KoreBot, options: DiffOptions, console: Console): number {
  if (options.json === true) console.out(renderJson(diff));
  else if (options.markdown === true) console.out(renderMarkdown(diff));
  else console.out(renderHuman(diff, { color: console.color }));
  if (options.target !== undefined && options.target !== before.target)
    console.err(`(compared as ${before.target}, which is what the other side is)`);
  return options.exitCode === true && !isEmpty(diff) ? 1 : 0;
}
