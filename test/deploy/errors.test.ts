import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EmulatorOptions } from '../../testing/platform/options';
import type { KoreBot } from '../../kore/format';
import { component, edited, readBot } from '../kore/diff/bots';
import { deploy, failureOf } from './attempt';
import { SECRETS, workbench } from './workbench';
import type { Workbench } from './workbench';

let bot: KoreBot;
let bench: Workbench | undefined;
beforeAll(async () => {
  bot = await readBot('xo11');
});
afterEach(async () => bench?.close());

const open = async (options: Partial<EmulatorOptions> = {}): Promise<Workbench> => {
  bench = await workbench({ target: 'xo11', ...options });
  await bench.build(bot);
  return bench;
};

const otherPrompt = (text: string) =>
  edited(bot, (d) => {
    const [entry] = component(d, 'OrderId').message ?? [];
    if (entry?.localeData['en']) entry.localeData['en'].text = encodeURIComponent(text);
  });

const IMPORT_NEW = 'POST /api/public/bot/import';

describe('who may', () => {
  it('a wrong secret is unauthorized', async () => {
    const b = await open();
    expect(await failureOf(deploy(b, {}, { XO_CLIENT_SECRET: 'quite-another-secret' }))).toMatchObject({
      code: 'unauthorized',
      status: 401,
    });
  });

  it.each([-3_600_000, 3_600_000])('a clock that is %i ms off is called that', async (off) => {
    const b = await open({ now: () => Date.now() + off });
    expect(await failureOf(deploy(b))).toMatchObject({ code: 'clock' });
  });

  it('a missing scope is forbidden, and named', async () => {
    const apps = [
      { kind: 'admin', clientId: 'cs-admin', clientSecret: SECRETS.admin, scopes: ['Bot Export'] },
    ] as const;
    const failure = await failureOf(deploy(await open({ apps })));
    expect(failure).toMatchObject({ step: 'import', code: 'forbidden', status: 401 });
    expect(failure.likelyCause).toContain('Bot Import');
  });

  it('a builder app without its scope fails at the variables, after the import', async () => {
    const b = await open();
    const settings = { XO_BUILDER_CLIENT_ID: 'cs-admin', XO_BUILDER_CLIENT_SECRET: SECRETS.admin };
    expect(await failureOf(deploy(b, {}, settings))).toMatchObject({ step: 'variables', code: 'forbidden' });
    expect((await deploy(b)).resumed).toBe(true);
    expect(b.bots()).toHaveLength(1);
  });
});

describe('the rate limit', () => {
  it('is waited out when it passes', async () => {
    let now = Date.now();
    const b = await open({ perMinute: 2, now: () => (now += 15_000), fileLifeMs: 1e12, apps: timeless() });
    expect((await deploy(b, {}, { XO_TOKEN_CLAIMS: 'documented', XO_VARIABLES: 'skip' })).created).toBe(true);
  });

  it('is named when it does not pass', async () => {
    const b = await open({ perMinute: 0, now: () => 1_800_000_000_000, apps: timeless() });
    const failure = await failureOf(deploy(b, {}, { XO_TOKEN_CLAIMS: 'documented', XO_RETRY_SECONDS: '0.001' }));
    expect(failure).toMatchObject({ code: 'rate-limit', status: 429 });
  });

  const timeless = () =>
    [
      {
        kind: 'admin',
        clientId: 'cs-admin',
        clientSecret: SECRETS.admin,
        scopes: ['Bot Import', 'Role Management', 'Train ML'],
      },
    ] as const;
});

describe('what the platform refuses to import', () => {
  it('a dialog that is called and is nowhere', async () => {
    const b = await open();
    await b.build(
      edited(bot, (d) => (d.dialogs = d.dialogs.filter((x) => x.localeData['en']?.name !== 'Fallback Task'))),
    );
    expect(await failureOf(deploy(b))).toMatchObject({ step: 'import', code: 'dependent-missing' });
  });

  it('anything, while a restored version is not published', async () => {
    const b = await open();
    await deploy(b);
    for (const stored of b.bots()) stored.restored = true;
    await b.build(otherPrompt('Now?'));
    expect(await failureOf(deploy(b))).toMatchObject({ step: 'import', code: 'restored-unpublished' });
  });

  it('a name that is taken: found before anything is uploaded, and in the log where bots may not be listed', async () => {
    const b = await open();
    await deploy(b);
    const uploads = b.emulator.store.uploads.size;
    expect(await failureOf(deploy(b, { newBot: true }))).toMatchObject({ code: 'name-taken' });
    expect(b.emulator.store.uploads.size).toBe(uploads);
    const [first] = b.bots();
    await b.close();
    const apps = [
      { kind: 'admin', clientId: 'cs-admin', clientSecret: SECRETS.admin, scopes: ['Bot Import'] },
    ] as const;
    const c = await open({ apps });
    if (first) c.emulator.store.bots.set(first.id, first);
    expect(await failureOf(deploy(c, { newBot: true }))).toMatchObject({ code: 'name-taken' });
    expect((await failureOf(deploy(c, { newBot: true }))).platformSaid).toContain('already exists');
  });

  it('a zip sent under an extension it does not take', async () => {
    expect(await failureOf(deploy(await open({ extensions: ['json'] })))).toMatchObject({
      step: 'upload',
      code: 'wrong-file',
    });
    await bench?.close();
    const b = await open({ extensions: ['json'] });
    expect((await deploy(b, {}, { XO_NEW_BOT_FILES: 'json' })).created).toBe(true);
  });

  it('a bot, where only apps are taken', async () => {
    const b = await open({ target: 'xo10' });
    expect(await failureOf(deploy(b, { target: 'xo11' }))).toMatchObject({ step: 'import', code: 'wrong-platform' });
  });

  it('a file that expired meanwhile; the next run uploads it anew', async () => {
    let later = 0;
    const tap = (_: string, call: string) => {
      if (call === IMPORT_NEW && later === 0) later = 60_000;
    };
    const b = await open({ fileLifeMs: 30_000, now: () => Date.now() + later, tap });
    expect(await failureOf(deploy(b, {}, { XO_TOKEN_CLAIMS: 'documented', XO_VARIABLES: 'skip' }))).toMatchObject({
      code: 'file-expired',
    });
    expect((await deploy(b, {}, { XO_TOKEN_CLAIMS: 'documented', XO_VARIABLES: 'skip' })).created).toBe(true);
  });

  it.each(['failed', 'Failure', 'error', 'import_failed'])('and calls it %s', async (failedStatus) => {
    const b = await open({ failedStatus, fail: { import: 'something nobody documented' } });
    expect(await failureOf(deploy(b))).toMatchObject({
      step: 'import',
      code: 'platform',
      platformSaid: expect.stringContaining('something nobody') as string,
    });
  });

  it('under a status nobody knows: waited for until the time is up, or taken for a failure when told so', async () => {
    const b = await open({ failedStatus: 'mystery', fail: { import: 'x' } });
    expect(await failureOf(deploy(b, {}, { XO_TIMEOUT_SECONDS: '0.2', XO_UNKNOWN_STATUS: 'fail' }))).toMatchObject({
      step: 'import',
      code: 'platform',
    });
  });
});

describe('the export', () => {
  it('of a bot that is not there', async () => {
    expect(await failureOf(deploy(await open(), {}, { XO_BOT_ID: 'st-none' }))).toMatchObject({
      step: 'export',
      code: 'not-found',
    });
  });

  it('that fails, and a link that expired', async () => {
    const b = await open({ fail: { export: 'x' } });
    await deploy(b);
    expect(await failureOf(deploy(b))).toMatchObject({ step: 'export' });
    await b.close();
    const c = await open({ fileLifeMs: -1 });
    const id = await emptyBot(c);
    expect(await failureOf(deploy(c, {}, { XO_BOT_ID: id }))).toMatchObject({ step: 'export', code: 'bad-answer' });
  });

  const emptyBot = (b: Workbench): Promise<string> => {
    const stored = {
      id: 'st-1',
      bot,
      published: undefined,
      icon: undefined,
      values: new Map<string, string>(),
      trained: new Set<string>(),
      channels: 0,
      suites: new Map<string, never>(),
      restored: false,
    };
    b.emulator.store.bots.set('st-1', stored);
    return Promise.resolve('st-1');
  };
});
