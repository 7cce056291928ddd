import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../build/specs';
import { digest, project, run } from '../../faults/project';
import { held, type Attack, type Surface } from '../attack';

const CACHE = join(PROJECT, 'node_modules', '.cache', 'kore-action-templates');

/** What may have become of a file that a build trusts. */
const DAMAGE: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
  ['nothing is left of it', () => Buffer.alloc(0)],
  ['zeros', (bytes) => Buffer.alloc(bytes.length)],
  ['one letter is another', (bytes) => changed(bytes, bytes.length >> 1)],
  ['its first letter is another', (bytes) => changed(bytes, 0)],
  ['its last letter is another', (bytes) => changed(bytes, bytes.length - 2)],
  ['half of it', (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ['twice', (bytes) => Buffer.concat([bytes, bytes])],
  ['JSON of another kind', () => Buffer.from('{"files":{"a":[1]},"said":["all is well"]}')],
  ['a text', () => Buffer.from('null')],
];

function changed(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

/** What a build has kept from the last one. */
export const caches: Surface = {
  name: 'caches of a build',
  open: async () => {
    const before = new Set(list());
    const root = project();
    await run(root);
    const dist = join(root, 'dist');
    const right = digest(dist);
    const [record] = list().filter((name) => !before.has(name));
    const sound = record === undefined ? undefined : readFileSync(join(CACHE, record));
    const attacks = DAMAGE.flatMap(([what, damage]): readonly Attack[] => [
      {
        what: `the record of the last build: ${what}`,
        play: async () => {
          held(record !== undefined && sound !== undefined, () => 'there is no record');
          writeFileSync(join(CACHE, record ?? ''), damage(sound ?? Buffer.alloc(0)));
          const built = await run(root);
          held(built.code === 0, () => `it ended with ${built.code}: ${built.err}`);
          held(digest(dist) === right, () => 'dist/ is another');
        },
      },
      {
        what: `a zip in dist/: ${what}`,
        play: async () => {
          const zip = join(dist, 'parcels-xo10.zip');
          writeFileSync(zip, damage(readFileSync(zip)));
          const checked = await run(root, { args: ['build', '--check'] });
          const built = await run(root);
          held(checked.code === 1, () => '--check approves of it');
          held(built.code === 0 && digest(dist) === right, () => 'it was not made anew');
        },
      },
    ]);
    return {
      attacks,
      close: () => {
        rmSync(root, { recursive: true, force: true });
        return Promise.resolve();
      },
    };
  },
};

const list = (): readonly string[] => {
  try {
    return readdirSync(CACHE);
  } catch {
    return [];
  }
};
