import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findSuites, languagesOf, runBatchTests } from '../../deploy/steps/batch-test';
import { publish } from '../../deploy/steps/publish';
import { train } from '../../deploy/steps/train';
import type { KoreBot } from '../../kore/format';
import { edited, readBot } from '../kore/diff/bots';
import { failureOf } from './attempt';
import { inTurn, jobOf, memoryState, refuses, stage } from './stage';
import type { Answers } from './stage';

let bot: KoreBot;
let folder = '';
beforeAll(async () => {
  bot = await readBot('xo11');
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'after-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('training', () => {
  const speaking = (...languages: readonly string[]) =>
    edited(bot, (d) => void (d.supportedLanguages = [...languages]));
  const status = (trainingStatus?: string, isMlInSyncWithSentences?: boolean) => () => ({
    ...(trainingStatus !== undefined && { trainingStatus }),
    ...(isMlInSyncWithSentences !== undefined && { isMlInSyncWithSentences }),
  });
  it('is of each language that is not trained yet', async () => {
    const s = stage(speaking('en', 'es', 'en'), { state: memoryState({ trained: ['en'] }) });
    expect(await train('st-1', s.context)).toEqual(['en', 'es']);
    expect(s.calls).toEqual(['train st-1 es', 'trainStatus st-1 es']);
    expect(s.context.state.get().trained).toEqual(['en', 'es']);
  });
  it.each<[looks: readonly (() => unknown)[], times: number]>([
    [[status('Finished', true)], 1],
    [[status('Success')], 1],
    [[status(undefined), status('queued'), status('finished', false), status('finished', true)], 4],
  ])('is over when it is finished and fits the sentences: %#', async (looks, times) => {
    const s = stage(speaking('en'), { answers: { trainStatus: inTurn(...looks) } });
    await train('st-1', s.context);
    expect(s.calls.filter((call) => call.startsWith('trainStatus'))).toHaveLength(times);
  });
  it.each(['Failed', 'an error'])('that ended as %s fails', async (text) => {
    const s = stage(speaking('en'), { answers: { trainStatus: status(text) } });
    expect((await failureOf(train('st-1', s.context))).platformSaid).toContain(`the training of en ended as "${text}"`);
    expect(s.context.state.get().trained).toBeUndefined();
  });
});

describe('publishing', () => {
  const at =
    (_id: string, status = 'success', more: object = {}) =>
    () => ({ _id, status, ...more });
  const published = (answers: Answers, state = memoryState()) => {
    const s = stage(bot, { answers, state });
    return { ...s, run: () => publish('st-1', s.context, true), state };
  };
  it('waits until the status tells of another publish than the last', async () => {
    const { run, calls, state } = published({
      publishStatus: inTurn(at('1'), at('1'), at('2', 'inprogress'), at('2')),
    });
    expect(await run()).toEqual({ awaitingApproval: false });
    expect(calls.map((call) => call.split(' ')[0]).join(' ')).toBe(
      'publishStatus publish publishStatus publishStatus publishStatus',
    );
    expect(calls[1]).toBe('publish st-1 c true');
    expect(state.get().publish).toEqual({ before: '1', sent: true, done: true });
  });
  it.each([
    [{ before: '1', done: true }, '2', ''],
    [{ before: '1', sent: true }, '2', 'publishStatus publishStatus'],
    [{ before: '1' }, '3', 'publishStatus publish publishStatus'],
    [{ before: '2', sent: true }, '3', 'publishStatus publish publishStatus'],
  ])('goes on from %j, and with %s in the end, with: %s', async (noted, last, expected) => {
    const answers = { publishStatus: inTurn(at('2'), at(last)) };
    const { run, calls } = published(answers, memoryState({ publish: noted }));
    await run();
    expect(calls.map((call) => call.split(' ')[0]).join(' ')).toBe(expected);
  });
  it('says whether somebody has to approve', async () => {
    const answer = [{ status: 'pending', result: { state: 'awaitingApproval' } }, { result: { state: 'other' } }];
    const { run } = published({ publish: () => answer, publishStatus: inTurn(at('1'), at('2')) });
    expect(await run()).toEqual({ awaitingApproval: true });
  });
  it('fails where a part is refused, or the status says so', async () => {
    const refused = published({ publish: () => [{ status: 'success' }, { status: 'failed' }], publishStatus: at('1') });
    expect((await failureOf(refused.run())).platformSaid).toBe('[{"status":"failed"}]');
    const parts = [
      { name: 'NLP', status: 'failed', message: 'no' },
      { name: 'Tasks', status: 'success' },
    ];
    for (const [statusSummary, says] of [
      [parts, 'task NLP: no'],
      [undefined, 'the publish ended as "failed"'],
    ] as const) {
      const failed = published({ publishStatus: inTurn(at('1'), at('2', 'failed', { statusSummary })) });
      expect((await failureOf(failed.run())).platformSaid).toBe(says);
      expect(failed.state.get().publish).toEqual({ before: '2' });
    }
  });
  it.each(['not-found', 'request-lost'] as const)('begins where nothing was published before: %s', async (code) => {
    const { run } = published({ publishStatus: inTurn(refuses(code), at('1')) });
    expect(await run()).toEqual({ awaitingApproval: false });
  });
  it('does not begin when the last publish cannot be asked for', async () => {
    const { run, calls } = published({ publishStatus: refuses('network') });
    expect(await failureOf(run())).toMatchObject({ code: 'network' });
    expect(calls).toEqual(['publishStatus st-1']);
  });
});

describe('batch tests', () => {
  const dist = (...names: readonly string[]) => {
    mkdirSync(join(folder, 'orders'), { recursive: true });
    for (const name of names) writeFileSync(join(folder, 'orders', name), '{}');
    return folder;
  };
  const figures = (success: unknown, failure: unknown, more: object = {}) => ({
    status: 'completed',
    result: { results: { success, failure }, ...more },
  });
  const tested = (batch: Readonly<Record<string, unknown>>, own: Readonly<Record<string, string>> = {}) => {
    const s = stage(bot, {
      dist: dist('batch-test.json'),
      answers: { batch: { run: () => 'run-1', ...batch } } as never,
      own,
    });
    return { ...s, run: () => runBatchTests('st-1', s.context) };
  };
  it('are there for the usual language and the others', () => {
    const found = (...languages: readonly string[]) =>
      findSuites(folder, 'orders', languages).map(({ language, path }) => `${language} ${path.split('/').at(-1)}`);
    expect(() => found('en')).toThrow('has no batch-test.json');
    dist('batch-test.json', 'batch-test.es.json');
    expect(found('en', 'es', 'de')).toEqual(['en batch-test.json', 'es batch-test.es.json']);
    expect(found('es', 'en')).toEqual(['es batch-test.json']);
  });
  it('are of the languages of the bot, the usual one first', () => {
    const of = (definition: object) =>
      languagesOf({ integration: 'x', jobs: [{ ...jobOf(bot), bot: { ...bot, definition: definition as never } }] });
    expect(of({ defaultLanguage: 'es', supportedLanguages: ['en', 'es'] })).toEqual(['es', 'en']);
    expect(of({ supportedLanguages: ['en'] })).toEqual(['en']);
    expect(languagesOf({ integration: 'x', jobs: [] })).toEqual([]);
  });
  it('are uploaded, run and waited for', async () => {
    const { run, calls } = tested({
      status: inTurn(
        () => ({ status: 'running' }),
        () => figures(3, 1, { f1_score: '0.5', precision: 7, recall: 'a lot' }),
      ),
    });
    expect(await run()).toEqual([{ language: 'en', passed: 3, failed: 1, f1: '0.5' }]);
    expect(calls.map((call) => call.split(' ')[0]).join(' ')).toBe('uploadFile import run status status');
  });
  it.each([
    ['0.123456', true],
    ['12345678', true],
    ['123456789', false],
    ['', false],
  ])('tell the figure %j: %s', async (f1_score, told) => {
    const [report] = await tested({ status: () => figures(1, 0, { f1_score }) }).run();
    expect(report?.f1).toBe(told ? f1_score : undefined);
  });
  it.each([[figures('3', 1)], [figures(3, undefined)], [{ status: 'completed' }]])(
    'without figures are a bad answer: %j',
    async (status) => {
      expect(await failureOf(tested({ status: () => status }).run())).toMatchObject({
        step: 'test',
        code: 'bad-answer',
      });
    },
  );
  it('that failed say so', async () => {
    expect((await failureOf(tested({ status: () => ({ status: 'failed' }) }).run())).platformSaid).toBe(
      'the test run ended as "failed"',
    );
    const mystery = { status: () => ({ status: 'mystery' }) };
    expect(await failureOf(tested(mystery).run())).toMatchObject({ code: 'timeout' });
    expect(await failureOf(tested(mystery, { XO_UNKNOWN_STATUS: 'fail' }).run())).toMatchObject({ code: 'platform' });
  });
  it('take the place of an older one of their name, and of nothing else', async () => {
    const status = () => figures(1, 0);
    const taken = tested({ import: inTurn(refuses('name-taken'), () => undefined), status });
    await taken.run();
    expect(
      taken.calls.filter((call) => call.startsWith('import')).map((call) => /"importType":"(\w+)"/.exec(call)?.[1]),
    ).toEqual(['new', 'update']);
    const forbidden = tested({ import: refuses('forbidden'), status });
    expect(await failureOf(forbidden.run())).toMatchObject({ code: 'forbidden' });
    expect(forbidden.calls.filter((call) => call.startsWith('import'))).toHaveLength(1);
    await expect(tested({ import: () => Promise.reject(new TypeError('ours')), status }).run()).rejects.toThrow('ours');
  });
});
