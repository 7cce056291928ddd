import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pages, programs } from './bundles';
import { entryOf, filesBelow, filesNow, isBeingWritten, sameContent, writeWhole } from './files';
import { MANIFEST, readManifest, type Files } from './manifest';
import { reads } from './reads';
import type { Step } from './step';
import { validators } from './validators';

/** In this order: programs contain validators. */
const STEPS: readonly Step[] = [
  { name: 'kore', make: validators('kore/schemas.ts', 'lib/validators/kore.js') },
  { name: 'specs', make: validators('generator/schema/schemas.ts', 'lib/validators/specs.js') },
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
  const after: Record<string, Files> = {};
  for (const step of STEPS) after[step.name] = await made(project, step, before[step.name]);
  try {
    writeWhole(join(project, 'lib', MANIFEST), JSON.stringify(after));
  } catch (error) {
    // Whoever may only read here can use what is compiled, as long as it is what the sources say.
    if (Object.entries(after).some(([name, files]) => !sameContent(files, before[name] ?? {}))) throw error;
    return;
  }
  const known = new Set([`lib/${MANIFEST}`, ...Object.values(after).flatMap(Object.keys)]);
  for (const path of filesBelow(project, 'lib'))
    if (!known.has(path) && !isBeingWritten(path)) rmSync(join(project, path));
}

async function made(project: string, { make }: Step, known: Files | undefined): Promise<Files> {
  const shared = sharedFiles(project);
  const now = known && shared.every((path) => path in known) ? filesNow(project, Object.keys(known)) : undefined;
  if (known && now && sameContent(known, now)) return now;
  const read = reads(project);
  for (const path of shared) read.text(path);
  const outputs = await make(project, read);
  const written = [...outputs].map(([path, content]) => {
    const file = join(project, path);
    writeWhole(file, content);
    return [path, entryOf(file)(Buffer.from(content))] as const;
  });
  return { ...read.files, ...Object.fromEntries(written) };
}

/** Files that say how everything is compiled, and from which packages. */
const sharedFiles = (project: string): readonly string[] => [
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'make-lib.ts'],
  ...readdirSync(join(project, 'cli', 'compiled')).map((name) => `cli/compiled/${name}`),
];
