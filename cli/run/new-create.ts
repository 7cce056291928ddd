import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { transcriptPath } from '../../generator/catalogue/transcripts';
import { createAction, createIntegration, type TranscriptPlaces, type Created } from '../../generator/scaffold/create';
import { readSpecs, type SpecFolder } from '../../generator/source/read';
import type { NewOptions } from './new-options';

/** What the options ask for, as files; or a sentence about a file of theirs that cannot be read. */
export function createFiles(root: string, integration: string, options: NewOptions): Created | string {
  const folder = readSpecs(root, integration);
  const id = options.id ?? (options.what === 'integration' ? 'get-item' : '');
  const chat = transcriptPath(integration, id);
  if (options.graphql !== undefined) return fromQuery(root, folder, options, options.graphql, { chat });
  const sample = options.sample === undefined ? {} : jsonFile(root, options.sample);
  if (typeof sample === 'string') return sample;
  if (options.what === 'integration') {
    const wish = { id, request: options.rest ?? 'GET /items/{itemId}', ...words(options), ...sample };
    return createIntegration(folder, options.host ?? `${integration}.com`, wish, { chat });
  }
  const stubPath = join(root, 'specs', integration, 'stubs', `${integration}.json`);
  const stub = existsSync(stubPath) ? { stub: readFileSync(stubPath, 'utf8') } : {};
  const wish = { id, request: options.rest ?? '', ...words(options), ...sample };
  return createAction(folder, wish, { chat, ...stub });
}

function fromQuery(
  root: string,
  folder: SpecFolder,
  options: NewOptions,
  file: string,
  beside: TranscriptPlaces,
): Created | string {
  const path = resolve(root, file);
  if (!existsSync(path)) return `There is no file ${file}.`;
  const query = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  return createAction(folder, { id: options.id ?? '', query, ...words(options) }, beside);
}

const words = ({ title, description }: NewOptions) => ({
  ...(title === undefined ? {} : { title }),
  ...(description === undefined ? {} : { description }),
});

function jsonFile(root: string, file: string): { readonly sample: unknown } | string {
  const path = resolve(root, file);
  if (!existsSync(path)) return `There is no file ${file}.`;
  try {
    return { sample: JSON.parse(readFileSync(path, 'utf8')) as unknown };
  } catch (error) {
    return `${file} is not JSON: ${(error as Error).message}`;
  }
}
