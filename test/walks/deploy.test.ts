import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADMIN_SCOPES } from '../../testing/platform/options';
import { startEmulator, type Emulator } from '../../testing/platform/server';
import { PROJECT, rootWith } from '../build/specs';
import { blocksOf, commandsIn, readPage } from './pages';
import { git, started } from './workplace';

/** Invented; it must never be seen in any output. */
const SECRET = 'walks-app-secret-77aa21f3';

const emulated = (): Promise<Emulator> =>
  startEmulator({
    target: 'xo11',
    apps: [{ kind: 'admin', clientId: 'cs-walks', clientSecret: SECRET, scopes: ADMIN_SCOPES }],
  });

const settings = ({ url }: Emulator) => ({
  ...{ XO_TARGET: 'xo11', XO_HOST: url, XO_CLIENT_ID: 'cs-walks', XO_CLIENT_SECRET: SECRET },
});

let folder = '';
let platform: Emulator;

beforeAll(async () => {
  folder = rootWith('parcels');
  for (const name of ['package.json', '.env.example', '.gitignore']) cpSync(join(PROJECT, name), join(folder, name));
  for (const name of ['lib', 'node_modules']) symlinkSync(join(PROJECT, name), join(folder, name), 'junction');
  git(folder, 'init', '-q');
  git(folder, 'add', 'specs');
  git(folder, 'commit', '-qm', 'Start');
  platform = await emulated();
});
afterAll(async () => {
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
});

/** `.env.example`, filled in. */
function fillIn(name: string, given: Readonly<Record<string, string>>): void {
  const text = readFileSync(join(folder, '.env.example'), 'utf8');
  const filled = Object.entries({ ...given, XO_POLL_SECONDS: '0.02', XO_RETRY_SECONDS: '0.02' }).reduce(
    (all, [key, value]) => all.replace(new RegExp(`^(?:# )?${key}=.*$`, 'm'), () => `${key}=${value}`),
    text,
  );
  for (const key of Object.keys(given)) expect(filled).toContain(`\n${key}=${given[key]}\n`);
  writeFileSync(join(folder, name), filled);
}

/** Runs a command that ends well. Before an existing bot is changed a person is asked; where nobody is, `--yes` is. */
async function goes(command: string): Promise<string> {
  let said = await started(folder, command);
  if (said.code === 2 && said.err.includes('--yes')) said = await started(folder, `${command} --yes`);
  expect({ command, ...said }).toMatchObject({ command, code: 0 });
  expect(said.out + said.err).not.toContain(SECRET);
  return said.out;
}

const bots = () => [...platform.store.bots.values()];

test('deploy/README, the first deployment: settings, a look, the import', async () => {
  const [, steps = ''] = /\n## First deployment\n([^]*?)\n## /.exec(readPage('deploy/README.md')) ?? [];
  const written = [...steps.matchAll(/`((?:cp|npm) [^`]*)`/g)].flatMap(([, one = '']) => one.split(' && '));
  const [copy, build = '', look = '', bring = ''] = written;
  expect(copy).toBe('cp .env.example .env');
  fillIn('.env', settings(platform));
  await goes(build);
  await goes(look);
  expect(platform.calls).toEqual([]);
  const done = await goes(bring);
  expect(done).toContain(bots()[0]?.id);
  expect(bots()).toHaveLength(1);
});

test('deploy/README, usage: each line, with the bot’s id', async () => {
  const [bot] = bots();
  if (!bot) throw new Error('there is no bot');
  const commands = commandsIn(blocksOf('deploy/README.md', 'Usage')).map((one) =>
    one.replace('st-…', bot.id).replace('get-order-details', 'find-points'),
  );
  const of = (part: string) => commands.filter((one) => one.includes(part));
  expect(commands).toHaveLength(9);
  for (const command of of('--target')) await goes(command);
  // What the first deployment's summary asks a person to do in the builder.
  bot.channels = 1;
  for (const command of [...of('--publish'), ...of('--only')]) await goes(command);
  // Who a named environment is stands in its own file.
  const staging = await emulated();
  fillIn('.env.staging', settings(staging));
  for (const command of of('--env')) await goes(command);
  expect([bots().length, staging.store.bots.size]).toEqual([1, 1]);
  await staging.close();
  for (const command of of('pull')) await goes(command);
  expect(existsSync(join(folder, 'live.zip'))).toBe(true);
  for (const command of of('run diff')) await goes(command);
  for (const command of of('run chat')) {
    const { code, out } = await started(folder, command, 'find drop-off points\n');
    expect([command, code, out.includes('In which town?')]).toEqual([command, 0, true]);
  }
});
