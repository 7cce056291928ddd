import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../generator/build';
import { loadTemplates } from '../../generator/render/load';
import { PROJECT, rootWith, temporary, templates } from './specs';

/** Gives every text below a folder the line ends of Windows. */
function asOnWindows(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (statSync(path).isDirectory() || /\.(png|gz)$/.test(name)) continue;
    writeFileSync(path, readFileSync(path, 'utf8').replace(/\r?\n/g, '\r\n'));
  }
}

test.each(['shopify', 'parcels'])(
  '%s has the same bytes when specs and templates have the line ends of Windows',
  async (id) => {
    const there = await build(rootWith(id), id, templates);
    const root = rootWith(id);
    asOnWindows(join(root, 'specs'));
    const copy = join(temporary(), 'templates');
    cpSync(join(PROJECT, 'templates'), copy, { recursive: true });
    asOnWindows(copy);
    const here = await build(root, id, loadTemplates(copy));
    expect(here.files?.length).toBeGreaterThan(10);
    for (const { path, bytes } of here.files ?? [])
      expect([path, there.files?.find((file) => file.path === path)?.bytes.equals(bytes)]).toEqual([path, true]);
  },
);
