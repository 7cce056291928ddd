import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { PROJECT } from '../build/specs';

/** What the server says about a stretch of a file. */
export interface Found {
  readonly message: string;
  readonly severity?: number;
  readonly range: { readonly start: Position; readonly end: Position };
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A file that is open in an editor. */
export interface OpenFile {
  /** Places are given as text that stands there; the cursor is behind it, `back` characters to the left. */
  completions(at: string, back?: number): Promise<readonly string[]>;
  hover(at: string): Promise<string>;
  diagnostics(): Promise<readonly Found[]>;
}

/** The language server that VS Code uses for YAML, over standard input and output. */
export interface Server {
  open(path: string, text: string): OpenFile;
  stop(): void;
}

export async function startServer(): Promise<Server> {
  const program = join(PROJECT, 'node_modules/yaml-language-server/bin/yaml-language-server');
  const process_ = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(process_.stdout),
    new StreamMessageWriter(process_.stdin),
  );
  const found = new Map<string, readonly Found[]>();
  const waiting = new Map<string, (diagnostics: readonly Found[]) => void>();
  connection.onNotification('textDocument/publishDiagnostics', (p: { uri: string; diagnostics: readonly Found[] }) => {
    found.set(p.uri, p.diagnostics);
    waiting.get(p.uri)?.(p.diagnostics);
  });
  // No schema store: what helps the author must come from the comments in the file.
  const settings = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section: string }[] }) =>
    items.map(({ section }) => (section === 'yaml' ? settings : {})),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const rootUri = pathToFileURL(PROJECT).href;
  const workspace = { configuration: true, didChangeConfiguration: { dynamicRegistration: true } };
  const capabilities = { workspace, textDocument: { completion: {}, hover: {}, publishDiagnostics: {} } };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri, capabilities, workspaceFolders: [] });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', { settings: { yaml: settings } });
  return {
    open: (path, text) => {
      const uri = pathToFileURL(join(PROJECT, path)).href;
      const textDocument = { uri };
      const opened = connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'yaml', version: 1, text },
      });
      const position = (at: string, back = 0): Position => {
        const index = text.indexOf(at);
        if (index < 0) throw new Error(`${path} does not contain ${JSON.stringify(at)}`);
        const before = text.slice(0, index + at.length - back).split('\n');
        return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
      };
      return {
        completions: async (at, back) => {
          await opened;
          const params = { textDocument, position: position(at, back) };
          const answer = await connection.sendRequest<{ items: readonly { label: string }[] } | null>(
            'textDocument/completion',
            params,
          );
          return (answer?.items ?? []).map((item) => item.label);
        },
        hover: async (at) => {
          await opened;
          const params = { textDocument, position: position(at, 1) };
          const answer = await connection.sendRequest<{ contents: { value: string } } | null>(
            'textDocument/hover',
            params,
          );
          return answer?.contents.value ?? '';
        },
        diagnostics: () =>
          found.get(uri) ? Promise.resolve(found.get(uri) ?? []) : new Promise((resolve) => waiting.set(uri, resolve)),
      };
    },
    stop: () => {
      connection.dispose();
      process_.kill();
    },
  };
}
