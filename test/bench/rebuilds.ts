import { join } from 'node:path';
import { inProject } from './builds';
import type { Edit } from './edits';
import { median, percentiles } from './figures';
import { LOADER, run } from './measure';
import type { Row } from './row';

/** What `npm run watch` does after a save: the same process builds again what has changed. */
export async function rebuilds(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const actions of [8, 100]) {
    const spec = actions === 8 ? 'shopify/get-order-details' : 'scale/order-details-1';
    const { stdout } = await inProject(actions, (root) => run(root, LOADER, join(__dirname, 'edits.ts'), root, spec));
    const edits = JSON.parse(stdout) as readonly Edit[];
    rows.push({
      what: `Watch: ${actions} actions, one edited`,
      measured: `our own time ${percentiles(edits.map(({ own }) => own))}; and the disk p50 ${median(edits.map(({ disk }) => disk)).toFixed(1)} ms`,
      goal: actions === 8 ? 'p95 < 50 ms' : '',
    });
  }
  return rows;
}
