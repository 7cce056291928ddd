import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT, SHOP } from '../../build/specs';
import { zipOf } from '../../conversations/variants';

const folder = mkdtempSync(join(tmpdir(), 'chat-'));
const zip = join(folder, 'bot.zip');
const broken = join(folder, 'broken.zip');

beforeAll(async () => {
  writeFileSync(zip, await zipOf(SHOP, { integration: 'shopify', target: 'xo10', credentials: 'clientCredentials' }));
  writeFileSync(broken, 'PK nothing');
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

/** Runs a command of the preview; `until` ends it once it has printed so much. */
function run(
  args: readonly string[],
  { input = '', env = {}, until }: { input?: string; env?: NodeJS.ProcessEnv; until?: RegExp } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [join(PROJECT, 'lib', 'cli', 'main.js'), ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], NO_COLOR: '1', ...env },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    out += part;
    if (until?.test(out) === true) child.kill('SIGINT');
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => (err += part));
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ out, err, code })));
}

describe('chat', () => {
  it('plays an export with an odd object in it, and says what was odd', async () => {
    const odd = join(folder, 'botDefinition.json');
    writeFileSync(odd, JSON.stringify({ defaultLanguage: 'en', dialogs: [{ lname: 'lost' }], sentences: [7] }));
    const { err, code } = await run(['chat', odd], { input: '/quit\n' });
    expect(code).toBe(0);
    expect(err).toContain('In the export: a dialog without _id and refId; left out (botDefinition.json#/dialogs/0)');
    expect(err).toContain('a number where a training sentence belongs; left out (botDefinition.json#/sentences/0)');
  });

  it('greets, takes text and numbers, and shows what happened', async () => {
    const lines = ['2', 'kettle', '/path', '/calls', '1', '/context', '/quit', 'never said'];
    const { out, err, code } = await run(['chat', zip], { input: `${lines.join('\n')}\n` });
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out).toContain('[1 Find an order] [2 Find products]');
    expect(out).toContain('you  find products by name');
    expect(out).toContain('- Overbooked Kettle');
    expect(out).toMatch(/^getProductsByNameService service/m);
    expect(out).toMatch(/GetProductsByName \{"search":.*→ 200/);
    expect(out).toContain('you  details of product 7700000000121');
    expect(out).toContain('"currentLanguage": "en"');
    expect(out).not.toMatch(/(?:preview|secret)_[0-9a-f]{8}/);
    expect(out).not.toContain('never said');
  });

  it('lets the store fail, begins again, and explains what it does not know', async () => {
    const lines = [
      '/fault throttled',
      'show all collections',
      '/fault sleepy',
      '/restart',
      '/calls',
      '/nonsense',
      '99',
    ];
    const { out, code } = await run(['chat', zip], { input: lines.join('\n') });
    expect(code).toBe(0);
    expect(out).toContain('The store is very busy');
    expect(out).toContain('Kinds of faults:\nthrottled');
    expect(out.split('Hello! I can look up')).toHaveLength(3);
    expect(out).toContain('No service was called.');
    expect(out).toContain('There is no /nonsense.');
    expect(out).toContain('I did not understand that');
  });

  it('speaks the other languages of the bot', async () => {
    const { out } = await run(['chat', zip, '--language', 'es'], { input: '/quit\n' });
    expect(out).toContain('¡Hola!');
  });

  it.each([
    ['a file that is no export', ['chat', broken], 1],
    ['a file that is not there', ['chat', 'nothing.zip'], 1],
    ['a folder without specs', ['chat'], 1],
    ['a language the bot does not speak', ['chat', zip, '--language', 'tlh'], 1],
    ['a store name that is none', ['chat', zip, '--store', 'evil.com/x'], 1],
    ['a real store without a token', ['chat', zip, '--store', 'my-shop'], 1],
    ['an unknown target', ['chat', '--target', 'xo9'], 2],
    ['an unknown command', ['talk'], 2],
  ])('ends with a reason for %s', async (_what, args, code) => {
    const ended = await run(args);
    expect(ended.code).toBe(code);
    expect(ended.err).not.toBe('');
    expect(ended.err).not.toContain('    at ');
  });
});

describe('service', () => {
  it('says where it listens and with which token, and ends when it is told to', async () => {
    const { out, code } = await run(['service'], { until: /Ctrl\+C/ });
    expect(out).toMatch(/the local store {2}http:\/\/127\.0\.0\.1:\d+/);
    expect(out).toMatch(/SHOPIFY_ACCESS_TOKEN=preview_[0-9a-f]{32}/);
    expect(code).toBe(0);
  });
});
