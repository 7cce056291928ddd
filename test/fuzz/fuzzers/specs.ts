import fc from 'fast-check';
import type { Fuzzer, Walk, Walked } from '../fuzzer';
import { tally, walkThrough } from '../fuzzer';
import { judge } from '../judge';
import { nodeChange } from '../mutations/nodes';
import { textChange, type TextChange } from '../mutations/text';
import { valueChange } from '../mutations/values';
import { graphqlProject, restProject } from '../project';

/** What a change came to, short enough to read. */
function difference(before: string, after: string): string {
  const same = [...after].findIndex((c, i) => c !== before[i]);
  const from = Math.max(0, same);
  return `(${after.length} characters), at ${from}: ${JSON.stringify(after.slice(Math.max(0, from - 40), from + 400))}`;
}

/** Specs with one file changed at one level. */
function specs(name: string, change: fc.Arbitrary<TextChange>): Fuzzer {
  const walk = async (how: Walk): Promise<Walked> => {
    const projects = [graphqlProject(), restProject()];
    const { count, counts } = tally();
    const cases = fc.tuple(fc.nat(projects.length - 1), fc.nat(), change);
    try {
      const done = await walkThrough(
        cases,
        async ([which, at, edit]) => {
          const project = projects[which];
          const names = [...(project?.yaml.keys() ?? [])];
          const file = names[at % names.length];
          if (!project || file === undefined) return;
          const before = project.yaml.get(file) ?? '';
          const after = edit(before);
          try {
            const result = await project.changed(file, after, () => judge(project, file));
            count(result.files ? 'built' : 'refused');
          } catch (error) {
            throw new Error(`${file} ${difference(before, after.toString())}\n${String((error as Error).stack)}`);
          }
        },
        how,
      );
      return { cases: done, counts };
    } finally {
      projects.forEach((project) => project.remove());
    }
  };
  return { name, walk };
}

export const specTexts = specs('specs-text', textChange);
export const specNodes = specs('specs-node', nodeChange);
export const specValues = specs('specs-value', valueChange);
