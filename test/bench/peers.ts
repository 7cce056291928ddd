import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inProject } from './builds';
import { seconds, spread } from './figures';
import { PROJECT, run } from './measure';
import type { Row } from './row';

const PEER = 'json-schema-to-typescript';

/** Another program that turns many declarations into text, where it is installed (`npm install --no-save`). */
export async function peers(): Promise<Row[]> {
  if (!isInstalled()) return [{ what: PEER, measured: 'not installed, not measured' }];
  const schema = join(PROJECT, 'generator', 'schema', 'action.schema.json');
  return inProject(8, async (root) => {
    const rows: Row[] = [];
    for (const count of [8, 100]) {
      const runs = [];
      for (let i = 0; i < 3; i += 1) {
        runs.push(await run(root, join(__dirname, 'peer.cjs'), schema, String(count), join(root, 'out')));
      }
      rows.push({ what: `${PEER}, ${count} schemas`, measured: `${spread(seconds(runs.map((r) => r.wall)))} s` });
    }
    return rows;
  });
}

function isInstalled(): boolean {
  try {
    createRequire(__filename).resolve(PEER);
    return true;
  } catch {
    return false;
  }
}
