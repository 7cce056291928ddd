import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { remembering } from '../engine/engine';
import { pipeline, type Pipeline, type Prepared } from '../pipeline';
import { loadTemplates } from '../render/load';
import { listIntegrations, readSpecs } from '../source/read';
import { writeChanged, type WrittenFiles } from './write-changed';

/** One build of everything: what each integration came to, what was written, and how long it took. */
export interface Rebuilt {
  readonly results: readonly Prepared[];
  /** Paths below `dist/`. */
  readonly changed: readonly string[];
  readonly milliseconds: number;
  /** `specs/` is not there, as while a branch is switched: nothing was built, and `dist/` stays as it was. */
  readonly noSpecs?: true;
  /** Of these, the milliseconds that the disk took to write. */
  readonly disk: number;
}

/**
 * Builds every integration below `root` again and again, and remembers in between. An integration with errors keeps the
 * files of its last good build; one that is gone loses them. `forgetTemplates` makes the next build read them anew.
 */
export function project(root: string, templates: string) {
  const dist = join(root, 'dist');
  let loaded = loadTemplates(templates);
  const builds = new Map<string, Pipeline>();
  const written = new Map<string, WrittenFiles>();
  return {
    forgetTemplates: (): void => {
      loaded = loadTemplates(templates);
      builds.clear();
    },
    rebuild: async (): Promise<Rebuilt> => {
      const start = performance.now();
      if (!existsSync(join(root, 'specs')))
        return { results: [], changed: [], milliseconds: performance.now() - start, disk: 0, noSpecs: true };
      const ids = listIntegrations(root);
      const results: Prepared[] = [];
      const changed: string[] = [];
      let disk = 0;
      for (const id of ids) {
        const build = builds.get(id) ?? pipeline(loaded, remembering());
        builds.set(id, build);
        const result = build(readSpecs(root, id));
        results.push(result);
        if (!result.files) continue;
        const made = await writeChanged(dist, written.get(id) ?? NONE, result.files());
        changed.push(...made.changed);
        disk += made.disk;
        written.set(id, made.files);
      }
      for (const id of [...written.keys()].filter((known) => !ids.includes(known))) {
        changed.push(...(await writeChanged(dist, written.get(id) ?? NONE, [])).changed);
        written.delete(id);
        builds.delete(id);
      }
      return { results, changed, milliseconds: performance.now() - start, disk };
    },
  };
}

const NONE: WrittenFiles = new Map();
