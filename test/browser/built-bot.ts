import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../generator/build';
import type { Target } from '../../kore/format';
import { SHOP } from '../build/specs';

let building: ReturnType<typeof build> | undefined;

/** Builds the shop's bot into a zip of a fresh folder. */
export async function builtBot(target: Target = 'xo10'): Promise<string> {
  building ??= build(SHOP, 'shopify');
  const { files, diagnostics } = await building;
  const zip = files?.find(({ path }) => path === `shopify-${target}.zip`);
  if (zip === undefined)
    throw new Error(`the bot is not built: ${diagnostics.map(({ message }) => message).join('; ')}`);
  const path = join(mkdtempSync(join(tmpdir(), 'browser-')), `shopify-${target}.zip`);
  writeFileSync(path, zip.bytes);
  return path;
}
