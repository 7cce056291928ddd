import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { signToken } from '../../deploy/jwt';
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
afterEach(async () => {
  vi.unstubAllGlobals();
  await bench?.close();
});

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

describe('after the import', () => {
  it('a training that fails, and one that never ends', async () => {
    expect(await failureOf(deploy(await open({ fail: { train: 'x' } })))).toMatchObject({ step: 'train' });
    await bench?.close();
    const endless = await open({
      tap: (moment, call) => {
        if (moment === 'before' && call.endsWith('ml/train'))
          for (const s of endless.bots()) s.trained.add = () => s.trained;
      },
    });
    expect(await failureOf(deploy(endless, {}, { XO_TIMEOUT_SECONDS: '0.2' }))).toMatchObject({
      step: 'train',
      code: 'timeout',
    });
  });

  it('publishing without a channel says so, and goes on when there is one', async () => {
    const b = await open();
    expect(await failureOf(deploy(b, { publish: true }))).toMatchObject({ step: 'publish', code: 'no-channel' });
    for (const stored of b.bots()) stored.channels = 1;
    expect(await deploy(b, { publish: true })).toMatchObject({ published: true, resumed: true, trained: [] });
    for (const stored of b.bots()) expect(stored.trained).toEqual(new Set(['en']));
    expect(b.emulator.calls).not.toContain('POST /api/public/bot/:botId/ml/train');
  });

  it('a status that still tells of an earlier publish is not taken for ours', async () => {
    let [before, held, looks] = ['', '', 0];
    const tap = (moment: string, call: string) => {
      const [stored] = b.bots();
      const key = `publish ${stored?.id ?? ''}`;
      const { last } = b.emulator.store;
      if (moment === 'after' && call === 'POST /api/public/bot/:botId/publish' && before !== '') {
        held = last.get(key) ?? '';
        last.set(key, before);
      }
      if (
        moment === 'before' &&
        call === 'GET /api/public/bot/:botId/publish/status' &&
        held !== '' &&
        (looks += 1) === 3
      ) {
        last.set(key, held);
      }
    };
    const b: Workbench = await open({ tap });
    await deploy(b);
    const [stored] = b.bots();
    if (stored === undefined) throw new Error('no bot');
    stored.channels = 1;
    await deploy(b, { publish: true });
    before = b.emulator.store.last.get(`publish ${stored.id}`) ?? '';
    await b.build(otherPrompt('Published?'));
    expect(await deploy(b, { publish: true })).toMatchObject({ published: true });
    expect(looks).toBeGreaterThan(2);
    expect(JSON.stringify(stored.published)).toContain('Published%3F');
  });

  describe('is published once', () => {
    const PUBLISH = 'POST /api/public/bot/:botId/publish';
    const published = (b: Workbench) => b.emulator.calls.filter((call) => call === PUBLISH).length;
    /** A platform whose answers to publishing are changed on the way. */
    const answering = async (answer: (real: Response) => Response) => {
      const b = await open();
      await deploy(b);
      for (const stored of b.bots()) stored.channels = 1;
      const real = globalThis.fetch;
      vi.stubGlobal('fetch', async (...asked: Parameters<typeof fetch>) => {
        const response = await real(...asked);
        return response.url.endsWith('/publish') ? answer(response) : response;
      });
      return b;
    };

    it.each<[string, () => Response]>([
      ['a server error', () => new Response('{}', { status: 503 })],
      ['lost patience', () => new Response('', { status: 408 })],
      ['nothing that can be read', () => new Response('<html>')],
    ])('also when the platform answers with %s after it took the request', async (_, answer) => {
      const b = await answering(answer);
      expect(await failureOf(deploy(b, { publish: true }))).toMatchObject({ code: 'unknown-outcome' });
      expect(await deploy(b, { publish: true })).toMatchObject({ published: true });
      expect(published(b)).toBe(1);
    });

    it('and what somebody else publishes after ours was refused is not ours', async () => {
      const b = await open();
      expect(await failureOf(deploy(b, { publish: true }))).toMatchObject({ code: 'no-channel' });
      for (const stored of b.bots()) {
        stored.channels = 1;
        const auth = await signToken({ clientId: 'cs-admin', clientSecret: SECRETS.admin }, 'documented', Date.now());
        const asked = {
          method: 'POST',
          headers: { auth, 'content-type': 'application/json' },
          body: '{"versionComment":"theirs","initiateTraining":true}',
        };
        expect((await fetch(`${b.emulator.url}/api/public/bot/${stored.id}/publish`, asked)).status).toBe(200);
      }
      const before = published(b);
      expect(await deploy(b, { publish: true })).toMatchObject({ published: true });
      expect(published(b)).toBe(before + 1);
    });
  });

  it('a publish that fails is in the platform’s words', async () => {
    const b = await open({ fail: { publish: 'model could not be deployed' } });
    const first = failureOf(deploy(b, { publish: true }));
    await first;
    for (const stored of b.bots()) stored.channels = 1;
    expect((await failureOf(deploy(b, { publish: true }))).platformSaid).toContain('model could not be deployed');
  });
});
