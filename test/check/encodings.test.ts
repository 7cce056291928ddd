import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSchema } from '../../apis/graphql/schema';
import { collect, type Diagnostic } from '../../generator/diagnostics/diagnostic';
import { positionOf } from '../../generator/diagnostics/print';
import { readWritten } from '../../generator/read';
import { decodeUtf8 } from '../../generator/source/decode';
import { readProjectFile } from '../../generator/source/project-file';
import { readSpecs } from '../../generator/source/read';
import { baseBot } from './scenario';

let root = '';
let remove = () => {};
beforeEach(() => ({ root, remove } = baseBot()));
afterEach(() => remove());

const spec = (name: string) => join(root, 'specs/shop', name);

function found(): readonly Diagnostic[] {
  const { report, diagnostics } = collect();
  readWritten(readSpecs(root, 'shop'), report);
  return diagnostics;
}

describe('a spec that is no UTF-8', () => {
  const order = () => readFileSync(spec('get-order.yaml'), 'utf8');

  test('but Latin-1, is refused at the line of the first letter that is none', () => {
    writeFileSync(spec('get-order.yaml'), order().replace('whether it is paid', 'si está pagado'), 'latin1');
    const [finding] = found();
    expect(finding?.code).toBe('not-utf8');
    expect(finding && positionOf(finding.place).line).toBe(2);
    expect(finding?.message).toContain('Save it as UTF-8');
  });

  test.each([
    ['little endian with a mark', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['little endian', (text: string) => Buffer.from(text, 'utf16le')],
    ['big endian with a mark', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['big endian', (text: string) => Buffer.from(text, 'utf16le').swap16()],
  ])('but UTF-16, %s, is called so', (_what, encoded) => {
    writeFileSync(spec('get-order.yaml'), encoded(order()));
    expect(found().map(({ code, message }) => [code, message])).toEqual([
      ['not-utf8', 'This file is UTF-16. Save it as UTF-8.'],
    ]);
  });

  test.each(['plain', 'ä€𝒳 and more', '\uFEFFwith a mark', ''])('%j is read as it was written', (text) => {
    expect(decodeUtf8(Buffer.from(text))).toEqual({ text: text.replace('\uFEFF', '') });
  });

  test('the place is that of the byte, behind letters of several bytes', () => {
    const bytes = Buffer.concat([Buffer.from('ok: 1\nä€: '), Buffer.from([0xe4, 0x0a])]);
    expect(decodeUtf8(bytes).wrong?.at).toBe(Buffer.byteLength('ok: 1\nä€: '));
  });
});

describe('a file of the project is a regular file inside it', () => {
  const refusal = (path: string, most?: number) => {
    const file = readProjectFile(root, path, most);
    return 'refused' in file ? file.refused : 'read';
  };

  test('no link, no pipe, no folder, nothing above the limit, nothing outside', () => {
    writeFileSync(join(root, 'a.txt'), 'twelve bytes');
    symlinkSync(join(root, 'a.txt'), join(root, 'link.txt'));
    symlinkSync(root, join(root, 'folder'));
    symlinkSync('/dev/zero', join(root, 'zero'));
    symlinkSync('/proc/self/environ', join(root, 'environ'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
    mkdirSync(join(root, 'sub'));
    expect(
      ['a.txt', 'link.txt', 'folder/a.txt', 'zero', 'environ', 'pipe', 'sub', 'none', '../x', 'sub/../a.txt'].map(
        (path) => refusal(path),
      ),
    ).toEqual(['read', 'link', 'link', 'link', 'link', 'odd', 'odd', 'missing', 'missing', 'missing']);
    expect(refusal('a.txt', 12)).toBe('read');
    expect(refusal('a.txt', 11)).toBe('large');
  });

  test.each([
    ['a link to a spec', () => symlinkSync(spec('get-order.yaml'), spec('other.yaml')), 'other.yaml is a link'],
    ['a link to the machine', () => symlinkSync('/proc/self/environ', spec('other.yaml')), 'other.yaml is a link'],
    ['a link for the translations', () => symlinkSync(root, spec('locales')), 'locales is a link'],
    ['a pipe', () => execFileSync('mkfifo', [spec('pipe.yaml')]), 'pipe.yaml is no regular file'],
    ['a huge file', () => writeFileSync(spec('huge.yaml'), Buffer.alloc(10_000_001)), 'huge.yaml is too large'],
  ])('%s is said, not skipped', (_what, make, said) => {
    make();
    const [finding, ...more] = found();
    expect(more).toEqual([]);
    expect(finding?.severity).toBe('error');
    expect(finding?.message).toContain(said);
  });

  test('also a transcript: what the machine keeps gets into no page', () => {
    symlinkSync('/proc/self/environ', spec('get-order.chat'));
    expect(readSpecs(root, 'shop').bytes('get-order.chat')).toBeUndefined();
    writeFileSync(spec('find-products.chat'), 'user: hello\n');
    expect(readSpecs(root, 'shop').bytes('find-products.chat')?.toString()).toBe('user: hello\n');
  });

  test('a schema unpacks to no more than its limit', () => {
    const line = `{"name":"${'x'.repeat(1_000_000)}"}\n`;
    expect(() => openSchema(gzipSync(line.repeat(80)))).toThrow(/larger than/);
  });
});
