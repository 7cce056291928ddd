import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { PROJECT, rootWith } from '../build/specs';
import { build } from '../../generator/build';
import { inOrder } from '../../generator/diagnostics/diagnostic';

interface Told {
  readonly uri: string;
  readonly diagnostics: readonly {
    readonly code: string;
    readonly message: string;
    readonly range: { readonly start: { readonly line: number; readonly character: number } };
  }[];
}

const SPEC = 'specs/parcels/find-points.yaml';
const root = rootWith('parcels');
const uri = pathToFileURL(join(root, SPEC)).href;
const written = readFileSync(join(root, SPEC), 'utf8');
const told: Told[] = [];
let version = 1;
let server: ChildProcess;
let editor: MessageConnection;

beforeAll(async () => {
  server = spawn(process.execPath, [join(PROJECT, 'lib', 'cli', 'main.js'), 'editor'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (!server.stdout || !server.stdin) throw new Error('no pipes');
  editor = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  editor.onNotification('textDocument/publishDiagnostics', (one: Told) => void told.push(one));
  editor.listen();
  await editor.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(root).href,
    capabilities: {},
  });
  await editor.sendNotification('initialized', {});
  await editor.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version, text: written },
  });
}, 60_000);
afterAll(async () => {
  await editor.sendRequest('shutdown');
  await editor.sendNotification('exit');
  server.kill();
});

async function type(text: string): Promise<void> {
  await editor.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: ++version },
    contentChanges: [{ text }],
  });
}

async function until(wanted: () => boolean): Promise<void> {
  for (let i = 0; !wanted(); i++) {
    if (i > 1500) throw new Error(`never told: ${JSON.stringify(told)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The place right behind a text of the spec. */
function behind(text: string, part: string) {
  const lines = text.slice(0, text.indexOf(part) + part.length).split('\n');
  return { textDocument: { uri }, position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 } };
}

test('while one types, the findings are the build’s, at the same places, and go again', async () => {
  const wrong = written.replace('${town | trim}', '${twn | trim}');
  await type(wrong);
  await until(() => (told.at(-1)?.diagnostics.length ?? 0) > 0);
  const { uri: where, diagnostics } = told.at(-1) as Told;
  const { diagnostics: built } = await build(wrongRoot(wrong), 'parcels');
  expect(where).toBe(uri);
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual(
    inOrder(built).map(({ code, message }) => `${code} ${message}`),
  );
  const place = behind(wrong, '/v2/towns/${').position;
  const unknown = diagnostics.find(({ code }) => code === 'unknown-placeholder');
  expect(unknown?.range.start.line).toBe(place.line);
  await type(written);
  await until(() => told.at(-1)?.diagnostics.length === 0);
});

function wrongRoot(text: string): string {
  const other = rootWith('parcels');
  writeFileSync(join(other, SPEC), text);
  return other;
}

test('what fits at the cursor is offered: filters, inputs, actions', async () => {
  const offered = async (at: object) =>
    (await editor.sendRequest<readonly { readonly label: string }[]>('textDocument/completion', at)).map(
      ({ label }) => label,
    );
  expect(await offered(behind(written, '${town | '))).toEqual(expect.arrayContaining(['trim', 'number']));
  expect(await offered(behind(written, 'text: Drop-off points in ${'))).toEqual(
    expect.arrayContaining(['town', 'size', 'points']),
  );
  expect(await offered(behind(written, 'title: Book a pickup, action: '))).toEqual(['book-pickup', 'find-points']);
  expect(await offered(behind(written, 'title: Find'))).toEqual([]);
});

test('a word is explained, and found where it is defined', async () => {
  interface Hover {
    readonly contents: { readonly value: string };
  }
  const hover = await editor.sendRequest<Hover>('textDocument/hover', behind(written, '${town | tr'));
  expect(hover.contents.value).toMatch(/^`trim` \(filter\): /);
  const defined = (at: object) => editor.sendRequest('textDocument/definition', at);
  expect(await defined(behind(written, 'text: Drop-off points in ${to'))).toMatchObject({
    uri,
    range: { start: behind(written, '\ninputs:\n  ').position },
  });
  expect(await defined(behind(written, 'action: book-p'))).toMatchObject({
    uri: uri.replace('find-points', 'book-pickup'),
  });
});
