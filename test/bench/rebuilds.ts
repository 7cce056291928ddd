import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateFolder } from '../../generator/build';
import { project } from '../../generator/watch/project';
import { inProject } from './builds';
import { percentiles } from './figures';
import type { Row } from './row';

/** What `npm run watch` does after a save: the same process builds again what has changed. */
export async function rebuilds(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const actions of [8, 100]) {
    const times = await inProject(actions, (root) => edits(root, actions));
    rows.push({
      what: `Watch: ${actions} actions, one edited`,
      measured: percentiles(times),
      goal: actions === 8 ? 'p95 < 50 ms' : '',
    });
  }
  return rows;
}

async function edits(root: string, actions: number): Promise<readonly number[]> {
  const name = actions === 8 ? 'shopify/get-order-details' : 'scale/order-details-1';
  const spec = join(root, 'specs', `${name}.yaml`);
  const text = readFileSync(spec, 'utf8');
  const { rebuild } = project(root, templateFolder);
  await rebuild();
  const times: number[] = [];
  for (let i = 0; i < WARM_UP + EDITS; i += 1) {
    writeFileSync(spec, text.replace('order number', `order number (${i})`));
    const { changed, milliseconds } = await rebuild();
    if (changed.length === 0) throw new Error('the edit changed nothing');
    times.push(milliseconds);
  }
  return times.slice(WARM_UP);
}

const EDITS = 100;

/** The first edits compile what is used from then on. */
const WARM_UP = 5;
