import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { transcriptPath } from '../../generator/catalogue/transcripts';
import type { ApiDocument } from '../../apis/openapi/document';
import { operationsOf, type Operation } from '../../apis/openapi/operations';
import { eitherOf } from '../../generator/diagnostics/suggest';
import { createAction, createIntegration } from '../../generator/scaffold/create';
import type { Created, TranscriptPlaces } from '../../generator/scaffold/files';
import {
  createFromDocument,
  createIntegrationFromDocument,
  operationNamed,
} from '../../generator/scaffold/openapi/create';
import { readSpecs, type SpecFolder } from '../../generator/source/read';
import type { NewOptions } from './new-options';
import { documentFile } from './openapi';

/** What the options ask for, as files; or a sentence about a file of theirs that cannot be read. */
export function createFiles(root: string, integration: string, options: NewOptions): Created | string {
  const folder = readSpecs(root, integration);
  const id = options.id ?? (options.what === 'integration' ? 'get-item' : '');
  const chat = transcriptPath(integration, id);
  if (options.openapi !== undefined) return fromDocument(root, folder, options, options.openapi);
  if (options.graphql !== undefined) return fromQuery(root, folder, options, options.graphql, { chat });
  const sample = options.sample === undefined ? {} : jsonFile(root, options.sample);
  if (typeof sample === 'string') return sample;
  if (options.what === 'integration') {
    const selection = { id, request: options.rest ?? 'GET /items/{itemId}', ...words(options), ...sample };
    return createIntegration(folder, options.host ?? `${integration}.com`, selection, { chat });
  }
  const stubPath = join(root, 'specs', integration, 'stubs', `${integration}.json`);
  const stub = existsSync(stubPath) ? { stub: readFileSync(stubPath, 'utf8') } : {};
  const selection = { id, request: options.rest ?? '', ...words(options), ...sample };
  return createAction(folder, selection, { chat, ...stub });
}

/** Actions, or an integration, from operations of a document; or a sentence about what cannot be found. */
function fromDocument(root: string, folder: SpecFolder, options: NewOptions, file: string): Created | string {
  const document = documentFile(root, file);
  if (typeof document === 'string') return document;
  const operations = operationsFor(document, options.operation ?? []);
  if (typeof operations === 'string') return operations;
  const selection = { document, operations, ...(options.id !== undefined && { id: options.id }), ...words(options) };
  const chatOf = (action: string) => transcriptPath(folder.id, action);
  return options.what === 'integration'
    ? createIntegrationFromDocument(folder, selection, chatOf)
    : createFromDocument(folder, selection, chatOf);
}

function operationsFor(document: ApiDocument, names: readonly string[]): readonly Operation[] | string {
  if (names.length === 0) {
    const all = operationsOf(document).map(({ id }) => id);
    return `Say which operations: --operation ${all[0] ?? 'ID'}. There are ${eitherOf(all)}.`;
  }
  const found: Operation[] = [];
  for (const name of names) {
    const operation = operationNamed(document, name);
    if ('near' in operation)
      return `The document has no operation "${name}".${operation.near === undefined ? '' : ` Did you mean "${operation.near}"?`}`;
    if (!found.includes(operation)) found.push(operation);
  }
  return found;
}

function fromQuery(
  root: string,
  folder: SpecFolder,
  options: NewOptions,
  file: string,
  transcripts: TranscriptPlaces,
): Created | string {
  const path = resolve(root, file);
  if (!existsSync(path)) return `There is no file ${file}.`;
  const query = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  return createAction(folder, { id: options.id ?? '', query, ...words(options) }, transcripts);
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
