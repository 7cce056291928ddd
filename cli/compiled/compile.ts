import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { building, pages, programs } from './bundles';
import { manifestEntryOf, filesBelow, filesNow, isBeingWritten, sameContent, writeAtomically } from './files';
import { MANIFEST, readManifest, type FileDigests } from './manifest';
import { reads } from './reads';
import type { LibStep } from './step';
import { validatorsStep } from './validators';

const KORE_SCHEMAS = { module: 'kore/schemas.ts', schemas: 'koreSchemas', options: 'koreOptions' };
const SPEC_SCHEMAS = { module: 'generator/schema/schemas.ts', schemas: 'specSchemas', options: 'specOptions' };

/** In this order: programs contain validators. */
const STEPS: readonly LibStep[] = [
  { name: 'kore', make: validatorsStep(KORE_SCHEMAS, 'lib/validators/kore.js') },
  { name: 'specs', make: validatorsStep(SPEC_SCHEMAS, 'lib/validators/specs.js') },
  { name: 'building', make: building },
  { name: 'programs', make: programs },
  { name: 'pages', make: pages },
];

/**
 * Brings `lib/` up to date with the sources beside it. Only steps whose files have another content are made again. Several
 * processes may do it at once: every file is replaced whole, and the manifest, which comes last, says what was compiled.
 * Rejects when a source does not compile.
 */
export async function compile(project: string): Promise<void> {
  const before = readManifest(project) ?? {};
  const after: Record<string, FileDigests> = {};
  for (const step of STEPS) after[step.name] = await made(project, step, before[step.name]);
  try {
    writeAtomically(join(project, 'lib', MANIFEST), JSON.stringify(after));
  } catch (error) {
    // Whoever may only read here can use what is compiled, as long as it is what the sources say.
    if (Object.entries(after).some(([name, files]) => !sameContent(files, before[name] ?? {}))) throw error;
    return;
  }
  const known = new Set([`lib/${MANIFEST}`, ...Object.values(after).flatMap(Object.keys)]);
  for (const path of filesBelow(project, 'lib'))
    if (!known.has(path) && !isBeingWritten(path)) rmSync(join(project, path));
}

async function made(project: string, { make }: LibStep, known: FileDigests | undefined): Promise<FileDigests> {
  const shared = sharedFiles(project);
  const now = known && shared.every((path) => path in known) ? filesNow(project, Object.keys(known)) : undefined;
  if (known && now && sameContent(known, now)) return now;
  const read = reads(project);
  for (const path of shared) read.text(path);
  const outputs = await make(project, read);
  const written = [...outputs].map(([path, content]) => {
    const file = join(project, path);
    writeAtomically(file, content);
    return [path, manifestEntryOf(file)(Buffer.from(content))] as const;
  });
  return { ...read.files, ...Object.fromEntries(written) };
}

/** Files that say how everything is compiled, and from which packages. */
const sharedFiles = (project: string): readonly string[] => [
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'make-lib.ts'],
  ...readdirSync(join(project, 'cli', 'compiled')).map((name) => `cli/compiled/${name}`),
];
