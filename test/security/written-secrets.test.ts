import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { secretGuard, WrittenSecret } from '../../generator/package/written-secrets';
import { rootWith } from '../build/specs';
import { said } from '../cli/recorded';

// Put together here, so that no scanner takes the test itself for a leak.
const RANDOM = 'Zk3vQ9xT1bLw7RfYc2Hd8MnPs5UaGe4J';
const TOKEN = `hf${'_'}${RANDOM}`;

describe('what is written is looked through as the platform reads it', () => {
  const look = (text: string, harmless: readonly string[] = []) =>
    secretGuard(harmless)({ path: 'x.json', pieces: [Buffer.from(text)] });

  test.each<[string, string]>([
    ['as it is', `a ${TOKEN} b`],
    ['percent-encoded', encodeURIComponent(`print("a\nKey: ${TOKEN}");`)],
    ['wholly percent-encoded', `"${TOKEN.replace(/./g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}"`],
    ['in JSON, with escapes', `"${TOKEN.replace('_', '\\u005f')}"`],
    ['in JSON within JSON', JSON.stringify(JSON.stringify({ 'X-Key': TOKEN }))],
    ['too random to be a word', JSON.stringify({ text: RANDOM })],
    ['as a password of an address', `"https%3A%2F%2Fada:${RANDOM.slice(0, 9)}@x.example"`],
    ['as a parameter', `https://x.example/?api_key=${RANDOM.slice(0, 12)}`],
    ['as a bearer token', JSON.stringify({ headers: `{"Authorization":"Bearer ${RANDOM}"}` })],
  ])('%s', (_, text) => expect(() => look(text)).toThrow(WrittenSecret));

  test('but for what is said to be none, ids and pictures', () => {
    look(`a ${TOKEN} b`, [`title: ${TOKEN} # not a secret`]);
    look('"_id": "0f8e7d6c5b4a39281706f5e4", "refId": "01234567-89ab-4cde-8f01-23456789abcd"');
    secretGuard([])({ path: 'a/icon.png', pieces: [Buffer.from(TOKEN)] });
  });
});

describe('a credential in a text that no check of the specs reads', () => {
  let root = '';
  beforeEach(() => void (root = rootWith('parcels')));
  afterEach(() => rmSync(root, { recursive: true }));
  const chapter = (text: string) => writeFileSync(join(root, 'specs', 'parcels', 'install.md'), text);

  test('is not written, and not repeated', async () => {
    chapter(`## Before\n\nUse ${TOKEN}.\n`);
    const { code, out, err } = await said(root, 'build');
    expect(code).toBe(1);
    expect(err).toMatch(/^dist\/parcels\/INSTALL\.md would hold what looks like a token, so nothing was written\./);
    expect(out + err).not.toContain(RANDOM);
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });

  test('unless it is said to be none', async () => {
    chapter(`## Before\n\nUse ${TOKEN} <!-- # not a secret -->.\n`);
    expect((await said(root, 'build')).code).toBe(0);
    expect(readFileSync(join(root, 'dist', 'parcels', 'INSTALL.md'), 'utf8')).toContain(TOKEN);
  });
});
