import { beforeAll, describe, expect, it } from 'vitest';
import { finishSent, importExisting } from '../../deploy/steps/import-existing';
import type { KoreBot } from '../../kore/format';
import { readBot } from '../kore/diff/bots';
import { failureOf } from './attempt';
import { jobOf, memoryState, optionsOf, refuses, stage } from './stage';
import type { Answers } from './stage';

let bot: KoreBot;
beforeAll(async () => {
  bot = await readBot('xo11');
});

const names = (calls: readonly string[]) => calls.map((call) => call.split(' ')[0]).join(' ');

describe('a bot that exists', () => {
  const into = (answers: Answers, job: object | undefined, more: Parameters<typeof stage>[1] = {}, resumed = true) => {
    const state = memoryState(job === undefined ? {} : { jobs: { orders: job } }, resumed);
    const s = stage(bot, { answers, state, ...more });
    return {
      ...s,
      state,
      run: () => importExisting(jobOf(bot), 'st-1', new Set(), s.context),
      finish: () => finishSent(jobOf(bot), s.context),
    };
  };

  it('has its files uploaded, is imported into and waited for', async () => {
    const { run, calls, state } = into({}, undefined);
    await run();
    expect(names(calls)).toBe('uploadFile uploadFile importInto importStatus');
    expect(calls[2]).toMatch(
      /^importInto st-1 \{"botDefinition":"id-of-appDefinition\.json","configInfo":"id-of-config\.json","importOptions":\{/,
    );
    expect(calls[2]).toContain('"botSettings"');
    expect(state.get().jobs).toMatchObject({ orders: { sent: true, requestId: 'r-into', done: true } });
  });

  it('takes a zip where that was chosen, and no settings of the bot with single actions', async () => {
    const { run, calls } = into({}, undefined, {
      own: { XO_EXISTING_BOT_FILES: 'zip' },
      options: optionsOf({ only: ['a'] }),
    });
    await run();
    expect(calls[0]).toBe('uploadFile orders.zip.zip st-1');
    expect(calls[1]).toContain('{"uploadMode":"ZIP","zipInfo":"id-of-orders.zip","importOptions":');
    expect(calls[1]).not.toContain('botSettings');
  });

  it.each([
    [{ done: true }, ''],
    [{ files: {} }, 'importInto importStatus'],
    [{ files: {}, requestId: 'r' }, 'importStatus'],
    [{}, 'uploadFile uploadFile importInto importStatus'],
  ])('goes on from %j with: %s', async (job, expected) => {
    const { run, calls } = into({}, job);
    await run();
    expect(names(calls)).toBe(expected);
  });

  it.each([
    ['request-lost', {}, true, 2],
    ['request-lost', undefined, false, 2],
    ['file-expired', {}, true, 2],
    ['wrong-file', {}, true, 2],
    ['file-expired', {}, false, 1],
    ['file-expired', undefined, true, 1],
    ['platform', {}, true, 1],
  ] as const)(
    'after %s, of a job %j in a run that goes on: %s, is tried %i times',
    async (code, job, resumed, times) => {
      const { run, calls } = into({ importInto: refuses(code) }, job, {}, resumed);
      expect(await failureOf(run())).toMatchObject({ code });
      expect(names(calls).match(/importInto/g)).toHaveLength(times);
    },
  );

  it('is not imported into again when the mistake is ours', async () => {
    const { run, calls } = into({ importInto: () => Promise.reject(new TypeError('ours')) }, {});
    await expect(run()).rejects.toThrow('ours');
    expect(names(calls).match(/importInto/g)).toHaveLength(1);
  });

  it.each([
    [undefined, '', undefined],
    [{ files: {} }, '', { files: {} }],
    [{ requestId: 'r', done: true }, '', { requestId: 'r', done: true }],
    [{ requestId: 'r' }, 'importStatus r', { requestId: 'r', done: true }],
  ])('what was sent before of %j is waited for: %s', async (job, expected, left) => {
    const { finish, calls, state } = into({}, job);
    await finish();
    expect(calls.join()).toBe(expected);
    expect(state.get().jobs['orders']).toEqual(left);
  });

  it('what was sent before and is forgotten begins anew; what failed does not', async () => {
    const lost = into({ importStatus: refuses('request-lost') }, { requestId: 'r' });
    await lost.finish();
    expect(lost.state.get().jobs).toEqual({ orders: {} });
    const failed = into({ importStatus: refuses('network') }, { requestId: 'r' });
    expect(await failureOf(failed.finish())).toMatchObject({ code: 'network' });
    expect(failed.state.get().jobs).toEqual({ orders: { requestId: 'r' } });
  });
});
