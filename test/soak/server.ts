import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The preview, started as its npm script starts it, in a process of its own. */
export interface Server {
  readonly url: string;
  /** Megabytes that the server, the sandbox of its scripts and the process that builds the specs hold now. */
  readonly memory: () => Promise<Memory>;
  /** What it wrote to stderr, and whether it has ended by itself. */
  readonly complaints: () => string;
  readonly close: () => Promise<void>;
}

export interface Memory {
  readonly server: number;
  readonly sandbox: number;
  readonly builder: number;
}

const PROJECT = join(__dirname, '..', '..');

/** Starts `npm run preview` without npm around it. Rejects, with what it said, when no address comes. */
export async function startServer(): Promise<Server> {
  const child = spawn(process.execPath, [join(PROJECT, 'lib', 'cli', 'main.js'), 'preview', '--port', '0'], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  const gone = new Promise<void>((resolve) =>
    child.once('close', (code) => {
      complaints += `the server ended with ${code}\n`;
      resolve();
    }),
  );
  child.stderr.on('data', (text: Buffer) => (complaints += String(text)));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(String(text))?.[0];
      if (found !== undefined) resolve(found);
    });
    void gone.then(() => reject(new Error(complaints)));
  });
  return {
    url,
    memory: () => memoryOf(child.pid ?? 0),
    complaints: () => complaints,
    close: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

const KB_PER_MB = 1024;

async function memoryOf(server: number): Promise<Memory> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,rss=,args=']);
  const processes = stdout.split('\n').flatMap((row) => {
    const [, pid, parent, kb, command = ''] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s(.*)/.exec(row) ?? [];
    return Number(pid) === server || Number(parent) === server
      ? [{ own: Number(pid) === server, megabytes: Number(kb) / KB_PER_MB, command }]
      : [];
  });
  const held = (wanted: (process: { readonly own: boolean; readonly command: string }) => boolean) =>
    processes.filter(wanted).reduce((sum, { megabytes }) => sum + megabytes, 0);
  return {
    server: held(({ own }) => own),
    sandbox: held(({ own, command }) => !own && command.includes('sandbox')),
    builder: held(({ own, command }) => !own && command.includes('watch-child')),
  };
}
