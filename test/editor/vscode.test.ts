import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { PROJECT, rootWith } from '../build/specs';
import { editorIn } from './own-editor';

interface Started {
  readonly module: string;
  readonly args: readonly string[];
  readonly options: { readonly cwd: string };
}

/** Runs the extension of a project with a stand-in for VS Code, as far as it starts the server. */
async function activated(
  root: string,
): Promise<{ readonly started: readonly Started[]; readonly warned: readonly string[] }> {
  const started: Started[] = [];
  const warned: string[] = [];
  class LanguageClient {
    constructor(_id: string, _name: string, server: Started) {
      started.push(server);
    }
    start = () => Promise.resolve();
    dispose = () => Promise.resolve();
  }
  vi.doMock('vscode-languageclient/node', () => ({ LanguageClient, TransportKind: { stdio: 0 } }));
  const { start } = await import('../../editor/vscode.js');
  const vscode = {
    workspace: { workspaceFolders: [{ uri: { fsPath: root } }] },
    window: { showWarningMessage: (text: string) => void warned.push(text) },
  };
  const load = Module as unknown as { _load: (name: string, ...rest: unknown[]) => unknown };
  const before = load._load;
  load._load = (name, ...rest) =>
    name === 'vscode' ? vscode : name.endsWith('vscode.js') ? { start } : before(name, ...rest);
  try {
    const extension = join(PROJECT, 'starter/vscode/extensions/kore-action-templates/extension.js');
    const { activate } = createRequire(__filename)(extension) as { activate: (context: object) => Promise<void> };
    await activate({ subscriptions: [] });
  } finally {
    load._load = before;
  }
  return { started, warned };
}

/** What the client of VS Code puts behind the arguments that it is given, for a server over standard input and output. */
function added(): readonly string[] {
  const client = readFileSync(join(PROJECT, 'node_modules/vscode-languageclient/lib/node/main.js'), 'utf8');
  const flags = new Set([...client.matchAll(/args\.push\(['`](--[\w-]+)/g)].map(([, flag = '']) => flag));
  const others = ['--node-ipc', '--pipe', '--socket'];
  expect([...flags].filter((flag) => !others.includes(flag)).sort()).toEqual(['--clientProcessId', '--stdio']);
  return ['--stdio', `--clientProcessId=${process.pid}`];
}

test('the extension of a project starts the server of the tool that is installed there', async () => {
  const root = rootWith('parcels');
  expect((await activated(root)).warned).toEqual([
    'kore-action-templates is not installed: run npm install, then reload the window.',
  ]);
  mkdirSync(join(root, 'node_modules'));
  symlinkSync(PROJECT, join(root, 'node_modules/kore-action-templates'), 'junction');
  vi.resetModules();
  const { started, warned } = await activated(root);
  expect(warned).toEqual([]);
  expect(started).toMatchObject([
    { module: join(PROJECT, 'lib/cli/main.js'), args: ['editor'], options: { cwd: root } },
  ]);
  const editor = await editorIn(root, ...(started[0]?.args ?? []), ...added());
  const path = 'specs/parcels/find-points.yaml';
  await editor.type(path, 'titel: x\n');
  await editor.until(() => editor.told.some(({ diagnostics }) => diagnostics.length > 0));
  await editor.stop();
});

test('no extension is asked for by a name that anybody could take on a marketplace', () => {
  const { recommendations } = JSON.parse(readFileSync(join(PROJECT, 'starter/vscode/extensions.json'), 'utf8')) as {
    readonly recommendations: readonly string[];
  };
  expect(recommendations).toEqual(['redhat.vscode-yaml']);
});
