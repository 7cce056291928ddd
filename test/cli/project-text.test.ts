import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectText } from '../../cli/run/project-text';

const outside = mkdtempSync(join(tmpdir(), 'project-text-'));
const root = join(outside, 'project');
mkdirSync(join(root, 'specs', 'shop', 'conversations'), { recursive: true });
mkdirSync(join(root, 'specs', 'shop', 'folder.chat'));
writeFileSync(join(outside, 'secret.json'), '[]');
writeFileSync(join(root, 'specs', 'shop', 'stub.json'), '[1]');
symlinkSync('/dev/zero', join(root, 'specs', 'shop', 'zero.chat'));
symlinkSync('/proc/self/environ', join(root, 'specs', 'shop', 'environ.chat'));
symlinkSync(outside, join(root, 'specs', 'out'));
afterAll(() => rmSync(outside, { recursive: true }));

test('a file of the project is read, also from a folder beside', () => {
  expect(projectText(root, 'specs/shop/stub.json')).toBe('[1]');
  expect(projectText(root, 'specs/shop/conversations/../stub.json')).toBe('[1]');
});

test.each([
  ['specs/shop/gone.chat', 'there is no such file'],
  ['specs/shop/../../../secret.json', 'there is no such file'],
  ['../secret.json', 'there is no such file'],
  ['specs/out/secret.json', 'a link is not followed'],
  ['specs/shop/zero.chat', 'a link is not followed'],
  ['specs/shop/environ.chat', 'a link is not followed'],
  ['specs/shop/folder.chat', 'no regular file'],
])('%s is not read: %s', (path, why) => {
  expect(() => projectText(root, path)).toThrow(`${path}:1: `);
  expect(() => projectText(root, path)).toThrow(why);
});
