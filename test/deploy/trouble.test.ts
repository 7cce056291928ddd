import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EmulatorOptions } from '../../testing/platform/options';
import { UsageError } from '../../deploy/errors';
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

describe('the network', () => {
  it('a host that is not there', async () => {
    const b = await open();
    const failure = await failureOf(deploy(b, {}, { XO_HOST: 'http://127.0.0.1:9', XO_RETRY_SECONDS: '0.001' }));
    expect(failure.code).toBe('network');
  });

  it('a connection that breaks now and then does no harm', async () => {
    let calls = 0;
    const tap = (_: string, call: string, drop: () => void) => {
      calls += 1;
      if (calls % 5 === 0 && call !== IMPORT_NEW) drop();
    };
    const b = await open({ tap });
    expect((await deploy(b)).created).toBe(true);
    expect(b.bots()).toHaveLength(1);
  });

  it('a creation whose answer was lost is looked up, not repeated', async () => {
    let lost = false;
    const tap = (moment: string, call: string, drop: () => void) => {
      if (moment === 'after' && call === IMPORT_NEW && !lost) drop();
    };
    const b = await open({ tap });
    expect(await failureOf(deploy(b))).toMatchObject({ step: 'import', code: 'unknown-outcome' });
    lost = true;
    for (const job of b.emulator.store.jobs.values()) await job.finish();
    expect(await deploy(b)).toMatchObject({ created: true, resumed: true });
    expect(b.emulator.calls.filter((c) => c === IMPORT_NEW)).toHaveLength(1);
    expect(b.bots()).toHaveLength(1);
  });

  it('where bots may not be listed, the person is asked to look', async () => {
    const apps = [
      { kind: 'admin', clientId: 'cs-admin', clientSecret: SECRETS.admin, scopes: ['Bot Import'] },
    ] as const;
    const tap = (moment: string, call: string, drop: () => void) => {
      if (moment === 'after' && call === IMPORT_NEW) drop();
    };
    const b = await open({ apps, tap });
    await failureOf(deploy(b));
    const failure = await failureOf(deploy(b));
    expect(failure).toMatchObject({ code: 'unknown-outcome' });
    expect(failure.whatToDo).toContain('--new');
    expect(b.emulator.calls.filter((c) => c === IMPORT_NEW)).toHaveLength(1);
  });
});

describe('the person', () => {
  it('can refuse, and nothing is changed', async () => {
    const b = await open();
    await deploy(b);
    await b.build(otherPrompt('No?'));
    const shown: string[] = [];
    const person = {
      present: true,
      showDiff: (_: unknown, name: string) => void shown.push(name),
      confirm: () => Promise.resolve(false),
    };
    expect(await failureOf(deploy(b, { yes: false }, {}, person))).toMatchObject({ step: 'compare', code: 'refused' });
    expect(shown).toEqual(['orders']);
    expect(JSON.stringify(b.bots()[0]?.bot)).not.toContain('No%3F');
  });

  it('is needed, or --yes, before an existing bot is touched', async () => {
    const b = await open();
    await expect(deploy(b, { yes: false }, { XO_BOT_ID: 'st-1' })).rejects.toBeInstanceOf(UsageError);
    expect(b.emulator.calls).toEqual([]);
  });
});

describe('choices where the documentation is silent', () => {
  it('a zip may go into an existing bot', async () => {
    const b = await open({ zipIntoExisting: true });
    await deploy(b);
    await b.build(otherPrompt('Zip?'));
    await deploy(b, {}, { XO_EXISTING_BOT_FILES: 'zip' });
    expect(JSON.stringify(b.bots()[0]?.bot)).toContain('Zip%3F');
  });

  it('values may travel in the config, which the disk never sees', async () => {
    const b = await open();
    await deploy(b, {}, { XO_VARIABLES: 'config' });
    expect(b.bots()[0]?.values.get('STORE_TOKEN')).toBe(SECRETS.token);
    expect(b.emulator.calls.some((c) => c.includes('variables'))).toBe(false);
    expect(b.written().join('')).not.toContain(SECRETS.token);
  });

  it('without a builder app, the person is told which variables to fill in', async () => {
    const b = await open();
    const env = join(b.folder, '.env');
    writeFileSync(env, readFileSync(env, 'utf8').replace(/^XO_BUILDER.*$/gm, ''));
    const outcome = await deploy(b);
    expect(outcome.variables).toEqual({ set: [], missing: ['STORE_NAME', 'STORE_TOKEN'], how: 'no-builder-app' });
    expect(outcome.todo.some((t) => t.includes('STORE_TOKEN') && t.includes('Import Variables'))).toBe(true);
  });
});
