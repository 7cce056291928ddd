import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nluFor } from '../../preview/nlu';
import { PROJECT, rootWith } from '../build/specs';
import { botBuilder } from '../conversations/variants';
import { said } from '../cli/recorded';

const read = (path: string) => readFileSync(join(PROJECT, path), 'utf8');
const PAGES = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(PROJECT, 'docs')).map((name) => `docs/${name}`)];
const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };

describe.each(PAGES)('%s', (page) => {
  const text = read(page);

  test('links to what is there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(join(PROJECT, dirname(page), path)))).toEqual([]);
  });

  test('names scripts that there are', () => {
    const named = [...text.matchAll(/npm run (?:--silent )?([\w-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('the README', () => {
  test('has at most 150 lines', () => {
    expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(150);
  });

  test('gives sentences to try that start an action', async () => {
    const [, paragraph = ''] = /## Sentences to try\n\n([^]*?)\n## /.exec(read('README.md')) ?? [];
    const sentences = [...paragraph.matchAll(/(?:^|· |\n)`([a-z][^`]*)`/g)].map(([, sentence = '']) => sentence);
    expect(sentences.length).toBeGreaterThanOrEqual(4);
    const nlu = nluFor(await botBuilder(PROJECT)({ integration: 'shopify', target: 'xo10' }), 'en');
    expect(sentences.filter((sentence) => !('dialog' in nlu.match(sentence)))).toEqual([]);
  });
});

test('the recipes for CI run as they are written', async () => {
  const root = rootWith('parcels');
  const steps = [...read('docs/ci.md').matchAll(/npm run (build|check)((?: -- [^'\n]*)?)'?$/gm)];
  expect(steps.length).toBeGreaterThanOrEqual(8);
  for (const [step, command = '', flags = ''] of steps) {
    const words = flags
      .replace(/^ -- /, '')
      .split(' ')
      .filter((word) => word !== '');
    const { code, err } = await said(root, command, ...words);
    expect({ step, code, err }).toEqual({ step, code: 0, err: '' });
    for (const [, file = ''] of flags.matchAll(/-o (\S+)/g)) expect(existsSync(join(root, file))).toBe(true);
  }
});
