import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { batchTests } from './batch/batch-test';
import { documents, type Page } from './catalogue/catalogue';
import { transcriptsOf } from './catalogue/transcripts';
import { check } from './check';
import { collect, type Diagnostic } from './diagnostics/diagnostic';
import type { Bot } from './model/model';
import { normalize } from './model/normalize';
import { protocolPage } from '../kore/first-import/protocol';
import { outputs } from './outputs';
import { collected } from './package/output';
import type { OutputFile, PiecewiseFile } from '../kore/zip/pack';
import { spillingShelf } from './package/shelf';
import { readWritten } from './read';
import { loadTemplates, type Templates } from './render/load';
import { renderer } from './render/render';
import { readSpecs, type SpecFolder } from './source/read';

/** What a build came to: files for `dist/`, or none and the reasons. Warnings may stand beside files. */
export interface BuildResult {
  readonly id: string;
  readonly files: readonly OutputFile[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly bot?: Bot;
}

/** A build whose files are made one by one, as they are asked for: all of a large bot's do not fit into memory. */
export interface Prepared extends Omit<BuildResult, 'files'> {
  readonly files: (() => AsyncGenerator<PiecewiseFile>) | undefined;
}

/**
 * Builds one integration up to the gate. Writes nothing.
 *
 *     readSpecs → parseYaml → validate → normalize → check │ compile → render → verify → pack
 *      folder      YamlFile    Written     Bot       (gate) │  Plan     KoreBot  (gate)   files
 *
 * Left of the gate an author's mistakes are collected, and all of them are shown. Right of it, in `outputs`, a mistake is
 * ours and thrown.
 */
export function prepare(root: string, id: string, templates: Templates = loadTemplates(templateFolder)): Prepared {
  const { report, diagnostics, hasErrors } = collect();
  const folder = readSpecs(root, id);
  const written = readWritten(folder, report);
  const bot = written && normalize(written, report);
  if (bot) check(bot, folder, report);
  if (!bot || hasErrors()) return { id, files: undefined, diagnostics };
  async function* files(of: Bot): AsyncGenerator<PiecewiseFile> {
    yield* texts(of, folder, root);
    const shelf = spillingShelf();
    try {
      yield* outputs(of, renderer(templates), shelf);
    } finally {
      shelf.clear();
    }
  }
  return { id, files: () => files(bot), diagnostics, bot };
}

/** What people read, and the platform's own tests. */
export function* texts(bot: Bot, folder: SpecFolder, root: string, page?: Page): Generator<PiecewiseFile> {
  const all = [...documents(bot, folder, transcriptsOf(root, bot.id), page), ...batchTests(bot), firstImportPage(bot)];
  for (const { path, bytes } of all) yield { path, pieces: [bytes] };
}

/** How to try the first import by hand. */
const firstImportPage = (bot: Bot): OutputFile => ({
  path: `${bot.id}/first-import/PROTOCOL.md`,
  bytes: Buffer.from(protocolPage(bot.id, bot.actions[0]?.id ?? '<action>')),
});

/** `prepare`, and all files at once. */
export async function build(root: string, id: string, templates?: Templates): Promise<BuildResult> {
  const { files, ...prepared } = prepare(root, id, templates);
  if (!files) return { ...prepared, files };
  return { ...prepared, files: await collected(files()) };
}

/** The project's own templates. */
export const templateFolder = dirname(createRequire(__filename).resolve('#templates/icon.png'));
