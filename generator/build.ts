import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { OutputFile } from '../kore/zip/pack';
import { collected } from './package/output';
import { pipeline, type Prepared } from './pipeline';
import { loadTemplates, type Templates } from './render/load';
import { readSpecs } from './source/read';

/** What a build came to: all files for `dist/` at once, or none and the reasons. */
export interface BuildResult extends Omit<Prepared, 'files' | 'koreBot'> {
  readonly files: readonly OutputFile[] | undefined;
}

/** The specs of one integration, through the pipeline. Writes nothing. */
export const prepare = (root: string, id: string, templates: Templates = loadTemplates(templateFolder)): Prepared =>
  pipeline(templates)(readSpecs(root, id));

/** `prepare`, and all files at once. */
export async function build(root: string, id: string, templates?: Templates): Promise<BuildResult> {
  const { bot, diagnostics, files } = prepare(root, id, templates);
  return { id, diagnostics, ...(bot && { bot }), files: files && (await collected(files())) };
}

/** The project's own templates. */
export const templateFolder = dirname(createRequire(__filename).resolve('#templates/icon.png'));
