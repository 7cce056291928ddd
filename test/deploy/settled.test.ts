import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { channelApp } from '../../deploy/channels';
import { enabledChannels } from '../../deploy/memory';
import { readDeploySettings } from '../../deploy/settings';
import { enableChannel } from '../../deploy/steps/channel';
import { compareExports } from '../../deploy/steps/compare';
import { setVariables } from '../../deploy/steps/variables';
import type { KoreBot } from '../../kore/format';
import { component, edited, readBot, withVariables } from '../kore/diff/bots';
import { failureOf } from './attempt';
import { jobOf, optionsOf, refuses, settingsOf, stage } from './stage';

let bot: KoreBot;
let folder = '';
beforeAll(async () => {
  bot = await readBot('xo11');
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settled-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('variables', () => {
  const OWN = { A: 'a', B: 'b' };
  const set = async (own: Readonly<Record<string, string>>, builder: boolean = true) => {
    const with3 = withVariables(bot, { key: 'A' }, { key: 'B', isSecured: true }, { key: 'C' });
    const settings = { ...settingsOf(own), ...(builder ? {} : { builder: undefined }) };
    const s = stage(with3, { settings });
    return { outcome: await setVariables('st-1', s.context), calls: s.calls };
  };
  it('get the values that there are', async () => {
    const { outcome, calls } = await set(OWN);
    expect(outcome).toEqual({ set: ['A', 'B'], missing: ['C'], how: 'api' });
    expect(calls).toEqual([
      'setVariables st-1 [{"key":"A","value":"a","hint":"","variableType":"env","scope":"prePopulated"},' +
        '{"key":"B","value":"b","hint":"","variableType":"env","scope":"prePopulated","isSecured":true}]',
    ]);
  });
  it('do not say that they are secured where that was chosen', async () => {
    expect((await set({ ...OWN, XO_SECURED_FLAG: 'omit' })).calls.join()).not.toContain('isSecured');
  });
  it.each([
    [{ ...OWN, XO_VARIABLES: 'config' }, true, { set: ['A', 'B'], missing: ['C'], how: 'config' }],
    [{ ...OWN, XO_VARIABLES: 'skip' }, true, { set: [], missing: ['A', 'B', 'C'], how: 'skip' }],
    [{}, true, { set: [], missing: ['A', 'B', 'C'], how: 'skip' }],
    [OWN, false, { set: [], missing: ['A', 'B', 'C'], how: 'no-builder-app' }],
  ] as const)('are not sent: %j, with an app of the builder: %s', async (own, builder, outcome) => {
    expect(await set(own, builder)).toEqual({ outcome, calls: [] });
  });
});

describe('a channel', () => {
  const NAMED = { XO_BUILDER_APP_NAME: 'app' };
  const enable = (answers = {}) => {
    const s = stage(bot, { answers, folder, own: NAMED });
    return { run: () => enableChannel('st-1', 'web', s.context), calls: s.calls };
  };
  it('is enabled once', async () => {
    const { run, calls } = enable();
    await run();
    await run();
    expect(calls).toEqual(['enableChannel st-1 rtm {"clientId":"builder","appName":"app"}']);
  });
  it.each([
    ['unknown-outcome', true],
    ['forbidden', false],
  ] as const)('after %s counts as enabled: %s', async (code, counts) => {
    expect(await failureOf(enable({ enableChannel: refuses(code) }).run())).toMatchObject({ code });
    expect(enabledChannels(folder).has('st-1', 'web')).toBe(counts);
  });
  it('after a mistake of ours does not', async () => {
    const broken = enable({ enableChannel: () => Promise.reject(new TypeError('ours')) });
    await expect(broken.run()).rejects.toThrow('ours');
    expect(enabledChannels(folder).has('st-1', 'web')).toBe(false);
  });
  it('needs an app of the builder and its name', () => {
    expect(channelApp(settingsOf(NAMED))).toEqual({ clientId: 'builder', appName: 'app' });
    expect(() => channelApp(settingsOf())).toThrow('--channel needs');
    expect(() => channelApp({ ...settingsOf(NAMED), builder: undefined })).toThrow('--channel needs');
  });
});

describe('what an import would change', () => {
  const live = () =>
    edited(withVariables(bot, { key: 'GONE' }), (d) => {
      d['sessionInactiveTime'] = 1;
      d.botEvents = {};
      d.dialogs.push({
        ...structuredClone(d.dialogs[0]!),
        _id: 'x',
        refId: 'x',
        localeData: { en: { name: 'Other' } },
      } as never);
      d.dialogComponents.push({ ...component(d, 'GetOrder'), _id: 'y', refId: 'y', name: 'Loose' });
    });
  const between = (only: readonly string[], settings: boolean) => {
    const s = stage(bot, { options: optionsOf({ only, settings }) });
    const [one] = compareExports(live(), s.context);
    const { dialogs, components, variables, events, settings: changed } = one!.diff;
    const kinds = [dialogs, components, variables].map((list) =>
      list.map(({ kind, name }) => `${kind} ${name}`).join(),
    );
    return [...kinds, events.length > 0, changed.length > 0];
  };
  it.each<[only: readonly string[], settings: boolean, expected: readonly unknown[]]>([
    [[], true, ['kept Other', 'kept Loose', 'kept GONE', true, true]],
    [[], false, ['kept Other', 'kept Loose', 'kept GONE', false, false]],
    [['order-status'], true, ['', '', '', false, false]],
  ])('with %j, and settings: %s', (only, settings, expected) => expect(between(only, settings)).toEqual(expected));
  it('is told for each import', () => {
    const s = stage(bot, { built: { integration: 'x', jobs: [jobOf(bot, 'a'), jobOf(bot, 'b')] } });
    expect(compareExports(bot, s.context).map(({ name }) => name)).toEqual(['a', 'b']);
  });
});

describe('settings', () => {
  const read = (own: Readonly<Record<string, string>>) =>
    readDeploySettings({
      folder,
      environment: undefined,
      process: { XO_CLIENT_ID: 'id-1', XO_CLIENT_SECRET: 's', ...own },
    });
  it.each([
    ['0', false],
    ['-1', false],
    ['0.01', true],
    ['86400', true],
    ['86400.1', false],
    ['soon', false],
    ['Infinity', false],
  ])('of %s seconds are taken: %s', (value, taken) => {
    const run = () => read({ XO_POLL_SECONDS: value }).pollMs;
    if (taken) expect(run()).toBe(Number(value) * 1000);
    else expect(run).toThrow('XO_POLL_SECONDS must be a number of seconds.');
  });
  it('keep what is named like a secret, and no id', () => {
    expect(read({ A_TOKEN: 't', PLAIN: 'p', CLIENT_ID: 'i', TOKEN_ID: 'j', EMPTY_TOKEN: '' }).secrets).toEqual([
      's',
      't',
    ]);
  });
  it.each([
    [{ XO_BUILDER_CLIENT_ID: 'a' }, 'go together'],
    [{ XO_BUILDER_CLIENT_SECRET: 'a' }, 'go together'],
    [{ XO_HOST: 'ftp://localhost' }, 'The host must be'],
    [{ XO_HOST: 'http://localhost.example' }, 'The host must be'],
    [{ XO_BOT_ID: 'xst-1' }, 'A bot id begins with st-'],
    [{ XO_TARGET: 'xo12' }, 'XO_TARGET must be xo10 or xo11.'],
  ])('are refused: %j', (own, says) => expect(() => read(own)).toThrow(says));
  it.each([
    [{ XO_HOST: 'http://localhost:9/x' }, 'http://localhost:9'],
    [{ XO_HOST: 'http://[::1]:9' }, 'http://[::1]:9'],
    [{ XO_TARGET: 'xo10' }, 'https://bots.kore.ai'],
    [{}, 'https://platform.kore.ai'],
  ])('%j name the host %s', (own, host) => expect(read(own).host).toBe(host));
});
