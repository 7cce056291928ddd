import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { KoreBot } from '../../kore/format';
import type { EmulatorOptions } from '../../testing/platform/options';
import { component, edited, readBot } from '../kore/diff/bots';
import { deploy, failureOf } from './attempt';
import { SECRETS, workbench } from './workbench';
import type { Workbench } from './workbench';

let bot: KoreBot;
let bench: Workbench | undefined;
beforeAll(async () => {
  bot = await readBot('xo11');
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await bench?.close();
});

const NEW = 'POST /api/public/bot/import';
const INTO = 'POST /api/public/bot/:botId/import';
const STATUS = 'GET /api/public/bot/import/status/:id';

/** A platform that forgets import requests as often as told; `finish` lets them do their work first. */
async function forgetful(times: number, finish: boolean, options: Partial<EmulatorOptions> = {}) {
  const left = { times: 0 };
  const tap = async (moment: string, call: string) => {
    if (moment !== 'before' || call !== STATUS || left.times <= 0) return;
    left.times -= 1;
    for (const job of [...(bench?.emulator.store.jobs.values() ?? [])]) {
      if (job.kind !== 'import') continue;
      if (finish) await job.finish();
      bench?.emulator.store.jobs.delete(job.id);
    }
  };
  bench = await workbench({ target: 'xo11', ...options, tap });
  await bench.build(bot);
  left.times = times;
  return { b: bench, left };
}

const count = (b: Workbench, call: string) => b.emulator.calls.filter((c) => c === call).length;

describe('an import request that the platform forgot', () => {
  it('of a new bot is made anew when there is no bot of that name', async () => {
    const { b } = await forgetful(1, false);
    expect(await deploy(b)).toMatchObject({ created: true });
    expect(count(b, NEW)).toBe(2);
    expect(b.bots()).toHaveLength(1);
  });

  it('of a new bot is not made anew when the bot is there', async () => {
    const { b } = await forgetful(1, true);
    expect(await deploy(b)).toMatchObject({ created: true });
    expect(count(b, NEW)).toBe(1);
    expect(b.bots()).toHaveLength(1);
  });

  it('of a new bot is left to the person where bots may not be listed', async () => {
    const apps = [
      { kind: 'admin', clientId: 'cs-admin', clientSecret: SECRETS.admin, scopes: ['Bot Import'] },
    ] as const;
    const { b } = await forgetful(1, true, { apps });
    for (let run = 1; run <= 2; run += 1) expect(await failureOf(deploy(b))).toMatchObject({ code: 'unknown-outcome' });
    expect(count(b, NEW)).toBe(1);
  });

  it('of a new bot is waited for when it is only not known yet', async () => {
    let unknown = 2;
    const lagging = (response: Response): Response => {
      if (!/\/import\/status\//.test(response.url) || unknown <= 0) return response;
      unknown -= 1;
      return new Response('{"errors":[{"msg":"Invalid request ID"}]}', { status: 400 });
    };
    const { b } = await forgetful(0, false);
    const real = globalThis.fetch;
    vi.stubGlobal('fetch', async (...asked: Parameters<typeof fetch>) => lagging(await real(...asked)));
    expect(await deploy(b)).toMatchObject({ created: true });
    expect([count(b, NEW), b.bots().length, unknown]).toEqual([1, 1, 0]);
  });

  it('again and again ends the run, and the next one goes on', async () => {
    const { b, left } = await forgetful(99, false);
    expect(await failureOf(deploy(b))).toMatchObject({ code: 'request-lost' });
    expect(count(b, NEW)).toBe(2);
    left.times = 0;
    expect(await deploy(b)).toMatchObject({ created: true });
    expect(b.bots()).toHaveLength(1);
  });

  it('into a bot that exists is made anew, in the same run and in the next', async () => {
    const { b, left } = await forgetful(0, false);
    await deploy(b);
    await b.build(
      edited(bot, (d) => {
        const [entry] = component(d, 'OrderId').message ?? [];
        if (entry?.localeData['en']) entry.localeData['en'].text = 'Other%3F';
      }),
    );
    left.times = 4;
    expect(await failureOf(deploy(b))).toMatchObject({ code: 'request-lost' });
    expect(count(b, INTO)).toBe(2);
    left.times = 1;
    expect(await deploy(b)).toMatchObject({ resumed: true, imported: ['orders'] });
    expect(JSON.stringify(b.bots()[0]?.bot)).toContain('Other%3F');
  });
});

describe('an answer to a creation that holds no request id', () => {
  it('leaves open whether a bot is being made, so it is looked for before another is', async () => {
    const { b } = await forgetful(0, false);
    const store = b.emulator.store;
    const set = store.jobs.set.bind(store.jobs);
    let odd = true;
    store.jobs.set = (id, job) => {
      if (odd && job.kind === 'import') void job.finish();
      return set(odd ? '' : id, odd ? Object.assign(job, { id: '' }) : job);
    };
    expect(await failureOf(deploy(b))).toMatchObject({ step: 'import', code: 'unknown-outcome' });
    odd = false;
    expect(await deploy(b)).toMatchObject({ created: true });
    expect(count(b, NEW)).toBe(1);
    expect(b.bots()).toHaveLength(1);
  });
});
