import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inOrder } from '../../generator/diagnostics/diagnostic';
import { printDiagnostic } from '../../generator/diagnostics/print';
import { scaffoldProject } from './scaffolded';

const PROJECT = join(__dirname, '../..');
const readme = readFileSync(join(PROJECT, 'README.md'), 'utf8');
const query = /^\$ cat by-handle\.graphql\n([\s\S]*?\n)\n/m.exec(readme)?.[1] ?? '';

const id = 'get-product-by-handle';
const spec = `specs/shopify/${id}.yaml`;

/** The project after `npm run new` as the README shows it. */
async function walked() {
  const w = scaffoldProject('shopify');
  w.write('by-handle.graphql', query);
  const { code, out } = await w.run({ what: 'action', integration: 'shopify', id, graphql: 'by-handle.graphql' });
  expect([code, query === '']).toEqual([0, false]);
  return { ...w, out };
}

describe('the walk of the README', () => {
  it('shows the mistake as the build does', async () => {
    const w = await walked();
    w.write(spec, w.read(spec).replace('title: title\n', 'title: titel\n'));
    const [error] = inOrder((await w.build('shopify')).diagnostics).filter((d) => d.severity === 'error');
    expect(readme).toContain(error && printDiagnostic(error, { color: false }));
  });

  it('leaves what the other actions understand as it was', async () => {
    const w = await walked();
    // "look up order …" is nearest to what the new action is proposed to understand.
    const failures = await w.play('specs/shopify/get-order-details.chat', `specs/shopify/${id}.chat`);
    expect(failures.filter((f) => f !== '')).toEqual([]);
  });
});
