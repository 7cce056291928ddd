import { decodeJwt } from 'jose';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApi } from '../../deploy/api';
import { jsonFile } from '../../deploy/clean-export';
import { createCleaner } from '../../deploy/clean-values';
import { fetchExport } from '../../deploy/fetch-export';
import type { KoreBot } from '../../kore/format';
import { readBot } from '../kore/diff/bots';
import { failureOf } from './attempt';
import { quickly } from './scripted-server';
import { inTurn, settingsOf, stage } from './stage';

let bot: KoreBot;
beforeAll(async () => {
  bot = await readBot('xo11');
});
afterEach(() => vi.unstubAllGlobals());

/** The calls of the API, answered with this JSON and status; what was asked is noted. */
function api(answer: unknown, own: Readonly<Record<string, string>> = {}, status = 200) {
  const asked: { readonly call: string; readonly body: unknown; readonly app: unknown }[] = [];
  vi.stubGlobal('fetch', (url: string, init: { method: string; body?: unknown; headers: Record<string, string> }) => {
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : init.body;
    asked.push({
      call: `${init.method} ${url.replace('http://h', '')}`,
      body,
      app: decodeJwt(init.headers['auth'] ?? '')['appId'],
    });
    return Promise.resolve(new Response(JSON.stringify(answer), { status }));
  });
  const settings = settingsOf(own);
  return {
    api: createApi(settings, quickly('http://h')),
    asked,
    bare: createApi({ ...settings, builder: undefined }, quickly('http://h')),
  };
}

describe('a call', () => {
  const file = { name: 'a', extension: 'json', bytes: Buffer.from('x') };
  it.each([
    [{ fileId: 'a.b-c_1' }, 'a.b-c_1'],
    [{ fileID: 'x' }, 'x'],
    [{ fileId: 'x'.repeat(200) }, 'x'.repeat(200)],
  ])('takes %j for an id', async (answer, id) => expect(await api(answer).api.uploadFile(file, 'l')).toBe(id));
  it.each([{}, { fileId: '' }, { fileId: 'a b' }, { fileId: '../a' }, { fileId: 5 }, { fileId: 'x'.repeat(201) }])(
    'takes %j for none',
    async (answer) =>
      expect(await failureOf(api(answer).api.uploadFile(file, 'l'))).toMatchObject({
        step: 'upload',
        code: 'bad-answer',
      }),
  );
  it('without a request id leaves open whether a bot is made, and not whether one is imported into', async () => {
    expect(await failureOf(api({}).api.importNew({}))).toMatchObject({ code: 'unknown-outcome' });
    expect(await failureOf(api({}).api.importInto('st-1', {}))).toMatchObject({ code: 'bad-answer' });
  });
  it.each([
    [
      { bots: [{ _id: 'st-1', name: 'A' }, { _id: 5 }], availableMore: true },
      {
        bots: [
          { id: 'st-1', name: 'A' },
          { id: '', name: '' },
        ],
        more: true,
      },
    ],
    [
      { bots: 'x', availableMore: 'true' },
      { bots: [], more: false },
    ],
    [{}, { bots: [], more: false }],
  ])('reads %j for a page of bots', async (answer, page) => {
    const { api: calls, asked } = api(answer);
    expect(await calls.botPage(7)).toEqual(page);
    expect(asked[0]?.call).toBe('GET /api/public/bots?offset=7&limit=50');
  });
  it('enables a web channel as often as it takes, and a webhook once', async () => {
    const app = { clientId: 'c', appName: 'n' };
    const web = api({}, {}, 500);
    expect(await failureOf(web.api.enableChannel('st-1', 'rtm', app))).toMatchObject({ status: 500 });
    expect(web.asked).toHaveLength(6);
    expect(web.asked[0]?.body).toEqual({
      streamId: 'st-1',
      type: 'rtm',
      channelDetails: { displayName: 'Web / Mobile Client', type: 'rtm', app, enable: true },
    });
    const hook = api({}, {}, 500);
    expect(await failureOf(hook.api.enableChannel('st-1', 'ivr', app))).toMatchObject({ code: 'unknown-outcome' });
    expect(hook.asked).toHaveLength(1);
    expect(hook.asked[0]?.body).toMatchObject({
      channelDetails: { displayName: 'Webhook', createInstance: true, enablePolling: false, isAsync: false },
    });
  });
  it('of an app of the builder is made as that app, where there is one', async () => {
    const { api: calls, bare, asked } = api({ requestId: 'r' });
    for (const one of [calls, bare]) {
      await one.setVariables('st-1', []);
      await one.batch.run('st/1', 'a b', 'en');
    }
    expect(asked.map(({ app }) => app)).toEqual(['builder', 'builder', 'admin', 'admin']);
    expect(asked[1]?.call).toBe('POST /api/public/bot/st%2F1/testsuite/a%20b/run');
  });
  it.each([
    [[{ status: 'pending' }], [{ status: 'pending' }]],
    [{ status: 'pending' }, []],
  ])('to publish that answers %j has the parts %j', async (answer, parts) =>
    expect(await api(answer).api.publish('st-1', 'c', false)).toEqual(parts),
  );
  it.each([
    [{}, ''],
    [{ XO_EXPORT_STATUS: 'query' }, '?exportId=a%2Fb'],
  ])('for the status of an export asks as %j says', async (own, query) => {
    const { api: calls, asked } = api({}, own);
    await calls.exportStatus('st-1', 'a/b');
    expect(asked[0]?.call).toBe(`GET /api/public/bot/st-1/export/status${query}`);
  });
});

describe('an export', () => {
  const done = { status: 'success', downloadURL: '/file' };
  const fetched = (...looks: readonly object[]) => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('bytes')));
    const s = stage(bot, {
      answers: { exportBot: () => 'e-1', exportStatus: inTurn(...looks.map((look) => () => look)) },
    });
    return { run: fetchExport('st-1', 'latest', s.context, () => undefined), calls: s.calls };
  };
  it.each<[looks: readonly object[], times: number]>([
    [[done], 1],
    [[{ ...done, _id: 'e-1' }], 1],
    [
      [
        { ...done, _id: 'e-0' },
        { ...done, _id: 'e-1' },
      ],
      2,
    ],
    [[{ ...done, _id: 'e-0', status: 'failed' }, done], 2],
    [[{ status: 'success' }, done], 2],
    [[{ status: 'pending', downloadURL: '/other' }, {}, done], 3],
  ])('is waited for until it is the own one and can be fetched: %#', async (looks, times) => {
    const { run, calls } = fetched(...looks);
    expect((await run).toString()).toBe('bytes');
    expect(calls.filter((call) => call.startsWith('exportStatus'))).toHaveLength(times);
  });
  it('that failed says so', async () =>
    expect((await failureOf(fetched({ status: 'failed' }).run)).platformSaid).toBe('the export ended as "failed"'));
});

describe('what is cleaned', () => {
  it('are secrets of eight signs or more', () => {
    expect(createCleaner(['12345678', '1234567']).definition({ a: 'x 12345678 y 1234567 z' })).toEqual({
      a: 'x •••• y 1234567 z',
    });
  });
  it('is JSON by its name alone', () => {
    expect([
      jsonFile('a.json', Buffer.from('{}')),
      jsonFile('a.js', Buffer.from('{}')),
      jsonFile('a.json', Buffer.from('{')),
    ]).toEqual([{}, undefined, undefined]);
  });
});
