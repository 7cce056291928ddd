import { beforeAll, describe, expect, it } from 'vitest';
import type { DeployState } from '../../deploy/resume';
import { hash } from '../../deploy/sealed';
import { importNew } from '../../deploy/steps/import-new';
import { waitForImport } from '../../deploy/steps/wait-for-import';
import type { KoreBot } from '../../kore/format';
import { readBot } from '../kore/diff/bots';
import { failureOf } from './attempt';
import { inTurn, jobOf, memoryState, refuses, stage } from './stage';
import type { Answers } from './stage';

let bot: KoreBot;
beforeAll(async () => {
  bot = await readBot('xo11');
});

const names = (calls: readonly string[]) => calls.map((call) => call.split(' ')[0]).join(' ');
const ok = { status: 'success', streamId: 'st-made' };
const bots =
  (...named: readonly string[]) =>
  () => ({ bots: named.map((name, i) => ({ id: `st-${i}`, name })), more: false });

describe('an import that is waited for', () => {
  const waited = (status: object, own: Readonly<Record<string, string>> = {}) => {
    const s = stage(bot, {
      answers: { importStatus: () => status },
      own,
      state: memoryState({ jobs: { orders: { requestId: 'r', files: {} } } }),
    });
    return { s, run: waitForImport(jobOf(bot), 'r', s.context) };
  };
  const log = (status: string, message: string) => ({ taskType: 'Dialog', taskName: 'A', status, message });

  it.each<[status: object, says: string]>([
    [{ status: 'failed' }, 'the import ended as "failed"'],
    [{ status: 'success', statusLogs: [log('success', 'x'), log('failed', 'no node')] }, 'Dialog A: no node'],
    [{ status: 'failed', statusLogs: [log('failed', 'one'), log('error', 'two')] }, 'Dialog A: one | Dialog A: two'],
    [{ status: 'failed', statusLogs: [log('failed', 'x'.repeat(2000))] }, `Dialog A: ${'x'.repeat(990)}`],
  ])('fails, and begins anew next time: %#', async (status, says) => {
    const { s, run } = waited(status);
    expect((await failureOf(run)).platformSaid).toBe(says);
    expect(s.context.state.get().jobs).toEqual({ orders: {} });
  });

  it('is over when it succeeded in all its parts', async () => {
    const done = { status: 'success', statusLogs: [log('success', 'x')] };
    expect(await waited(done).run).toEqual(done);
  });

  it('goes on while it is pending, and under a status that nobody knows as it was chosen', async () => {
    for (const status of [{ status: 'pending' }, {}, { status: 'mystery', statusLogs: [log('failed', 'x')] }])
      expect(await failureOf(waited(status).run)).toMatchObject({ code: 'timeout' });
    expect(await failureOf(waited({ status: 'mystery' }, { XO_UNKNOWN_STATUS: 'fail' }).run)).toMatchObject({
      code: 'platform',
    });
  });
});

describe('a new bot', () => {
  const made = (answers: Answers, state: Partial<DeployState> = {}, own: Readonly<Record<string, string>> = {}) => {
    const s = stage(bot, { answers, own, state: memoryState(state) });
    const run = importNew(jobOf(bot), s.context);
    return { ...s, run, state: s.context.state };
  };
  const content = () => hash(jobOf(bot).zip);

  it('is looked for by its name, uploaded, made, waited for and remembered', async () => {
    const { run, calls, remembered, state } = made({ botPage: bots('Other') });
    expect(await run).toBe('st-made');
    expect(calls).toEqual([
      'botPage 0',
      'uploadFile orders.zip.zip account',
      'importNew {"uploadMode":"ZIP","zipInfo":"id-of-orders.zip","name":"Orders"}',
      'importStatus r-new',
    ]);
    expect(remembered).toEqual(['st-made']);
    expect(state.get()).toMatchObject({
      mayList: true,
      botId: 'st-made',
      jobs: { orders: { sent: true, done: true } },
    });
  });

  it.each<[own: Readonly<Record<string, string>>, uploads: readonly string[]]>([
    [{ XO_ZIP_EXTENSION: 'json' }, ['orders.zip.json']],
    [{ XO_NEW_BOT_FILES: 'json' }, ['appDefinition.json.json', 'config.json.json', 'icon.png.json']],
    [{ XO_VARIABLES: 'config' }, ['appDefinition.json.json', 'config.json.json', 'icon.png.json']],
  ])('is uploaded as %j says', async (own, uploads) => {
    const { run, calls } = made({}, {}, own);
    await run;
    expect(calls.filter((call) => call.startsWith('upload')).map((call) => call.split(' ')[1])).toEqual(uploads);
  });

  it('without an icon has none uploaded', async () => {
    const s = stage(bot, { own: { XO_NEW_BOT_FILES: 'json' } });
    await importNew({ ...jobOf(bot), icon: undefined }, s.context);
    expect(s.calls.join()).not.toContain('icon');
  });

  it('of a name that is taken, in any case, is not made', async () => {
    const { run, calls } = made({ botPage: bots('Else', 'ORDERS') });
    expect(await failureOf(run)).toMatchObject({
      code: 'name-taken',
      whatToDo: expect.stringContaining('--bot st-1') as string,
    });
    expect(names(calls)).toBe('botPage');
  });

  it('is looked for once, however the run before ended', async () => {
    for (const mayList of [true, false]) {
      const { run, calls } = made({}, { mayList });
      await run;
      expect(names(calls)).toBe('uploadFile importNew importStatus');
    }
  });

  it.each(['forbidden', 'unauthorized', 'not-found'] as const)(
    'is made where bots may not be listed: %s',
    async (code) => {
      const { run, state } = made({ botPage: refuses(code) });
      expect(await run).toBe('st-made');
      expect(state.get().mayList).toBe(false);
    },
  );

  it('is not made when nobody knows whether bots may be listed', async () => {
    const { run } = made({ botPage: refuses('network') });
    expect(await failureOf(run)).toMatchObject({ code: 'network' });
    await expect(made({ botPage: () => Promise.reject(new TypeError('ours')) }).run).rejects.toThrow('ours');
  });

  it('may have been made though the answer was lost, and was not when it was refused', async () => {
    const lost = made({ importNew: refuses('unknown-outcome') });
    expect(await failureOf(lost.run)).toMatchObject({ code: 'unknown-outcome' });
    expect(lost.state.get().jobs).toEqual({ orders: { sent: true } });
    const refused = made({ importNew: refuses('wrong-file') });
    expect(await failureOf(refused.run)).toMatchObject({ code: 'wrong-file' });
    expect(refused.state.get().jobs).toEqual({ orders: {} });
  });

  it('whose answer was lost is looked for, and only made when it is not there', async () => {
    const sent = { mayList: true, jobs: { orders: { sent: true } } };
    const there = made({ botPage: bots('orders') }, sent);
    expect(await there.run).toBe('st-0');
    expect(names(there.calls)).toBe('botPage uploadFile uploadFile importInto importStatus');
    const gone = made({ botPage: bots('Other') }, sent);
    expect(await gone.run).toBe('st-made');
    expect(names(gone.calls)).toBe('botPage uploadFile importNew importStatus');
    const unlisted = made({}, { ...sent, mayList: false });
    expect(await failureOf(unlisted.run)).toMatchObject({
      code: 'unknown-outcome',
      whatToDo: expect.stringContaining('“Orders”') as string,
    });
    expect(unlisted.calls).toEqual([]);
    expect(await failureOf(made({ botPage: refuses('forbidden') }, sent).run)).toMatchObject({
      code: 'unknown-outcome',
    });
  });

  it('that was asked for in an earlier run is waited for alone', async () => {
    const asked = { content: content(), jobs: { orders: { sent: true, requestId: 'r-old' } } };
    const same = made({}, asked);
    expect(await same.run).toBe('st-made');
    expect(same.calls).toEqual(['importStatus r-old']);
    const other = made({}, { ...asked, content: 'other files' });
    expect(await other.run).toBe('st-made');
    expect(names(other.calls)).toBe('importStatus uploadFile uploadFile importInto importStatus');
  });

  it('that was made in an earlier run is completed', async () => {
    const { run, calls } = made({}, { botId: 'st-9', jobs: { orders: {} } });
    expect(await run).toBe('st-9');
    expect(names(calls)).toBe('uploadFile uploadFile importInto importStatus');
  });

  it('is looked for when the platform does not say which it made', async () => {
    const silent = { importStatus: () => ({ status: 'success' }) };
    expect(await made({ ...silent, botPage: inTurn(bots('Other'), bots('Other', 'Orders')) }).run).toBe('st-1');
    const none = made({ ...silent, botPage: bots('Other') });
    expect((await failureOf(none.run)).platformSaid).toContain('does not say which bot it made');
  });

  it('is asked for once more, after a look, when the platform forgot the request', async () => {
    const lost = refuses('request-lost');
    const late = made({ importStatus: inTurn(lost, lost, () => ok) });
    expect(await late.run).toBe('st-made');
    expect(names(late.calls).match(/importNew/g)).toHaveLength(1);
    const looks = 'botPage uploadFile importNew importStatus';
    const once = made({ importStatus: inTurn(lost, lost, lost, () => ok) });
    expect(await once.run).toBe('st-made');
    expect(names(once.calls)).toBe(`${looks} importStatus importStatus ${looks}`);
    const again = made({ importStatus: refuses('request-lost') });
    expect(await failureOf(again.run)).toMatchObject({ code: 'request-lost' });
    expect(names(again.calls).match(/importNew/g)).toHaveLength(2);
    expect(again.state.get().jobs).toEqual({ orders: { sent: true } });
    const other = made({ importStatus: refuses('network') });
    expect(await failureOf(other.run)).toMatchObject({ code: 'network' });
    expect(names(other.calls)).toBe('botPage uploadFile importNew importStatus');
  });
});
