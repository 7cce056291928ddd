import { rmSync, writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { build, type BuildResult } from '../../generator/build';
import { inOrder } from '../../generator/diagnostics/diagnostic';
import { collected } from '../../generator/package/output';
import type { PiecewiseFile } from '../../kore/zip/pack';
import { remembering } from '../../generator/engine/engine';
import { pipeline, type Prepared } from '../../generator/pipeline';
import { readSpecs } from '../../generator/source/read';
import { rootWith, templates } from '../build/specs';

/** Edits of every kind that a dialog may depend on; the number makes each one different. */
const edits: readonly (readonly [string, (text: string, n: number) => string])[] = [
  ['get-order-details.yaml', (t, n) => t.replace(/Another order\d*/, `Another order${n}`)],
  [
    'get-order-details.yaml',
    (t, n) => t.replace(/where is order( number)* /, `where is order${' number'.repeat(n % 3)} `),
  ],
  ['get-order-details.yaml', (t, n) => t.replace(/first: \d+, query/, `first: ${(n % 3) + 2}, query`)],
  [
    'get-order-details.yaml',
    (t, n) => (n % 2 ? t.replace('type: pattern', 'type: patern') : t.replace('type: patern', 'type: pattern')),
  ],
  [
    'get-order-details.yaml',
    (t, n) => (n % 2 ? t.replace('      name\n', '      nmae\n') : t.replace('      nmae\n', '      name\n')),
  ],
  ['get-products-by-name.yaml', (t, n) => t.replace(/^title: .*$/m, `title: Get products by name ${n}`)],
  [
    'get-products-by-name.yaml',
    (t, n) => t.replace(/find products by name( \w+)?$/m, `find products by name ${'abc'[n % 3] ?? ''}`),
  ],
  ['get-all-collections.yaml', (t, n) => t.replace(/^( {2}empty: .*?)\d*$/m, `$1${n}`)],
  ['bot.yaml', (t, n) => t.replace(/(throttled: .*?)\d*$/m, `$1${n}`)],
  ['bot.yaml', (t, n) => t.replace(/mode: \w+/, n % 2 ? 'mode: clientCredentials' : 'mode: either')],
  ['bot.yaml', (t, n) => t.replace(/audience: \w+/, n % 2 ? 'audience: shopper' : 'audience: staff')],
  ['bot.yaml', (t, n) => (n % 2 ? t.replace(/^fallback:/m, 'falback:') : t.replace(/^falback:/m, 'fallback:'))],
  ['locales/es.yaml', (t, n) => t.replace(/Otro pedido\d*/, `Otro pedido${n}`)],
  [
    'locales/es.yaml',
    (t, n) => t.replace(/- buscar productos por nombre( \w)?$/m, `- buscar productos por nombre ${'xyz'[n % 3] ?? ''}`),
  ],
];

const said = (result: BuildResult) =>
  inOrder(result.diagnostics).map((d) => `${d.place.path}:${d.place.start}:${d.code}:${d.message}`);

/** A build that is done again and again by one engine. */
function warmBuild(root: string): () => Prepared {
  const run = pipeline(templates, remembering());
  return () => run(readSpecs(root, 'shopify'));
}

/** A warm build with all its files at once, as `build` has them. */
async function complete({ id, bot, diagnostics, files }: Prepared): Promise<BuildResult> {
  return { id, diagnostics, ...(bot && { bot }), files: files && (await collected(files())) };
}

const bytes = (result: BuildResult) =>
  result.files &&
  Object.fromEntries(
    [...result.files].sort((a, b) => (a.path < b.path ? -1 : 1)).map((f) => [f.path, f.bytes.toString('base64')]),
  );

describe('a warm build', () => {
  it('gives after any edits what a cold build gives', async () => {
    const root = rootWith('shopify');
    const warm = warmBuild(root);
    await complete(warm());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(edits.length - 1), fc.nat(99)), { minLength: 1, maxLength: 3 }),
        async (chosen) => {
          for (const [which, n] of chosen) {
            const [name, edit] = edits[which] ?? ['', (t: string) => t];
            const path = join(root, 'specs/shopify', name);
            writeFileSync(path, edit(readFileSync(path, 'utf8'), n));
          }
          const [fast, slow] = [await complete(warm()), await build(root, 'shopify', templates)];
          expect(said(fast)).toEqual(said(slow));
          expect(bytes(fast)).toEqual(bytes(slow));
        },
      ),
      { numRuns: 12 },
    );
  });

  it('follows actions, languages and the icon that come and go', async () => {
    const root = rootWith('shopify');
    const folder = join(root, 'specs/shopify');
    const warm = warmBuild(root);
    await complete(warm());
    const order = readFileSync(join(folder, 'get-order-details.yaml'), 'utf8');
    const steps: readonly (() => void)[] = [
      () => rmSync(join(folder, 'locales/es.yaml')),
      () => writeFileSync(join(folder, 'icon.png'), readFileSync(join(__dirname, '../../templates/icon.png'))),
      () =>
        writeFileSync(
          join(folder, 'get-order-status.yaml'),
          order.replace(/^title: .*/m, 'title: Other').replace(/^ {2}- /gm, '  - tell me '),
        ),
      () => rmSync(join(folder, 'get-order-status.yaml')),
      () => rmSync(join(folder, 'schema/2026-10.ndjson.gz')),
    ];
    for (const step of steps) {
      step();
      const [fast, slow] = [await complete(warm()), await build(root, 'shopify', templates)];
      expect(said(fast)).toEqual(said(slow));
      expect(bytes(fast)).toEqual(bytes(slow));
    }
  });

  it('makes the dialog and the zips of unchanged actions only once', async () => {
    const root = rootWith('shopify');
    const warm = warmBuild(root);
    const made = async () => {
      const all: PiecewiseFile[] = [];
      for await (const file of warm().files?.() ?? []) all.push(file);
      return all;
    };
    const old = new Set(await made());
    const path = join(root, 'specs/shopify/get-order-details.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Another order', 'Other order'));
    const fresh = (await made()).filter((file) => file.path.includes('/actions/') && !old.has(file));
    expect(fresh.map(({ path: made }) => made)).toEqual([
      'shopify/actions/get-order-details-xo10.zip',
      'shopify/actions/get-order-details-xo11.zip',
    ]);
  });
});
