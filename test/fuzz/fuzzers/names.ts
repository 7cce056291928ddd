import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { build } from '../../../generator/build';
import { listIntegrations } from '../../../generator/source/read';
import { templates } from '../../build/specs';
import type { Fuzzer } from '../fuzzer';
import { tally, walkThrough } from '../fuzzer';
import { judge, must } from '../judge';
import { fileName, folderName } from '../mutations/names';
import { restProject } from '../project';

/** Actions, translations and integrations whose file or folder has an odd name. */
export const specNames: Fuzzer = {
  name: 'specs-name',
  walk: async (how) => {
    const project = restProject();
    const { count, counts } = tally();
    const action = (project.yaml.get('find-points.yaml') ?? '').replace('Find drop-off points', 'Find more points');
    const cases = fc.oneof(
      fc.record({ file: fileName, text: fc.constantFrom(action, '', 'welcome:\n  text: Hi\n', '{') }),
      fc.record({ folder: folderName }),
    );
    try {
      const done = await walkThrough(
        cases,
        async (one) => {
          if ('file' in one) {
            const result = await project.changed(one.file, one.text, () => judge(project, one.file));
            return count(result.files ? 'built' : 'refused');
          }
          const [from, to] = [join(project.root, 'specs', project.id), join(project.root, 'specs', one.folder)];
          renameSync(from, to);
          try {
            must(listIntegrations(project.root).includes(one.folder), () => 'the integration is not found');
            const result = await judge({ ...project, id: one.folder }, '');
            count(result.files ? 'folder built' : 'folder refused');
          } finally {
            renameSync(to, from);
          }
        },
        how,
      );
      return { cases: done, counts };
    } finally {
      project.remove();
    }
  },
};

/** What a build of two integrations says whose names differ in capitals alone. */
export async function twinFolders(): Promise<readonly string[]> {
  const project = restProject();
  try {
    const twin = join(project.root, 'specs', project.id.toUpperCase());
    mkdirSync(twin);
    cpSync(join(project.root, 'specs', project.id), twin, { recursive: true });
    const results = [];
    for (const id of listIntegrations(project.root)) results.push(await build(project.root, id, templates));
    return results.flatMap((r) => r.diagnostics.map((d) => d.code));
  } finally {
    rmSync(project.root, { recursive: true });
  }
}
