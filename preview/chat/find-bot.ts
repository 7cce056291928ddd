import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './console';
import { ownModule } from '../own-module';

export interface Wanted {
  /** A folder that holds `specs/`. */
  readonly root: string;
  readonly integration?: string;
  readonly target: 'xo10' | 'xo11';
}

/**
 * The zip of a built bot. Builds first when there is none, or when it is older than the specs; `say` is told so. Throws a
 * `UsageError` when there is nothing to build, or when the build fails (which has then said why).
 */
export async function builtBot(wanted: Wanted, say: (text: string) => void): Promise<string> {
  const { root, target } = wanted;
  const path = join(root, 'dist', `${integrationOf(wanted)}-${target}.zip`);
  const sources = [join(root, 'specs'), join(PROJECT, 'templates'), join(PROJECT, 'generator')];
  const newest = Math.max(...sources.map(newestBelow));
  if (existsSync(path) && statSync(path).mtimeMs >= newest) return path;
  say('Building …');
  if ((await build(root)) !== 0 || !existsSync(path)) throw new UsageError('The bot could not be built.');
  // A build leaves alone what stays the same; the file is up to date all the same.
  utimesSync(path, new Date(), new Date());
  return path;
}

const PROJECT = join(__dirname, '..', '..');

function integrationOf({ root, integration }: Wanted): string {
  const specs = join(root, 'specs');
  const known = (existsSync(specs) ? readdirSync(specs) : []).filter((name) =>
    existsSync(join(specs, name, 'bot.yaml')),
  );
  if (integration !== undefined && known.includes(integration)) return integration;
  const [only, another] = known;
  if (only === undefined) throw new UsageError('There is no specs/<integration>/bot.yaml here.');
  if (integration !== undefined)
    throw new UsageError(`There is no integration "${integration}" below specs/; there is ${known.join(', ')}.`);
  if (another === undefined) return only;
  return known.includes('shopify') ? 'shopify' : only;
}

function newestBelow(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((newest, entry) => Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}

/** Runs the build command; its complaints go where this process's go. */
function build(root: string): Promise<number> {
  const { file, execArgv, env } = ownModule(join(PROJECT, 'cli', 'generator', 'program'));
  const child = spawn(process.execPath, [...execArgv, file, 'build'], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
