import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createVariant } from '../../preview/variant';
import type { VariantSettings } from '../../preview/variant';

async function variantOf(bot: string | undefined, settings: VariantSettings) {
  const root = mkdtempSync(join(tmpdir(), 'variant-'));
  const folder = join(root, 'specs/desk');
  mkdirSync(folder, { recursive: true });
  if (bot !== undefined) writeFileSync(join(folder, 'bot.yaml'), bot);
  writeFileSync(join(folder, 'action.yaml'), 'a: 1\n');
  const variant = await createVariant(root, settings);
  const read = (name: string) => {
    const path = join(variant.root, 'specs/desk', name);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
  const files = [read('bot.yaml'), read('action.yaml')];
  await variant.close();
  return [...files, existsSync(variant.root)];
}

const BOT = 'name:   Desk\ncredentials: { mode: either }\n';

it.each<[bot: string | undefined, settings: VariantSettings, copied: string | undefined]>([
  [BOT, {}, BOT],
  [BOT, { credentials: 'accessToken' }, 'name: Desk\ncredentials: { mode: accessToken }\n'],
  [BOT, { audience: 'shopper' }, 'name: Desk\ncredentials: { mode: either }\naudience: shopper\n'],
  ['name:   Desk\n', { credentials: 'accessToken' }, 'name:   Desk\n'],
  ['name:   Desk\n', { audience: 'shopper' }, 'name: Desk\naudience: shopper\n'],
  ['name:   [', { credentials: 'accessToken', audience: 'shopper' }, 'name:   ['],
  [undefined, { audience: 'shopper' }, undefined],
])('%j with %j is %j', async (bot, settings, copied) => {
  expect(await variantOf(bot, settings)).toEqual([copied, 'a: 1\n', false]);
});
