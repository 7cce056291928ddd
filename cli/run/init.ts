import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { Console } from '../console';
import { copyIntegration } from './copy-integration';
import { productFolder, productManifest } from '../product';
import { toolFor } from './init-tool';

export interface InitOptions {
  /** One of the integrations that the tool brings, or `empty`. */
  readonly from: string;
  readonly git: boolean;
}

/** npm would take these for its own, so they are kept under other names. */
const RENAMED: Readonly<Record<string, string>> = {
  gitattributes: '.gitattributes',
  gitignore: '.gitignore',
  'env.example': '.env.example',
  vscode: '.vscode',
  github: '.github',
};

/** The commands that a project has as scripts. */
const SCRIPTS = [
  'build',
  'check',
  'watch',
  'new',
  'openapi',
  'diff',
  'chat',
  'preview',
  'channel',
  'service',
  'deploy',
  'pull',
  'editor',
  'schema',
];

/**
 * Makes a project of one's own in a folder. Exit code 0: it is there; 2: the folder cannot be used, or the tool is not
 * installed from anywhere that a project could install it from.
 */
export function initCommand(root: string, named: string, options: InitOptions, console: Console): 0 | 2 {
  const folder = resolve(root, named);
  if (existsSync(folder) && readdirSync(folder).some((name) => name !== '.git'))
    return console.fail(`${named} is not empty. Name a folder that is not there yet.`);
  mkdirSync(folder, { recursive: true });
  const tool = toolFor(folder);
  if (tool === undefined) return console.fail('npm pack could not pack the tool: run npm ci here first.');
  copyStarter(folder);
  if (options.from === 'empty') mkdirSync(join(folder, 'specs'), { recursive: true });
  else copyIntegration(join(productFolder, 'specs', options.from), folder, options.from);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(folder, tool), null, 2)}\n`);
  const committed = options.git && firstCommit(folder);
  console.out(
    [
      `${named} is a project of your own${committed ? ', with a first commit' : ''}. Next:`,
      ...(folder === resolve(root) ? [] : [`  cd ${relative(root, folder) || '.'}`]),
      '  npm install',
      ...(options.from === 'empty' ? ['  npm run new -- integration my-api --rest "GET /items/{itemId}.json"'] : []),
      '  npm run build',
      '  npm run check',
      '  npm run chat',
    ].join('\n'),
  );
  return 0;
}

function copyStarter(folder: string): void {
  cpSync(join(productFolder, 'starter'), folder, { recursive: true });
  for (const [from, to] of Object.entries(RENAMED)) renameSync(join(folder, from), join(folder, to));
}

const manifest = (folder: string, tool: string) => ({
  name: basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, ''),
  version: '0.1.0',
  private: true,
  scripts: {
    ...Object.fromEntries(SCRIPTS.map((name) => [name, `${productManifest().name} ${name}`])),
    test: `${productManifest().name} check`,
  },
  devDependencies: { [productManifest().name]: tool },
});

/** `check --update` and `diff` compare with the last commit. Without git, or inside a repository, nothing is done. */
function firstCommit(folder: string): boolean {
  const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: folder, stdio: 'ignore' }).status === 0;
  if (git('rev-parse', '--is-inside-work-tree')) return false;
  return git('init', '--quiet') && git('add', '.') && git('commit', '--quiet', '-m', 'Start with the tool’s templates');
}
