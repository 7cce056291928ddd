import { afterEach, describe, expect, it } from 'vitest';
import { readExport } from '../../kore/read-export';
import { isEmpty } from '../../kore/diff/diff';
import { diffBots } from '../../kore/diff/diff-bots';
import { join } from 'node:path';
import { component, edited, readBot } from '../kore/diff/bots';
import { SECRETS, workbench } from './workbench';
import type { Finished, Workbench } from './workbench';

let bench: Workbench | undefined;
afterEach(async () => bench?.close());

/** Where the next run is to be killed. */
let trap: { readonly at: string; readonly spring: () => void } | undefined;

const open = async () => {
  bench = await workbench({
    target: 'xo11',
    perMinute: 1000,
    looks: 2,
    tap: async (moment, call, drop) => {
      if (trap?.at !== `${moment} ${call}`) return;
      trap.spring();
      trap = undefined;
      if (moment === 'before') {
        drop();
        throw new Error('the request never arrived');
      }
      await new Promise((resolve) => setTimeout(resolve, 30));
    },
  });
  return bench;
};

/** Runs until the call, kills the process with SIGKILL there, and says whether it came that far. */
async function killedAt(b: Workbench, at: string, args: readonly string[]): Promise<boolean> {
  const run = b.start(args);
  let killed = false;
  trap = {
    at,
    spring: () => {
      killed = true;
      run.kill();
    },
  };
  const ended = await run.ended;
  expect(ended.code).toBe(killed ? null : 0);
  trap = undefined;
  return killed;
}

const points = (calls: readonly string[]) => calls.flatMap((call) => [`before ${call}`, `after ${call}`]);

const AFTER_IMPORT = [
  'GET /api/public/bot/import/status/:id',
  'POST /api/1.1/public/builder/bot/:botId/variables/import',
  'GET /api/public/bot/:botId/publish/status',
  'POST /api/public/bot/:botId/publish',
];

async function expectDeployed(b: Workbench, end: Finished): Promise<void> {
  expect(end).toMatchObject({ code: 0 });
  expect(b.bots()).toHaveLength(1);
  const [stored] = b.bots();
  if (stored === undefined) throw new Error('no bot');
  expect(stored.values.get('STORE_TOKEN')).toBe(SECRETS.token);
  expect(stored.trained).toEqual(new Set(['en']));
  expect(stored.published).toEqual(stored.bot);
  const built = await readExport(join(b.folder, 'dist', 'orders-xo11.zip'));
  expect(isEmpty(diffBots(built, stored.bot))).toBe(true);
}

describe('a deployment that is killed again and again, and run again each time', () => {
  it('creates one bot, whole', async () => {
    const b = await open();
    await b.build(await readBot('xo11'));
    const args = ['deploy', '--publish'];
    const calls = [
      'GET /api/public/bots',
      'POST /api/public/uploadfile',
      'POST /api/public/bot/import',
      ...AFTER_IMPORT,
    ];
    const reached: string[] = [];
    for (const at of points(calls)) {
      for (const stored of b.bots()) stored.channels = 1;
      if (await killedAt(b, at, args)) reached.push(at);
    }
    expect(reached).toEqual(points(calls));
    await expectDeployed(b, await b.run(args));
  });

  it('updates the bot, whole, and asks only once', async () => {
    const b = await open();
    const bot = await readBot('xo11');
    await b.build(bot);
    await b.run(['deploy']);
    for (const stored of b.bots()) stored.channels = 1;
    const next = edited(bot, (d) => {
      const [entry] = component(d, 'OrderId').message ?? [];
      if (entry?.localeData['en']) entry.localeData['en'].text = 'Which%20one%3F';
    });
    await b.build(next);
    const args = ['deploy', '--publish', '--yes'];
    const before = [
      'POST /api/public/bot/:botId/export',
      'GET /api/public/bot/:botId/export/status',
      'GET /download/:key',
    ];
    const calls = [...before, 'POST /api/public/uploadfile', 'POST /api/public/bot/:botId/import', ...AFTER_IMPORT];
    const reached: string[] = [];
    for (const at of points(calls)) if (await killedAt(b, at, args)) reached.push(at);
    expect(reached).toEqual(points(calls));
    // Confirmed before the upload, so the last run needs no --yes.
    await expectDeployed(b, await b.run(['deploy', '--publish']));
  });
});
