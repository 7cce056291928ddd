import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../deploy/errors';
import { summary } from '../../deploy/report';
import type { EmulatorOptions } from '../../testing/platform/options';
import { readBot } from '../kore/diff/bots';
import { deploy, failureOf } from './attempt';
import { workbench } from './workbench';
import type { Workbench } from './workbench';

let bench: Workbench | undefined;
afterEach(async () => bench?.close());

const CASES = [
  { input: 'where is my order', intent: 'Order Status' },
  { input: 'make tea', intent: 'Make tea' },
];

const open = async (options: Partial<EmulatorOptions> = {}): Promise<Workbench> => {
  bench = await workbench({ target: 'xo11', ...options });
  await bench.build(await readBot('xo11'));
  writeFileSync(join(bench.folder, 'dist', 'orders', 'batch-test.json'), JSON.stringify({ testCases: CASES }));
  return bench;
};

const CHANNEL = 'POST /api/public/channels';
const NAMED = { XO_BUILDER_APP_NAME: 'orders-app' };
const count = (b: Workbench, call: string) => b.emulator.calls.filter((c) => c === call).length;

describe('--batch-test', () => {
  it('runs after training and before publishing, tells the platform’s figures, and trains only once', async () => {
    const b = await open();
    const outcome = await deploy(b, { batchTest: true, publish: true, channel: 'web' }, NAMED);
    expect(outcome.tests).toEqual([
      { language: 'en', passed: 1, failed: 1, f1: '0.90', precision: '0.90', recall: '0.90' },
    ]);
    expect(summary(outcome)).toContain('batch test en: 1 of 2 passed (f1 0.90');
    const order = ['ml/train', 'testsuite/import', 'testsuite/:name/run', 'channels', '/publish'];
    const places = order.map((end) => b.emulator.calls.findIndex((c) => c.startsWith('POST') && c.endsWith(end)));
    expect(places).toEqual([...places].sort((x, y) => x - y));
    expect(places).not.toContain(-1);
    expect(b.bots()[0]?.trained).toEqual(new Set(['en']));
    expect(b.emulator.store.jobs.size).toBe(4);
  });

  it('replaces the suite of an earlier run', async () => {
    const b = await open();
    await deploy(b, { batchTest: true });
    expect((await deploy(b, { batchTest: true })).tests).toMatchObject([{ passed: 1, failed: 1 }]);
    expect(b.bots()[0]?.suites.size).toBe(1);
  });

  it('fails in the platform’s words, and says at once when nothing was built for it', async () => {
    const b = await open({ fail: { test: 'x' } });
    expect(await failureOf(deploy(b, { batchTest: true }))).toMatchObject({ step: 'test' });
    await b.build(await readBot('xo11'));
    writeFileSync(join(b.folder, 'dist', 'orders', 'batch-test.json'), '{}');
    const bare = await workbench({ target: 'xo11' });
    await bare.build(await readBot('xo11'));
    await expect(deploy(bare, { batchTest: true })).rejects.toBeInstanceOf(UsageError);
    expect(bare.emulator.calls).toEqual([]);
    await bare.close();
  });
});

describe('--channel', () => {
  it('enables the channel once for each bot, so that publishing works', async () => {
    const b = await open();
    for (let run = 1; run <= 2; run += 1) {
      expect(await deploy(b, { channel: 'webhook', publish: true }, NAMED)).toMatchObject({ published: true });
    }
    expect(count(b, CHANNEL)).toBe(1);
    expect(b.bots()[0]?.channels).toBe(1);
  });

  it('needs the bot’s own app and its name, before anything is sent', async () => {
    const b = await open();
    await expect(deploy(b, { channel: 'web' })).rejects.toThrow(/XO_BUILDER_APP_NAME/);
    expect(b.emulator.calls).toEqual([]);
  });

  it('sends a webhook once when the answer is lost, and the web client again', async () => {
    let cut = true;
    const tap = (moment: string, call: string, drop: () => void) => {
      if (cut && moment === 'after' && call === CHANNEL) drop();
    };
    const b = await open({ tap });
    expect(await failureOf(deploy(b, { channel: 'webhook' }, NAMED))).toMatchObject({ code: 'unknown-outcome' });
    cut = false;
    await deploy(b, { channel: 'webhook' }, NAMED);
    expect(count(b, CHANNEL)).toBe(1);
    cut = true;
    expect(await failureOf(deploy(b, { channel: 'web' }, { ...NAMED, XO_RETRY_SECONDS: '0.001' }))).toMatchObject({
      code: 'network',
    });
    expect(count(b, CHANNEL)).toBe(7);
    cut = false;
    await deploy(b, { channel: 'web' }, NAMED);
    expect(count(b, CHANNEL)).toBe(8);
  });

  it('that was refused is asked for again', async () => {
    const b = await open();
    expect(
      await failureOf(
        deploy(b, { channel: 'webhook' }, { ...NAMED, XO_BUILDER_CLIENT_ID: 'cs-other', XO_VARIABLES: 'skip' }),
      ),
    ).toMatchObject({ step: 'channel' });
    await deploy(b, { channel: 'webhook' }, NAMED);
    expect(b.bots()[0]?.channels).toBe(1);
  });
});
