import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureLines, scrub } from '../../deploy/errors';
import { findJobs, integrationIn } from '../../deploy/jobs';
import { nextStepsAfter } from '../../deploy/next-steps';
import { redirects } from '../../deploy/read-body';
import { dryRunReport, summary } from '../../deploy/report';
import type { DeployOutcome } from '../../deploy/run-deploy';
import { outcomeOf } from '../../deploy/status';
import type { VariablesOutcome } from '../../deploy/steps/variables';
import type { KoreBot } from '../../kore/format';
import { pack } from '../../kore/zip/pack';
import { edited, readBot } from '../kore/diff/bots';
import { jobOf, optionsOf, stage } from './stage';

let bot: KoreBot;
beforeAll(async () => {
  bot = await readBot('xo11');
});

describe('the summary', () => {
  const outcome = (change: Partial<DeployOutcome> = {}): DeployOutcome => ({
    ...{ botId: 'st-1', created: false, resumed: false, backup: undefined, changes: [], imported: ['orders'] },
    ...{ variables: { set: [], missing: [], how: 'api' }, trained: [], tests: [], published: false, todo: [] },
    ...change,
  });
  const tested = { language: 'en', passed: 3, failed: 1 };
  it.each<[change: Partial<DeployOutcome>, lines: readonly string[]]>([
    [{}, ['✔ updated st-1']],
    [{ created: true, botId: undefined }, ['✔ created ']],
    [{ resumed: true }, ['✔ updated st-1 (went on from an earlier run)']],
    [{ imported: [] }, ['✔ updated st-1', '  nothing to import: the bot is what the files say']],
    [{ changes: [{ name: 'orders', summary: '1 added' }] }, ['✔ updated st-1', '  orders: 1 added']],
    [{ variables: { set: ['A', 'B'], missing: [], how: 'api' } }, ['✔ updated st-1', '  variables set: A, B']],
    [{ trained: ['en'] }, ['✔ updated st-1', '  trained: en']],
    [
      { tests: [tested, { ...tested, f1: '0.9' }] },
      ['✔ updated st-1', '  batch test en: 3 of 4 passed', '  batch test en: 3 of 4 passed (f1 0.9)'],
    ],
    [{ published: true, backup: 'b.zip' }, ['✔ updated st-1', '  published', '  backup of the bot as it was: b.zip']],
    [{ todo: ['a', 'b'] }, ['✔ updated st-1', '', 'Still to do by hand:', '  1. a', '  2. b']],
  ])('%j', (change, lines) => expect(summary(outcome(change))).toBe(lines.join('\n')));
});

describe('what is left to do', () => {
  const variables = (missing: readonly string[], how: VariablesOutcome['how'] = 'api') => ({ set: [], missing, how });
  const published = { awaitingApproval: false };
  const service = (more: object, type = 'service') =>
    edited(bot, (d) => void (d.dialogComponents = [{ type, ...more }] as never));
  const plain = () => service({});
  const left = (
    done: Parameters<typeof nextStepsAfter>[1],
    options = {},
    of = plain(),
    botId: string | undefined = 'st-1',
  ) =>
    nextStepsAfter(stage(of, { botId, options: optionsOf(options) }).context, done).map((step) =>
      step.split(/[ (,]/).slice(0, 3).join(' '),
    );
  it('is nothing after a bot that exists was published', () => expect(left({ botId: 'st-1', published })).toEqual([]));
  it('is to name a new bot, to publish, and to approve', () => {
    const [name] = nextStepsAfter(stage(plain()).context, { botId: 'st-9', published });
    expect(name).toContain('XO_BOT_ID=st-9 ');
    expect(left({ botId: 'st-1' })).toEqual(['Enable a channel']);
    expect(left({ botId: 'st-1' }, { channel: 'web' })).toEqual(['Publish  here:']);
    expect(left({ botId: 'st-1', published: { awaitingApproval: true } })).toEqual(['Approve the publish']);
  });
  it('is to fill in variables, and how', () => {
    const said = (of: VariablesOutcome) =>
      nextStepsAfter(stage(plain(), { botId: 'st-1' }).context, { botId: 'st-1', published, variables: of });
    expect(said(variables([]))).toEqual([]);
    expect(said(variables(['A', 'B']))).toEqual(['Fill in the bot’s variables A, B if they are empty.']);
    expect(said(variables(['A'], 'no-builder-app'))[0]).toContain('XO_BUILDER_CLIENT_ID');
  });
  it.each([
    [{ integrationId: 'i' }, 'service', true],
    [{ idp: 'Shop' }, 'service', true],
    [{ idp: 'none' }, 'service', false],
    [{}, 'service', false],
    [{ idp: 'Shop' }, 'message', false],
  ])('is to authorize a bot with %j in a %s: %s', (more, type, needed) =>
    expect(left({ botId: 'st-1', published }, {}, service(more, type))).toEqual(
      needed ? ['Authorize the integration:'] : [],
    ),
  );
});

describe('a dry run', () => {
  const calls = (options: Parameters<typeof optionsOf>[0], botId: string | undefined) =>
    dryRunReport(stage(bot, { botId, options: optionsOf(options) }).context, []).calls.map((call) =>
      call.replace('POST http://127.0.0.1:9/api/', '').replace('public/bot/st-1/', '…/'),
    );
  const [upload, variables] = ['public/uploadfile   (orders)', '1.1/public/builder/bot/st-1/variables/import'];
  it.each([
    [{}, [upload, '…/import', variables, '…/ml/train']],
    [{ publish: true }, [upload, '…/import', variables, '…/publish']],
    [{ batchTest: true }, [upload, '…/import', variables, '…/ml/train', '…/testsuite/import, /testsuite/<name>/run']],
    [
      { publish: true, batchTest: true, channel: 'web' } as const,
      [
        upload,
        '…/import',
        variables,
        '…/ml/train',
        '…/testsuite/import, /testsuite/<name>/run',
        'public/channels   (web)',
        '…/publish',
      ],
    ],
  ])('of %j would make these calls', (options, expected) => expect(calls(options, 'st-1')).toEqual(expected));
  it('says which bot it would make, or what it would change in one', () => {
    const diff = {
      before: 'a',
      after: 'b',
      identity: [],
      settings: [],
      dialogs: [],
      components: [],
      variables: [],
      events: [],
    };
    const text = (botId: string | undefined) =>
      dryRunReport(stage(bot, { botId }).context, [{ name: 'orders', diff }]).text;
    expect(text(undefined)).toMatch(/^Would create a bot named “Orders”\.\n\nWould call/);
    expect(text(undefined)).toContain('POST http://127.0.0.1:9/api/public/bot/import');
    expect(text('st-1')).toMatch(/^orders:\nNo difference\.\n\nWould call/);
    expect(text('st-1')).toContain('POST http://127.0.0.1:9/api/public/bot/st-1/import');
  });
});

describe('a failure', () => {
  const failure = { step: 'import', code: 'network', likelyCause: 'c', whatToDo: 'w' } as const;
  it('is told with what the platform says, if it says something', () => {
    const told = ['✖ import failed (network)', '  likely cause: c', '  what to do: w'];
    expect(failureLines(failure)).toEqual(told);
    expect(failureLines({ ...failure, platformSaid: 'p' })).toEqual([
      told[0],
      '  the platform says: p',
      ...told.slice(1),
    ]);
  });
  it('shows no secret of four signs or more', () => {
    expect(scrub('abcd abc', ['abcd', 'abc'])).toBe('•••• abc');
  });
  it.each([
    [299, false],
    [300, true],
    [399, true],
    [400, false],
  ])('%i sends elsewhere: %s', (status, elsewhere) => expect(redirects({ status } as Response)).toBe(elsewhere));
  it.each(['queued', 'Initiated', 'running', 'accepted'])('is none where something is %s', (status) =>
    expect(outcomeOf(status, 'fail')).toBe('waiting'),
  );
  it.each(['rejected', 'canceled', 'access denied', 'aborted'])('is one where something is %s', (status) =>
    expect(outcomeOf(status, 'wait')).toBe('failed'),
  );
});

describe('what the build left', () => {
  let dist = '';
  beforeAll(async () => {
    dist = mkdtempSync(join(tmpdir(), 'jobs-'));
    const { definition, config } = jobOf(bot);
    mkdirSync(join(dist, 'orders', 'actions'), { recursive: true });
    const zip = (...names: readonly string[]) =>
      pack(names.map((path) => ({ path, bytes: path.startsWith('config') ? config : definition })));
    writeFileSync(join(dist, 'orders-xo11.zip'), await zip('appDefinition.json', 'config.json'));
    writeFileSync(join(dist, 'orders-xo10.zip'), await zip('appDefinition.json', 'config.json'));
    writeFileSync(join(dist, 'bare-xo11.zip'), await zip('appDefinition.json'));
    writeFileSync(join(dist, 'orders', 'actions', 'track-xo11.zip'), await zip('appDefinition.json', 'config.json'));
    writeFileSync(join(dist, 'orders', 'actions', 'other-xo10.zip'), await zip('botDefinition.json', 'config.json'));
  });
  afterAll(() => rmSync(dist, { recursive: true }));
  const jobs = (
    only: readonly string[],
    integration: string | undefined = 'orders',
    target: 'xo10' | 'xo11' = 'xo11',
  ) => findJobs({ dist, target, integration, only });

  it('is the bot, or the actions that are named', async () => {
    expect(await jobs([])).toMatchObject({ integration: 'orders', jobs: [{ name: 'orders', icon: undefined }] });
    expect((await jobs(['track'])).jobs.map(({ name }) => name)).toEqual(['track']);
    expect(await jobs([], undefined)).toMatchObject({ integration: 'orders' });
  });

  it.each<[only: readonly string[], integration: string, target: 'xo10' | 'xo11', says: RegExp]>([
    [['tracks'], 'orders', 'xo11', /^dist has no xo11 zip of tracks\. It has: track\.$/],
    [['track'], 'orders', 'xo10', /^dist has no xo10 zip of track\. It has: other\.$/],
    [['track'], 'nothing', 'xo11', /^dist has no xo11 zip of track\. Run "npm run build" first\.$/],
    [[], 'nothing', 'xo11', /^dist has no xo11 zip of nothing\. Run "npm run build" first\.$/],
    [[], 'orders', 'xo10', /is not a zip for xo10\. Run "npm run build" again\.$/],
    [[], 'bare', 'xo11', /is not a zip for xo11\. Run "npm run build" again\.$/],
  ])('is refused: %j of %s for %s', (only, integration, target, says) =>
    expect(jobs(only, integration, target)).rejects.toThrow(says),
  );

  it('is one integration, or one is named', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dist-'));
    try {
      expect(integrationIn(folder, 'named')).toBe('named');
      expect(() => integrationIn(join(folder, 'none'), undefined)).toThrow('There is nothing in dist/.');
      writeFileSync(join(folder, 'file'), '');
      expect(() => integrationIn(folder, undefined)).toThrow('There is nothing in dist/.');
      mkdirSync(join(folder, 'a'));
      expect(integrationIn(folder, undefined)).toBe('a');
      mkdirSync(join(folder, 'b'));
      expect(() => integrationIn(folder, undefined)).toThrow('Add --integration a or b.');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
