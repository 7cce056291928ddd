import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { PROJECT } from '../build/specs';

export interface Told {
  readonly uri: string;
  readonly diagnostics: readonly {
    readonly code: string;
    readonly message: string;
    readonly codeDescription: { readonly href: string };
    readonly range: { readonly start: { readonly line: number; readonly character: number } };
  }[];
}

interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** An editor that talks to the project's own language server over stdio, as `npm run editor` starts it. */
export interface Editor {
  /** Everything the server has told, the last at the end. */
  readonly told: readonly Told[];
  readonly uriOf: (path: string) => string;
  /** Shows a file with a text, as if it had been typed. */
  readonly type: (path: string, text: string) => Promise<void>;
  /** Resolves when the server has told what is wanted. */
  readonly until: (wanted: () => boolean) => Promise<void>;
  /** Sends a request about the place of the mark `‸` in a text, which is shown without it. */
  readonly ask: <T>(method: string, path: string, marked: string, more?: object) => Promise<T>;
  readonly offered: (path: string, marked: string) => Promise<readonly string[]>;
  readonly hover: (path: string, marked: string) => Promise<string | undefined>;
  /** `path:line:column`, counted from 1. */
  readonly definition: (path: string, marked: string) => Promise<string | undefined>;
  /** The files as they are after a renaming, or why it is refused. */
  readonly renamed: (path: string, marked: string, to: string) => Promise<Readonly<Record<string, string>> | string>;
  readonly stop: () => Promise<void>;
}

export const MARK = '‸';

/** Starts the server in a project, with an editor that listens. */
export async function editorIn(root: string, ...args: readonly string[]): Promise<Editor> {
  const server = spawn(
    process.execPath,
    [join(PROJECT, 'lib', 'cli', 'main.js'), ...(args.length > 0 ? args : ['editor'])],
    {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const told: Told[] = [];
  let waiting: (() => void)[] = [];
  connection.onNotification('textDocument/publishDiagnostics', (one: Told) => {
    told.push(one);
    for (const look of waiting) look();
  });
  connection.listen();
  const uriOf = (path: string) => pathToFileURL(join(root, path)).href;
  await connection.sendRequest('initialize', {
    ...{ processId: process.pid, rootUri: pathToFileURL(root).href, capabilities: {} },
  });
  await connection.sendNotification('initialized', {});

  const versions = new Map<string, number>();
  const type = async (path: string, text: string) => {
    const uri = uriOf(path);
    const version = (versions.get(path) ?? 0) + 1;
    versions.set(path, version);
    if (version === 1)
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'yaml', version, text },
      });
    else
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
  };
  const ask = async <T>(method: string, path: string, marked: string, more: object = {}): Promise<T> => {
    const lines = marked.slice(0, marked.indexOf(MARK)).split('\n');
    if (!marked.includes(MARK)) throw new Error(`no ${MARK} in ${marked}`);
    await type(path, marked.replace(MARK, ''));
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    return connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: uriOf(path) }, position, ...more });
  };
  const saved = (path: string) => readFileSync(join(root, path), 'utf8');
  return {
    told,
    uriOf,
    type,
    ask,
    until: (wanted) =>
      new Promise((resolve) => {
        const look = () => {
          if (!wanted()) return;
          waiting = waiting.filter((one) => one !== look);
          resolve();
        };
        waiting.push(look);
        look();
      }),
    offered: async (path, marked) =>
      (await ask<readonly { readonly label: string }[]>('completion', path, marked)).map(({ label }) => label),
    hover: async (path, marked) =>
      (await ask<{ readonly contents: { readonly value: string } } | null>('hover', path, marked))?.contents.value,
    definition: async (path, marked) => {
      const found = await ask<{ readonly uri: string; readonly range: Range } | null>('definition', path, marked);
      if (!found) return undefined;
      const { line, character } = found.range.start;
      return `${found.uri.slice(uriOf('').length + 1)}:${line + 1}:${character + 1}`;
    },
    renamed: async (path, marked, newName) => {
      try {
        const { changes } = await ask<{
          changes: Readonly<Record<string, readonly { range: Range; newText: string }[]>>;
        }>('rename', path, marked, { newName });
        return Object.fromEntries(
          Object.entries(changes).map(([uri, edits]) => {
            const name = uri.slice(uriOf('').length + 1);
            return [name, changed(name === path ? marked.replace(MARK, '') : saved(name), edits)];
          }),
        );
      } catch (error) {
        return (error as Error).message;
      }
    },
    stop: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      connection.dispose();
    },
  };
}

function changed(text: string, edits: readonly { range: Range; newText: string }[]): string {
  const starts = text.split('\n').reduce<number[]>((all, line) => [...all, (all.at(-1) ?? 0) + line.length + 1], [0]);
  const at = ({ line, character }: Range['start']) => (starts[line] ?? 0) + character;
  return [...edits]
    .sort((a, b) => at(b.range.start) - at(a.range.start))
    .reduce((now, { range, newText }) => now.slice(0, at(range.start)) + newText + now.slice(at(range.end)), text);
}
