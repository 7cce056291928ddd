import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../build/specs';
import { notices, runtimePackages } from './licences';

const read = (name: string) => readFileSync(join(PROJECT, name), 'utf8');

test('every package that is installed with the product is in the notices, with its licence and whose it is', () => {
  expect(read('NOTICES.md')).toBe(notices());
  expect(runtimePackages().filter(({ copyright }) => copyright === '')).toEqual([]);
  expect(runtimePackages().length).toBeGreaterThan(100);
});

/** Licences that let anyone use, change and pass on. */
const OPEN =
  /^\(?(MIT(-0)?|ISC|0BSD|BSD(-[23]-Clause)?|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Python-2\.0|Zlib|WTFPL|( OR | AND ))+\)?\*?$/;

test('each licence is an open one', () => {
  expect(runtimePackages().filter(({ licence }) => !OPEN.test(licence))).toEqual([]);
});

test('the lock file names no host, every package has a checksum, and none is fetched from elsewhere', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly integrity?: string }>>;
  };
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  expect(entries.length).toBeGreaterThan(100);
  for (const [path, { resolved, integrity }] of entries) {
    expect([path, resolved ?? 'https://registry.npmjs.org/']).toEqual([
      path,
      expect.stringMatching(/^https:\/\/registry\.npmjs\.org\//),
    ]);
    expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha(512|1)-/)]);
  }
  expect(read('package-lock.json')).not.toMatch(/git\+|"file:|_authToken/);
});

test('every test that SECURITY.md names is there', () => {
  const named = [...read('SECURITY.md').matchAll(/`(test\/[\w./-]+?\.ts)`(?:: “([^”]+)”)?/g)];
  expect(named.length).toBeGreaterThan(20);
  for (const [, file = '', name] of named) expect(read(file), file).toContain(name ?? '');
});

test('the libraries inside the chat window are those that SECURITY.md and the notices name', () => {
  const bundle = read('node_modules/kore-web-sdk/dist/umd/kore-web-sdk-umd-chat.min.js');
  const notices = read('preview/page/chat/NOTICES.md');
  for (const [library, version] of [
    ['DOMPurify', '3.0.2'],
    ['jQuery', '3.6.4'],
    ['lodash', '3.10.1'],
  ] as const) {
    expect(bundle).toContain(`"${version}"`);
    expect(read('SECURITY.md')).toContain(`${library} ${version}`);
    expect(notices).toMatch(new RegExp(`\\| ${library}.*\\| ${version} `));
  }
});
