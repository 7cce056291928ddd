import { join } from 'node:path';
import { format } from 'prettier';
import { beforeAll, describe, expect, test } from 'vitest';
import { readSpecs, type SpecFolder } from '../../generator/source/read';
import type { Component, Target } from '../../kore/format';
import { botOf, built, edited, PROJECT, specsOf } from '../build/specs';

const shopify = specsOf('shopify');

/** Every script that a built bot has, by what it belongs to. */
function scriptsOf(folder: SpecFolder, target: Target = 'xo10'): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const read = ({ name, script, message }: Component) => {
    if (script !== undefined) found.set(name, decodeURIComponent(script));
    for (const { channel, localeData } of message ?? [])
      for (const [language, { type, text }] of Object.entries(localeData))
        if (type === 'uxmap') found.set(`${name}.${channel}.${language}`, decodeURIComponent(text));
  };
  built(botOf(folder), target).definition.dialogComponents.forEach(read);
  return found;
}

/** The lines that a change adds to scripts, and those that it takes away, by script. */
function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [was, is] = [before, after].map((scripts) => (scripts.get(name) ?? '').split('\n'));
    const added = is?.filter((line) => !was?.includes(line)) ?? [];
    const removed = was?.filter((line) => !is?.includes(line)) ?? [];
    return added.length + removed.length > 0 ? [{ name, added, removed }] : [];
  });
}

const catalogue = (id: string) => readSpecs(join(__dirname, '../catalogue'), id);

test.each(['shopify', 'parcels', 'zendesk'])('a formatter leaves every script of %s alone', async (id) => {
  for (const [name, script] of scriptsOf(id === 'zendesk' ? catalogue(id) : specsOf(id)))
    expect([name, await format(`${script}\n`, { parser: 'babel', printWidth: 200 })]).toEqual([name, `${script}\n`]);
});

test('scripts are the same on both targets', () => {
  expect(Object.fromEntries(scriptsOf(shopify, 'xo11'))).toEqual(Object.fromEntries(scriptsOf(shopify)));
});

describe('small changes stay small:', () => {
  const before = scriptsOf(shopify);

  test('an edited text changes one line of one message for each channel', () => {
    const after = scriptsOf(
      edited(shopify, 'get-order-details.yaml', (t) => t.replace('label: Going to', 'label: To')),
    );
    expect(changed(before, after)).toEqual(
      ['default', 'rtm'].map((channel) => ({
        name: `getOrderDetailsFound.${channel}.en`,
        added: ['row("To", answer.area);'],
        removed: ['row("Going to", answer.area);'],
      })),
    );
  });

  test('an added field is one line of the answer script', () => {
    const after = scriptsOf(
      edited(shopify, 'get-product-details.yaml', (t) =>
        t.replace('    vendor: vendor\n', '    vendor: vendor\n    state: status\n'),
      ),
    );
    expect(changed(before, after)).toEqual([
      { name: 'getProductDetailsAnswer', added: ['    state: text(found.status),'], removed: [] },
    ]);
  });

  test('a filter that is not used any more takes its function along', () => {
    const after = scriptsOf(
      edited(shopify, 'get-product-details.yaml', (t) => t.replace('description | truncate(240)', 'description')),
    );
    expect(after.get('getProductDetailsAnswer')).not.toContain('truncate');
    expect(after.get('getProductDetailsAnswer')).toContain('    about: text(found.description),');
  });
});

describe('weights', () => {
  const scripts = scriptsOf(shopify);
  const median = (values: readonly number[]) => {
    const sorted = [...values].sort((a, b) => a - b);
    const [low = 0, high = 0] = [sorted.length - 1, sorted.length].map((twice) => sorted[Math.floor(twice / 2)]);
    return (low + high) / 2;
  };
  let messages: readonly number[];

  beforeAll(() => {
    messages = [...scripts].filter(([name]) => name.includes('.')).map(([, script]) => Buffer.byteLength(script));
  });

  test.each([
    ['the shop', scripts, 52],
    ['what the project ships', scriptsOf(readSpecs(PROJECT, 'shopify')), 40],
  ])('a script of %s is no longer than a person reads at once', (_, made, most) => {
    const lines = [...made].filter(([name]) => !name.includes('.')).map(([, script]) => script.split('\n').length);
    expect(Math.max(...lines)).toBeLessThanOrEqual(80);
    expect(median(lines)).toBeLessThanOrEqual(most);
  });

  test('a message is short', () => {
    expect(median(messages)).toBeLessThanOrEqual(560);
    expect(Math.max(...messages)).toBeLessThanOrEqual(2200);
  });

  test.each([
    ['xo10', 40_000],
    ['xo11', 45_000],
  ] as const)('a dialog of %s with its components weighs less than %d bytes on average', (target, most) => {
    const { dialogs, dialogComponents } = built(botOf(shopify), target).definition;
    const bytes = JSON.stringify(dialogs).length + JSON.stringify(dialogComponents).length;
    expect(bytes / dialogs.length).toBeLessThan(most);
  });
});
