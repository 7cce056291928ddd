import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateFolder } from '../../generator/build';
import { project } from '../../generator/watch/project';

/** Milliseconds of one rebuild: our own, and what the disk took to write. */
export interface Edit {
  readonly own: number;
  readonly disk: number;
}

const EDITS = 100;

/** The first edits compile what is used from then on. */
const WARM_UP = 5;

/** A process of its own, as a watch is: edits a spec below a folder again and again, and prints what each rebuild took. */
async function main([root = '', name = '']: readonly string[]): Promise<void> {
  const spec = join(root, 'specs', `${name}.yaml`);
  const text = readFileSync(spec, 'utf8');
  const { rebuild } = project(root, templateFolder);
  await rebuild();
  const edits: Edit[] = [];
  for (let i = 0; i < WARM_UP + EDITS; i += 1) {
    writeFileSync(spec, text.replace('order number', `order number (${i})`));
    const { changed, milliseconds, disk } = await rebuild();
    if (changed.length === 0) throw new Error('the edit changed nothing');
    edits.push({ own: milliseconds - disk, disk });
  }
  process.stdout.write(JSON.stringify(edits.slice(WARM_UP)));
}

void main(process.argv.slice(2));
