import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { openDocument, type ApiDocument } from '../../apis/openapi/document';
import { didYouMean } from '../../generator/diagnostics/suggest';
import { documentPath, keptDocument, operationsInUse, withDocument } from '../../generator/scaffold/keep-document';
import { readableBot } from '../../generator/scaffold/read-bot';
import { listIntegrations, readSpecs, type SpecFolder } from '../../generator/source/read';
import type { Console } from '../console';
import { plural } from './plural';

/** A document from a file below the project or elsewhere; or a sentence about why there is none. */
export function documentFile(root: string, file: string): ApiDocument | string {
  const path = resolve(root, file);
  if (!existsSync(path)) return `There is no file ${file}.`;
  const document = openDocument(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  return 'problem' in document ? `${file} cannot be used: ${document.problem}.` : document;
}

/**
 * Keeps what the actions of an integration use of a document beside its `bot.yaml`. Exit code 0: written; 1: `bot.yaml` cannot be
 * read, or no action's request is in the document; 2: wrong usage.
 */
export function openapiCommand(
  root: string,
  file: string,
  options: { readonly integration?: string },
  console: Console,
): number {
  const known = listIntegrations(root);
  const [only] = known.length === 1 ? known : [];
  const id = options.integration ?? only;
  if (id === undefined) return console.fail(`Say which integration: --integration ${known[0] ?? 'NAME'}`);
  if (!known.includes(id)) return console.fail(`There is no integration "${id}".${didYouMean(id, known)}`);
  const document = documentFile(root, file);
  if (typeof document === 'string') return console.fail(document);
  return keep(root, readSpecs(root, id), document, console);
}

function keep(root: string, folder: SpecFolder, document: ApiDocument, console: Console): number {
  const { bot } = readableBot(folder);
  if (bot === undefined) {
    console.err(`The specs of ${folder.id} cannot be read: npm run build says why.`);
    return 1;
  }
  const { used, without } = operationsInUse(document, bot);
  for (const action of without) console.err(`${folder.path}/${action}.yaml  its request is not in the document`);
  if (used.length === 0) {
    console.err('No action has a request of this document, so there is nothing to keep.');
    return 1;
  }
  const name = bot.service.openapi ?? documentPath(folder.id);
  const path = join(root, folder.path, name);
  const text = keptDocument(document, used);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.out(`${folder.path}/${name}  ${plural(used.length, 'operation')}, ${Math.ceil(text.length / 1024)} KB`);
  if (bot.service.openapi === undefined) nameIt(root, folder, name, console);
  return 0;
}

/** `bot.yaml` says where the document is. */
function nameIt(root: string, folder: SpecFolder, name: string, console: Console): void {
  const path = join(root, folder.path, 'bot.yaml');
  const changed = withDocument(readFileSync(path, 'utf8'), name);
  if (changed === undefined) return console.out(`Add to service: in ${folder.path}/bot.yaml:  openapi: ${name}`);
  writeFileSync(path, changed);
  console.out(`${folder.path}/bot.yaml  names it under service`);
}
