import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { agree } from '../../deploy/consent';
import type { DeployContext } from '../../deploy/context';
import type { KoreBot } from '../../kore/format';
import { pack } from '../../kore/zip/pack';
import { component, edited, readBot } from '../kore/diff/bots';
import { failureOf } from './attempt';
import { memoryState, optionsOf, stage } from './stage';

let bot: KoreBot;
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'consent-'));
  bot = await readBot('xo11');
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllGlobals());

describe('a consent', () => {
  /** The bot as it is on the platform, one after the other. */
  async function asked(
    live: readonly KoreBot[],
    change: Partial<DeployContext> = {},
    answers: readonly boolean[] = [],
  ) {
    const zips = await Promise.all(
      live.map(({ definition, config }) =>
        pack([
          { path: 'appDefinition.json', bytes: Buffer.from(JSON.stringify(definition)) },
          { path: 'config.json', bytes: Buffer.from(JSON.stringify(config)) },
        ]),
      ),
    );
    let exported = 0;
    vi.stubGlobal('fetch', () =>
      Promise.resolve(new Response(new Uint8Array(zips[Math.min((exported += 1), zips.length) - 1] ?? []))),
    );
    let questions = 0;
    const person = {
      present: answers.length > 0,
      showDiff: () => undefined,
      confirm: () => Promise.resolve(answers[(questions += 1) - 1] ?? false),
    };
    const s = stage(bot, {
      answers: { exportBot: () => 'e', exportStatus: () => ({ status: 'success', downloadURL: '/f' }) },
      ...{ person, options: optionsOf({ yes: false, dryRun: true }), folder },
      ...change,
    });
    const run = agree('st-1', s.context);
    return { run, state: s.context.state, told: () => [exported, questions] };
  }
  const other = (script: string) => edited(bot, (d) => (component(d, 'OrderStatusMessage').script = script));

  it('is asked for while the bot differs, and the bot is looked at once more after an answer', async () => {
    const { run, told, state } = await asked([other('a')], {}, [true, true]);
    await run;
    expect(told()).toEqual([2, 1]);
    expect(state.get()).toMatchObject({
      nothingToImport: false,
      confirmed: { changes: [{ name: 'orders', summary: '1 changed' }] },
    });
  });
  it('is not asked for where nothing differs, nor with --yes', async () => {
    const same = await asked([bot], {}, [true]);
    await same.run;
    expect(same.told()).toEqual([1, 0]);
    expect(same.state.get().nothingToImport).toBe(true);
    const yes = await asked([other('a')], { options: optionsOf({ yes: true, dryRun: true }) });
    await yes.run;
    expect(yes.told()).toEqual([1, 0]);
    expect(yes.state.get().nothingToImport).toBe(false);
  });
  it('that is refused, or that nobody can give, ends the run', async () => {
    expect(await failureOf((await asked([other('a')], {}, [false])).run)).toMatchObject({
      likelyCause: 'the changes were not confirmed',
    });
    const alone = await failureOf((await asked([other('a')])).run);
    expect(alone).toMatchObject({
      code: 'refused',
      likelyCause: expect.stringContaining('nobody is there to ask') as string,
    });
  });
  it('is asked for three times at most', async () => {
    const { run, told } = await asked(['a', 'b', 'c', 'd'].map(other), {}, [true, true, true, true]);
    expect(await failureOf(run)).toMatchObject({ code: 'changing' });
    expect(told()).toEqual([3, 3]);
  });
  it.each<[about: string, live: string, job: object, diffs: object, asks: boolean]>([
    ['nothing was sent', 'b', {}, 'agreed' as never, true],
    ['something was sent that changes what was agreed to', 'a', { sent: true }, 'agreed' as never, false],
    ['something was sent, and another thing would change', 'b', { sent: true }, 'agreed' as never, true],
    ['what was sent is done', 'b', { sent: true, done: true }, {}, false],
  ])('given for another state of the bot, when %s, is asked for anew: %s', async (_, live, job, diffs, asks) => {
    const before = await asked([other('a')], {}, [true, true]);
    await before.run;
    const given = before.state.get().confirmed!;
    const confirmed = { ...given, live: 'another', ...(diffs === ('agreed' as never) ? {} : { diffs: {} }) };
    const { run, told } = await asked([other(live)], { state: memoryState({ confirmed, jobs: { orders: job } }) }, [
      true,
      true,
    ]);
    await run;
    expect(told()[1]).toBe(asks ? 1 : 0);
  });
});
