import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inOrder } from '../../generator/diagnostics/diagnostic';
import { printDiagnostic } from '../../generator/diagnostics/print';
import type { Created, NewFile } from '../../generator/scaffold/create';
import type { Console } from '../console';
import type { NewOptions } from './new-options';
import { withSchemas } from './schema-folder';

/** Writes the files, all or none. Says what is wrong, or what was written and what comes next. Exit code 0 or 1. */
export function writeCreated(root: string, created: Created, options: NewOptions, console: Console): number {
  const { files } = created;
  if (hasErrors(root, created, options, console) || files.length === 0) {
    console.err('Nothing was written.');
    return 1;
  }
  for (const file of files) writeNew(root, file);
  for (const file of files) console.out(`${file.extends ? 'added to' : 'new     '}  ${file.path}`);
  console.out('\nNext: edit the file, and keep these running or run them again:');
  for (const next of ['npm run watch', 'npm run chat', 'npm run diff', 'npm run build']) console.out(`  ${next}`);
  return 0;
}

/** Shows what there is to say about the files; true when it keeps them from being written. */
function hasErrors(
  root: string,
  { files, diagnostics, problems }: Created,
  options: NewOptions,
  console: Console,
): boolean {
  for (const { message, line, column } of problems) {
    const place = line === undefined ? '' : `${options.graphql ?? 'query'}:${line}:${column ?? 1}  `;
    console.err(`${place}error  ${message}`);
  }
  const there = files.filter((f) => f.extends !== true && existsSync(join(root, f.path)));
  for (const { path } of there) console.err(`${path} exists already. Choose another id, or remove it first.`);
  // What the new files would be like beside the old ones of the same name is no news.
  if (problems.length + there.length > 0) return true;
  for (const d of inOrder(diagnostics)) console.err(`${printDiagnostic(d, { color: console.color })}\n`);
  return diagnostics.some((d) => d.severity === 'error');
}

function writeNew(root: string, file: NewFile): void {
  const path = join(root, file.path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, withSchemas(root, file.path, file.text), { flag: file.extends ? 'w' : 'wx' });
}
