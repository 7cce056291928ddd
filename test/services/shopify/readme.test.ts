import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storeAt } from './store-client';

const readme = readFileSync(join(__dirname, '../../../services/shopify/README.md'), 'utf8');
const { data } = storeAt();

test('every id the README names is in the shop', () => {
  const ids = new Set([...data.byGid.keys()].map((gid) => gid.split('/').at(-1)));
  const named = [...readme.matchAll(/`(\d{13})`/g)].map(([, id]) => id ?? '');
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});

test('rows of one object name it as the shop does', () => {
  const names = new Map<string, string>([
    ...[...data.products, ...data.collections].map((node) => [node.legacyResourceId, node.title] as const),
    ...data.customers.map((c) => [c.legacyResourceId, c.displayName] as const),
    ...data.orders.map((o) => [o.legacyResourceId, o.name] as const),
  ]);
  const rows = [...readme.matchAll(/^\| (.+?) +\| `(\d{13})` +\|/gm)].map(([, label = '', id = '']) => [
    label.replaceAll('`', ''),
    names.get(id) ?? '',
  ]);
  expect(rows.length).toBeGreaterThan(40);
  for (const [label = '', name = ''] of rows) {
    if (/^\d+ |^#\d+ …/.test(label)) continue;
    expect([label, name.slice(0, 12), label.startsWith(name.slice(0, 12))]).toEqual([label, name.slice(0, 12), true]);
  }
});
