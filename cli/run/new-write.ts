import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { inOrder } from '../../generator/diagnostics/diagnostic';
import { printDiagnostics } from '../../generator/diagnostics/print';
import type { Created, NewFile } from '../../generator/scaffold/files';
import { listIntegrations } from '../../generator/source/read';
import type { Console } from '../console';
import { asCalledIn } from '../invocation';
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
  for (const line of nextSteps(root, files)) console.out(line);
  return 0;
}

/** What to do with the new files, as commands that work as they stand. */
function nextSteps(root: string, files: readonly NewFile[]): readonly string[] {
  const [, integration = ''] = /^specs\/([^/]+)\//.exec(files[0]?.path ?? '') ?? [];
  const chats = files.filter(({ path }) => path.endsWith('.chat'));
  const ids = chats.map(({ path }) => posix.basename(path, '.chat'));
  const said = /^user: (.+)$/m.exec(chats[0]?.text ?? '')?.[1];
  const which = listIntegrations(root).length > 1 ? ` -- --integration ${integration}` : '';
  const steps = [
    `npm run check -- ${ids.join(' ')}`,
    `npm run chat${which}`,
    ...(said === undefined ? [] : [`    and say: ${said}`]),
    'npm run build',
  ];
  return ['\nNext: change the words in the new files, and', ...steps.map((step) => asCalledIn(root)(`  ${step}`))];
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
  if (diagnostics.length > 0) console.err(printDiagnostics(inOrder(diagnostics), console));
  // What is wrong elsewhere is said, and does not keep anything from being written.
  const own = new Set(files.map(({ path }) => path));
  return diagnostics.some((d) => d.severity === 'error' && own.has(d.place.path));
}

function writeNew(root: string, file: NewFile): void {
  const path = join(root, file.path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, withSchemas(root, file.path, file.text), { flag: file.extends ? 'w' : 'wx' });
}
