import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { run } from '../../cli/program';
import type { Said } from '../cli/recorded';
import { PROJECT } from '../build/specs';
import { wordsOf } from './pages';

export const NAME = 'kore-action-templates';

/** Whoever commits in a test. */
const PERSON = Object.fromEntries(
  ['AUTHOR', 'COMMITTER'].flatMap((who) => [
    [`GIT_${who}_NAME`, 'A'],
    [`GIT_${who}_EMAIL`, 'a@example.com'],
  ]),
);

export interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

export const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

export const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...PERSON } });

/**
 * The project as somebody gets it who clones it, with what is not committed yet, after `npm ci`: its packages are links. With
 * `compiled` it has what `npm ci` compiles, too.
 */
export function clone(into: string, { compiled = false } = {}): void {
  execFileSync('git', ['clone', '-q', PROJECT, into]);
  const list = (...args: readonly string[]) =>
    git(PROJECT, ...args)
      .split('\0')
      .filter((path) => path !== '');
  for (const path of list('ls-files', '-z', '--modified', '--others', '--exclude-standard'))
    if (existsSync(join(PROJECT, path))) cpSync(join(PROJECT, path), join(into, path));
    else git(into, 'rm', '-q', path);
  git(into, 'add', '.');
  if (git(into, 'status', '--porcelain') !== '') git(into, 'commit', '-qm', 'What is not committed yet');
  symlinkSync(join(PROJECT, 'node_modules'), join(into, 'node_modules'), 'junction');
  if (compiled) cpSync(join(PROJECT, 'lib'), join(into, 'lib'), { recursive: true });
}

/** `npm pack`, which compiles first what is not compiled. Gives the file's path. */
export function packed(folder: string, into: string): string {
  const said = execFileSync('npm', ['pack', '--silent', '--pack-destination', into], { cwd: folder, encoding: 'utf8' });
  return join(into, said.trim().split('\n').at(-1) ?? '');
}

/** What `npm install` of the packed file comes to, without asking a registry: its files, and links to what it needs. */
export function install(tarball: string, into: string, { optional = true } = {}): void {
  const installed = join(into, 'node_modules', NAME);
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed]);
  const { dependencies, optionalDependencies } = manifestIn(PROJECT);
  for (const name of Object.keys({ ...dependencies, ...(optional && optionalDependencies) })) {
    mkdirSync(dirname(join(into, 'node_modules', name)), { recursive: true });
    symlinkSync(join(PROJECT, 'node_modules', name), join(into, 'node_modules', name), 'junction');
  }
  const bin = join(into, 'node_modules', '.bin');
  mkdirSync(bin, { recursive: true });
  chmodSync(join(installed, 'lib', 'cli', 'main.js'), 0o755);
  symlinkSync(join(installed, 'lib', 'cli', 'main.js'), join(bin, NAME));
  writeFileSync(
    join(into, 'node_modules', '.package-lock.json'),
    JSON.stringify({ packages: { [`node_modules/${NAME}`]: { resolved: `file:${tarball}` } } }),
  );
}

/** What a project's `package.json` says is installed in it. */
export const installOwn = (project: string): void =>
  install(resolve(project, (manifestIn(project).devDependencies[NAME] ?? '').replace(/^file:/, '')), project);

/** Runs a command as a process of its own, as a person types it. */
export function typed(folder: string, command: string, input = ''): Said {
  const [program = '', ...args] = wordsOf(command);
  const { status, stdout, stderr } = spawnSync(program, args, {
    ...{ cwd: folder, input, encoding: 'utf8' },
    env: { ...process.env, ...PERSON, NO_COLOR: '1' },
  });
  return { code: status ?? undefined, out: stdout, err: stderr };
}

/** Runs `npm run <command> -- …` of a folder as a process of its own, without npm, while servers of this one go on answering. */
export function started(folder: string, command: string, input = ''): Promise<Said> {
  const [, , name = '', , ...args] = wordsOf(command);
  const [, ...script] = wordsOf(manifestIn(folder).scripts[name] ?? '');
  const child = spawn(process.execPath, [...script, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], NO_COLOR: '1', CI: 'true' },
  });
  const told = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => (told.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (told.err += text.toString()));
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code: code ?? undefined, ...told })));
}

/**
 * Runs `npm run <command> -- …` of a folder, or `npx kore-action-templates …`, by the compiled program that the folder's script
 * starts, in this process: starting one takes longer than most commands.
 */
export async function ran(folder: string, command: string): Promise<Said> {
  const words = wordsOf(command).filter((word) => word !== '--silent');
  const isScript = words[0] === 'npm';
  const name = isScript ? (words[2] ?? '') : '';
  const script = isScript ? manifestIn(folder).scripts[name] : `${NAME} ${words.slice(2).join(' ')}`;
  const [, own, called] = /^(node lib\/cli\/main\.js|kore-action-templates) (\S+)/.exec(script ?? '') ?? [];
  if (own === undefined || called === undefined) throw new Error(`${folder} has no command for "${command}"`);
  const tool = own === NAME ? join(folder, 'node_modules', NAME) : folder;
  const program = createRequire(join(tool, 'package.json'))(join(tool, 'lib/cli/program.js')) as {
    readonly run: typeof run;
  };
  const args = isScript ? [called, ...words.slice(words[3] === '--' ? 4 : 3)] : words.slice(2);
  const told = { out: '', err: '' };
  let code: number | undefined;
  Object.assign(process.env, PERSON);
  await program.run(args, {
    ...{ root: folder, env: {}, colorOut: false, end: (given) => (code = given) },
    console: {
      color: false,
      out: (text) => void (told.out += `${text}\n`),
      err: (text) => void (told.err += `${text}\n`),
      fail: (text) => ((told.err += `${text}\n`), 2),
    },
  });
  return { code, ...told };
}

/** Gives every text below a folder the line ends of Windows. */
export function asOnWindows(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(yaml|chat|md|json)$/.test(name)) continue;
    const path = join(folder, name);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/\r?\n/g, '\r\n'));
  }
}
