import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADMIN_SCOPES, BUILDER_SCOPES } from '../../testing/platform/options';
import type { EmulatorOptions } from '../../testing/platform/options';
import { startEmulator } from '../../testing/platform/server';
import type { Emulator } from '../../testing/platform/server';
import type { Stored } from '../../testing/platform/store';
import type { Config, KoreBot, Target } from '../../kore/format';
import { DEFINITION_FILE } from '../../kore/format';
import { pack } from '../../kore/zip/pack';

const ROOT = join(__dirname, '..', '..');

/** Invented for these tests; they must never be seen in any output or file. */
export const SECRETS = {
  admin: 'admin-app-secret-0f8e7d6c',
  builder: 'builder-app-secret-5b4a3928',
  token: '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',
};

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Workbench {
  readonly folder: string;
  readonly emulator: Emulator;
  /** Replaces what the build left in `dist/`: the bot `orders`, and one action of it with the same content. */
  build(bot: KoreBot): Promise<void>;
  run(args: readonly string[], settings?: Readonly<Record<string, string>>): Promise<Finished>;
  /** Starts a run and gives it a way to be killed. */
  start(
    args: readonly string[],
    settings?: Readonly<Record<string, string>>,
  ): { kill(): void; readonly ended: Promise<Finished> };
  bots(): readonly Stored[];
  /** Every file below the folder that is not part of `dist/` or a `.env`. */
  written(): readonly Buffer[];
  close(): Promise<void>;
}

export const variables: Config['envVariables'] = [
  { key: 'STORE_NAME', value: '', variableType: 'env', hint: 'shop', scope: 'prePopulated', isSecured: false },
  { key: 'STORE_TOKEN', value: '', variableType: 'env', hint: 'token', scope: 'prePopulated', isSecured: true },
];

/** A folder with `dist/` and `.env`, and an emulated platform. */
export async function workbench(options: Partial<EmulatorOptions> & { readonly target: Target }): Promise<Workbench> {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-test-'));
  const emulator = await startEmulator({
    apps: [
      { kind: 'admin', clientId: 'cs-admin', clientSecret: SECRETS.admin, scopes: ADMIN_SCOPES },
      {
        kind: 'builder',
        clientId: 'cs-builder',
        clientSecret: SECRETS.builder,
        scopes: BUILDER_SCOPES,
        enforceJti: true,
      },
    ],
    ...options,
  });
  const env = {
    XO_TARGET: options.target,
    XO_HOST: emulator.url,
    XO_CLIENT_ID: 'cs-admin',
    XO_CLIENT_SECRET: SECRETS.admin,
    XO_BUILDER_CLIENT_ID: 'cs-builder',
    XO_BUILDER_CLIENT_SECRET: SECRETS.builder,
    STORE_NAME: 'example-shop',
    STORE_TOKEN: SECRETS.token,
    XO_POLL_SECONDS: '0.02',
    XO_RETRY_SECONDS: '0.02',
    XO_TIMEOUT_SECONDS: '10',
  };
  writeFileSync(
    join(folder, '.env'),
    Object.entries(env)
      .map(([k, v]) => `${k}=${v}\n`)
      .join(''),
  );
  const start: Workbench['start'] = (args, settings = {}) => launch(folder, args, settings);
  return {
    folder,
    emulator,
    build: (bot) => writeDist(folder, bot),
    start,
    run: (args, settings) => start(args, settings).ended,
    bots: () => [...emulator.store.bots.values()],
    written: () =>
      filesBelow(folder)
        .filter((p) => !p.includes('/dist/') && !/\/\.env/.test(p))
        .map((p) => readFileSync(p)),
    close: async () => {
      await emulator.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function writeDist(folder: string, bot: KoreBot): Promise<void> {
  const json = (value: unknown) => Buffer.from(JSON.stringify(value, null, 4));
  const config = {
    name: 'Orders',
    envVariables: bot.config.envVariables.length > 0 ? bot.config.envVariables : variables,
  };
  const zip = await pack([
    { path: DEFINITION_FILE[bot.target], bytes: json(bot.definition) },
    { path: 'config.json', bytes: json(config) },
    { path: 'icon.png', bytes: Buffer.from('89504e470d0a1a0a', 'hex') },
  ]);
  mkdirSync(join(folder, 'dist', 'orders', 'actions'), { recursive: true });
  writeFileSync(join(folder, 'dist', `orders-${bot.target}.zip`), zip);
  writeFileSync(join(folder, 'dist', 'orders', 'actions', `order-status-${bot.target}.zip`), zip);
}

function launch(folder: string, args: readonly string[], settings: Readonly<Record<string, string>>) {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [join(ROOT, 'lib', 'cli', 'main.js'), ...args], {
    cwd: folder,
    env: { PATH, HOME, NO_COLOR: '1', CI: 'true', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  const ended = new Promise<Finished>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  return { kill: () => void child.kill('SIGKILL'), ended };
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
