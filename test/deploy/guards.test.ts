import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enabledChannels, knownBots } from '../../deploy/memory';
import { harmless, harmlessLine } from '../../deploy/harmless';
import { createLimiter } from '../../deploy/limiter';
import { poll } from '../../deploy/poll';
import { withProfilesOf } from '../../deploy/profiles';
import { titleWith } from '../../deploy/progress';
import { openState } from '../../deploy/resume';
import { canonical, hash, writePrivateFile } from '../../deploy/sealed';
import { complaints } from '../../deploy/status';
import { readBot } from '../kore/diff/bots';
import { failureOf } from './attempt';
import { fakeClock } from './scripted-server';
import { workbench } from './workbench';

describe('the limiter', () => {
  it('lets fifty calls through, and the next only when the first is a minute old', async () => {
    const clock = fakeClock();
    const limiter = createLimiter(clock);
    for (let i = 0; i < 50; i += 1) await limiter.take('a');
    expect(clock.slept).toEqual([]);
    await limiter.take('a');
    expect(clock.slept).toEqual([60_000]);
  });

  it('lets 1,500 calls through in an hour, however many came before', async () => {
    const clock = fakeClock();
    const limiter = createLimiter(clock);
    const times: number[] = [];
    for (let i = 0; i < 6_000; i += 1) {
      await limiter.take('a');
      times.push(clock.now());
    }
    const inHour = times.map((t, i) => times.slice(i).filter((u) => u < t + 3_600_000).length);
    expect(Math.max(...inHour)).toBe(1_500);
    const inMinute = times.map((t, i) => times.slice(i, i + 60).filter((u) => u < t + 60_000).length);
    expect(Math.max(...inMinute)).toBe(50);
  });
});

describe('polling', () => {
  const waiting = { waiting: 'pending' };
  const options = (clock: ReturnType<typeof fakeClock>, timeoutMs: number, pollMs = 2_000) => ({
    clock,
    pollMs,
    timeoutMs,
    say: () => undefined,
  });

  it('pauses half as long again each time, up to fifteen seconds', async () => {
    const clock = fakeClock();
    await failureOf(poll('import', () => Promise.resolve(waiting), options(clock, 120_000)));
    expect(clock.slept.slice(0, 8)).toEqual([2_000, 3_000, 4_500, 6_750, 10_125, 15_000, 15_000, 15_000]);
    const slow = fakeClock();
    await failureOf(poll('import', () => Promise.resolve(waiting), options(slow, 120_000, 20_000)));
    expect(new Set(slow.slept)).toEqual(new Set([20_000]));
  });

  it('never waits beyond its limit, and looks once even when there is none', async () => {
    const clock = fakeClock();
    await failureOf(poll('import', () => Promise.resolve(waiting), options(clock, 5_000)));
    expect(clock.now()).toBe(5_000);
    const none = fakeClock();
    expect(await poll('import', () => Promise.resolve({ done: 7 }), options(none, 0))).toBe(7);
    expect(await failureOf(poll('import', () => Promise.resolve(waiting), options(none, 0)))).toMatchObject({
      code: 'timeout',
    });
  });
});

describe('what is kept between runs', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'state-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is readable by its owner only, and no scratch file is left', () => {
    const state = openState(folder, 'place', 'files');
    state.update({ botId: 'st-1' });
    expect(statSync(state.path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'state')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder, 'state'))).toHaveLength(1);
  });

  it('is of this very deployment: other files begin anew, another place has its own', () => {
    openState(folder, 'place', 'files').updateJob('a', { sent: true });
    expect(openState(folder, 'place', 'files')).toMatchObject({ resumed: true });
    expect(openState(folder, 'place', 'other files').resumed).toBe(false);
    expect(openState(folder, 'place', 'other files').get().jobs).toEqual({});
    expect(openState(folder, 'other place', 'files').resumed).toBe(false);
  });

  it('goes on from where it was, and is gone when all is done', () => {
    const state = openState(folder, 'place', 'files');
    state.updateJob('a', { sent: true, requestId: 'r' });
    state.updateJob('a', { done: true });
    expect(openState(folder, 'place', 'files').get().jobs).toEqual({ a: { sent: true, requestId: 'r', done: true } });
    state.resetJob('a');
    expect(openState(folder, 'place', 'files').get().jobs).toEqual({ a: {} });
    state.clear();
    expect(readdirSync(join(folder, 'state'))).toEqual([]);
  });

  it('is never begun anew because it was damaged: what was sent would be sent again', () => {
    const state = openState(folder, 'place', 'files');
    state.updateJob('a', { sent: true });
    const text = readFileSync(state.path, 'utf8');
    const damaged = [
      '',
      '\0'.repeat(text.length),
      text.slice(0, -3),
      text.replace('sent', 'sens'),
      text.replace('files', 'filet'),
    ];
    for (const other of damaged) {
      writeFileSync(state.path, other);
      expect(() => openState(folder, 'place', 'files'), other).toThrow(/is not as it was written; an earlier run/);
    }
    knownBots(folder).set('a', 'st-1');
    writeFileSync(join(folder, 'bots.json'), '{"b": "st-1", "checksum": "0"}');
    expect(() => knownBots(folder).get('a')).toThrow(/remove it/);
  });

  it('replaces a file whole', () => {
    const path = join(folder, 'deep', 'file');
    writePrivateFile(path, 'one');
    writePrivateFile(path, 'two');
    expect(readFileSync(path, 'utf8')).toBe('two');
  });

  it('knows bots and channels by place, and forgets nothing else', () => {
    const bots = knownBots(folder);
    bots.set('a', 'st-1');
    bots.set('b', 'st-2');
    expect([bots.get('a'), bots.get('b'), bots.get('c')]).toEqual(['st-1', 'st-2', undefined]);
    const channels = enabledChannels(folder);
    channels.add('st-1', 'web');
    channels.add('st-1', 'webhook');
    channels.remove('st-1', 'web');
    expect([channels.has('st-1', 'web'), channels.has('st-1', 'webhook'), channels.has('st-2', 'webhook')]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('hashes what is the same alike, and what is not differently', () => {
    expect(canonical({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
    expect(canonical([2, 1])).not.toBe(canonical([1, 2]));
    expect(hash('a', 'b')).not.toBe(hash('ab'));
  });
});

describe('what others wrote, on a terminal', () => {
  const NASTY = '\u001b[2J\u001b]0;x\u0007\r\u0008\u009b31m\u202e\u2066\u200b\ufeff\u2028\u{e0041}\ud800 end';

  it('can neither drive it nor disguise itself', () => {
    expect(harmless(NASTY)).toMatch(/^[ -~]*end$/);
    expect(harmless('a\tb\nc ä 漢 👨‍👩‍👧 می‌خواهم')).toBe('a\tb\nc ä 漢 👨‍👩‍👧 می‌خواهم');
    expect(harmlessLine('a\n✔ created\t b')).toBe('a ✔ created b');
    expect(titleWith('Import', `${NASTY}\n${'x'.repeat(500)}`)).toMatch(/^Import \([ -~]{1,80}\)$/);
  });

  it('is harmless wherever the platform says it', async () => {
    const b = await workbench({ target: 'xo11', fail: { import: NASTY }, failedStatus: `failed ${NASTY}` });
    try {
      await b.build(await readBot('xo11'));
      for (const args of [['deploy'], ['deploy', '--json']]) {
        const { out, err, code } = await b.run(args);
        expect(code).toBe(1);
        expect(out + err).toContain('end');
        expect(out + err).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}]/u);
      }
    } finally {
      await b.close();
    }
  });
});

describe('the lines of an import’s log', () => {
  it('are complaints when they are no success, in the platform’s words', () => {
    const logs = [
      { taskType: 'Dialog', taskName: 'A', status: 'success' },
      { taskType: 'Dialog', taskName: 'B', status: 'failed', message: 'no\n such  node' },
      { taskType: 'Event', status: 'FAILURE', errors: [{ msg: 'x' }, { msg: 'y' }] },
      { status: 'pending', message: 'not yet' },
    ];
    expect(complaints(logs)).toEqual(['Dialog B: no such node', 'Event : x; y']);
    expect(complaints(undefined)).toEqual([]);
  });
});

describe('an authorization profile', () => {
  it('is the same by refId, or by its name without the stamps of imports, and its services follow', async () => {
    const bot = await readBot('xo11');
    const profile = (name: string, refId: string) => ({ name, refId });
    const holding = (...profiles: readonly object[]) => ({
      ...bot,
      definition: { ...bot.definition, idpConfigurations: profiles },
    });
    const live = holding(
      profile('Renamed1712345678901', 'r1'),
      profile('Store1712345678901_1712345678902', 'other'),
      profile('Phone2125551234567', 'r3'),
    );
    const using = {
      ...live,
      definition: {
        ...live.definition,
        dialogComponents: live.definition.dialogComponents.map((c) => ({
          ...c,
          idp: 'Store1712345678901_1712345678902',
        })),
      },
    };
    const built = holding(profile('Shop', 'r1'), profile('Store', 'r2'));
    const { definition } = withProfilesOf(using, built);
    expect(definition['idpConfigurations']).toMatchObject([
      { name: 'Shop' },
      { name: 'Store' },
      { name: 'Phone2125551234567' },
    ]);
    expect(new Set(definition.dialogComponents.map((c) => c.idp))).toEqual(new Set(['Store']));
    expect(withProfilesOf(built, built)).toBe(built);
  });
});
