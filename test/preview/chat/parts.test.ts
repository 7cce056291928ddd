import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Backend } from '../../../preview/backend';
import { runCommand } from '../../../preview/chat/commands';
import { builtBot, integrationOf } from '../../../preview/chat/find-bot';
import { findStub, findTables } from '../../../preview/chat/find-stub';
import { showPath, showTurn } from '../../../preview/chat/show';
import { chat } from '../../../preview/chat/terminal';
import type { Turn } from '../../../preview/turn';
import type { LocalService } from '../../../services/service';

function project(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'parts-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

describe('which bot is played', () => {
  const one = { 'specs/a/bot.yaml': '' };
  const two = { ...one, 'specs/b/bot.yaml': '' };
  it.each<[files: Record<string, string>, named: string | undefined, found: string | RegExp]>([
    [{}, undefined, /^There is no specs\/<integration>\/bot\.yaml here\.$/],
    [{}, 'a', /^There is no specs/],
    [{ 'specs/c/other.yaml': '' }, undefined, /^There is no specs/],
    [one, undefined, 'a'],
    [one, 'a', 'a'],
    [one, 'b', /^There is no integration "b" below specs\/; there is a\.$/],
    [two, 'b', 'b'],
    [two, undefined, /^Name one of the integrations with --integration: a, b\.$/],
  ])('of %j named %s: %s', (files, integration, found) => {
    const ask = () => integrationOf({ root: project(files), ...(integration === undefined ? {} : { integration }) });
    if (typeof found === 'string') expect(ask()).toBe(found);
    else expect(ask).toThrow(found);
  });

  it.each([
    [true, true, true],
    [false, true, false],
    [true, false, false],
  ])('a build that succeeds: %s, with a zip: %s, gives one: %s', async (built, zip, found) => {
    const root = project({ ...one, ...(zip ? { 'dist/a-xo10.zip': '' } : {}) });
    const bot = builtBot({ root, target: 'xo10', build: () => Promise.resolve(built) });
    if (found) expect(await bot).toBe(join(root, 'dist/a-xo10.zip'));
    else await expect(bot).rejects.toThrow('The bot could not be built.');
  });
});

describe('prepared answers', () => {
  const root = project({
    'specs/a/stubs/default.json': '[{ "url": "own" }]',
    'named.json': '[{ "url": "named" }]',
    'broken.json': '{',
    'tables.json': '{ "t": [{ "n": 1 }] }',
    'odd.json': '[]',
  });
  const urls = (integration: string | undefined, named: string | undefined) =>
    findStub(root, integration, named && join(root, named))?.answers.map(({ url }) => url);
  it('are those that were named, else the own ones, else none', () => {
    expect(urls('a', 'named.json')).toEqual(['named']);
    expect(urls('a', undefined)).toEqual(['own']);
    expect(urls('b', undefined)).toBeUndefined();
    expect(urls(undefined, undefined)).toBeUndefined();
    expect(() => urls('a', 'gone.json')).toThrow(/^There is no file .*gone\.json\.$/);
    expect(() => urls('a', 'broken.json')).toThrow(/broken\.json: not JSON/);
  });

  it('have rows of tables beside them', () => {
    expect(findTables(root, undefined)).toEqual({});
    expect(findTables(root, 'tables.json')).toEqual({ t: [{ n: 1 }] });
    expect(() => findTables(root, 'gone.json')).toThrow('There is no file gone.json.');
    expect(() => findTables(root, 'odd.json')).toThrow(/^odd\.json: tables are an object/);
    expect(() => findTables(root, 'broken.json')).toThrow(/^broken\.json: /);
  });
});

const turn = (more: object = {}) =>
  ({ messages: [], notes: [], path: [], calls: [], ms: 1.6, ...more }) as unknown as Turn;

describe('a command', () => {
  const service = (next: (name: string, options: object) => Promise<void>) =>
    ({ faults: { next, kinds: [{ name: '503', says: 'down' }] } }) as unknown as LocalService;
  const run = async (line: string, last?: Turn, services: readonly LocalService[] = []) => {
    const conversation = {
      context: () => ({ a: 'given-secret', b: 'fetched-secret', c: 'plain-value', d: 'number' }),
      session: () => ({ BotContext: { accessToken: 'fetched-secret', name: 'plain-value', secret: 5 } }),
    };
    const backend = { services, secrets: ['given-secret'] } as unknown as Backend;
    const said = await runCommand(line, { conversation, backend, last } as unknown as Parameters<typeof runCommand>[1]);
    return said === undefined ? undefined : stripVTControlCharacters(said);
  };

  it('shows the context without what is secret', async () => {
    expect(JSON.parse((await run('/context')) ?? '')).toEqual({ a: '••••', b: '••••', c: 'plain-value', d: 'number' });
  });

  it.each<[line: string, last: Turn | undefined, said: string | undefined]>([
    ['/calls', undefined, 'No service was called.'],
    ['/calls', turn(), 'No service was called.'],
    ['/path', undefined, 'Nothing was said yet.'],
    ['/path', turn(), 'No node was visited.'],
    ['/fault 503', undefined, 'Only a service on this machine fails on purpose.'],
    ['/nope', undefined, undefined],
    ['help', undefined, undefined],
  ])('%s', async (line, last, said) => expect(await run(line, last)).toBe(said));

  it('shows calls with their answers, where there are some', async () => {
    const call = { node: 'n', method: 'get', url: 'u', requestHeaders: {}, ms: 2, status: 200 };
    expect(await run('/calls', turn({ calls: [call, { ...call, response: { a: 1 } }] }))).toBe(
      'GET u GET {} → 200, 2 ms\nGET u GET {} → 200, 2 ms\n{\n  "a": 1\n}',
    );
  });

  it('sets a fault, lists those that there are, and hides no other mistake', async () => {
    const asked: unknown[] = [];
    const good = service((...args) => (asked.push(args), Promise.resolve()));
    expect(await run('/fault slow=5', undefined, [good])).toBe('The next request will meet: slow=5');
    await run('/fault 503', undefined, [good]);
    expect(asked).toEqual([
      ['slow', { value: '5' }],
      ['503', {}],
    ]);
    const unknown = service(() => Promise.reject(new RangeError('none')));
    expect(await run('/fault', undefined, [unknown])).toBe(`Kinds of faults:\n${'503'.padEnd(15)} down`);
    await expect(run('/fault 503', undefined, [service(() => Promise.reject(new Error('broken')))])).rejects.toThrow(
      'broken',
    );
  });
});

describe('a turn at the terminal', () => {
  it('numbers its buttons, and says what a person should see', () => {
    const template = {
      type: 'template',
      payload: { template_type: 'button', text: 'Hi', buttons: [{ title: 'A' }, { title: 'B', url: 'u' }] },
    };
    const notes = [
      { code: 'missing', text: 't', component: 'c', line: 2, column: 3 },
      { code: 'missing', text: 't', line: 2 },
      { code: 'missing', text: 't' },
      { code: 'entity-filled', text: 'unseen' },
    ];
    const messages = [{ rtm: { text: '', template } }, { rtm: { text: 'a\nb' } }];
    expect(stripVTControlCharacters(showTurn(turn({ messages, notes }))).split('\n')).toEqual([
      'bot  Hi',
      '     [1 A] [2 B → u]',
      'bot  a',
      '     b',
      '     missing c:2:3: t',
      '     missing:2: t',
      '     missing: t',
      '     2 ms',
    ]);
  });

  it('has a path of ways', () => {
    const visit = (transition?: unknown) => ({
      component: 'c',
      type: 't',
      ms: 1,
      ...(transition !== undefined && { transition }),
    });
    const path = [visit(), visit('default'), visit(0)];
    expect(stripVTControlCharacters(showPath(turn({ path }))).split('\n')).toEqual([
      'c t, waits, 1.0 ms',
      'c t, otherwise, 1.0 ms',
      'c t, 0, 1.0 ms',
    ]);
  });
});

describe('a chat', () => {
  const file = join(__dirname, '../../fixtures/exports/order-status-botaction.json');
  async function talk(
    lines: string,
    { typed = false, ...more }: { typed?: boolean; json?: boolean; language?: string } = {},
  ) {
    const out: string[] = [];
    const ended: string[] = [];
    const sandbox = {
      run: () => Promise.reject(new Error('no script in this test')),
      close: () => Promise.resolve(void ended.push('sandbox')),
    };
    const input = Object.assign(Readable.from([lines]), { isTTY: typed });
    const console = {
      out: (text: string) => void out.push(stripVTControlCharacters(text)),
      err: () => undefined,
      env: {},
    };
    const root = project({});
    const build = () => Promise.resolve(true);
    try {
      await chat({ root, file, target: 'xo10', build, sandbox, ...more }, input, console);
    } finally {
      expect(ended).toEqual(['sandbox']);
    }
    return out;
  }

  it('repeats what comes through a pipe, leaves empty lines out, and ends at /quit', async () => {
    const out = await talk('\n/nope\n/path\n/quit\n/help\n');
    expect(out[0]).toMatch(/ with no service\. \/help shows what you can do\.$/);
    expect(out.filter((line) => line.startsWith('you '))).toEqual(['you  /nope', 'you  /path']);
    expect(out.find((line) => line.startsWith('There is no /nope.\n'))).toContain('/restart');
  });

  it('is one object a line as JSON, and repeats nothing', async () => {
    const out = await talk('/restart\n', { json: true });
    expect(out).toHaveLength(2);
    for (const line of out) expect(Object.keys(JSON.parse(line) as object)).toEqual(['turn']);
  });

  it('repeats nothing to a person who types', async () => {
    expect((await talk('/path\n', { typed: true })).filter((line) => line.startsWith('you '))).toEqual([]);
  });

  it('speaks the languages of its bot alone', async () => {
    await expect(talk('', { language: 'tlh' })).rejects.toThrow(/does not speak "tlh"; it speaks en/);
    expect(await talk('/quit\n', { language: 'en' })).not.toEqual([]);
  });
});
