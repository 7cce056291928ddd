import { afterEach, describe, expect, it } from 'vitest';
import { readBot } from '../kore/diff/bots';
import { workbench } from './workbench';
import type { Workbench } from './workbench';

// Each run is a process of its own.
let bench: Workbench | undefined;
afterEach(async () => bench?.close());

const open = async () => {
  bench = await workbench({ target: 'xo10' });
  await bench.build(await readBot());
  return bench;
};

describe('the command line', () => {
  it('ends with 2 and says how for wrong usage, before anything is sent', async () => {
    const b = await open();
    const wrong = await Promise.all([
      b.run(['deploy', '--targt', 'xo10']),
      b.run(['depoly']),
      b.run(['deploy', '--target', 'xo9']),
      b.run(['deploy', '--only', 'no-such-action', '--bot', 'st-1', '--yes']),
      b.run(['deploy', '--integration', 'nothing']),
      b.run(['deploy', '--bot', 'st-1']),
      b.run(['pull']),
      b.run(['deploy', '--client-secret', 'x']),
    ]);
    expect(wrong.map((r) => r.code)).toEqual(wrong.map(() => 2));
    expect(wrong[3]?.err).toContain('order-status');
    expect(wrong[5]?.err).toContain('--yes');
    expect(b.emulator.calls).toEqual([]);
  });

  it('has help with examples for each command', async () => {
    const b = await open();
    for (const command of ['deploy', 'pull']) {
      const help = await b.run([command, '--help']);
      expect(help.code).toBe(0);
      expect(help.out).toMatch(new RegExp(`^Usage: npx kore-action-templates ${command} `));
      expect(help.out).toMatch(/Examples?:\n {2}npx kore-action-templates/);
    }
  });

  it('dry-runs without changing anything or leaving anything behind', async () => {
    const b = await open();
    const fresh = await b.run(['deploy', '--dry-run']);
    expect(fresh).toMatchObject({ code: 0 });
    expect(b.emulator.calls).toEqual([]);
    await b.run(['deploy']);
    const calls = b.emulator.calls.length;
    const files = b.written().length;
    const again = JSON.parse((await b.run(['deploy', '--dry-run', '--json'])).out) as {
      diffs: unknown[];
      calls: string[];
    };
    expect(again.diffs).toHaveLength(1);
    expect(b.emulator.calls.slice(calls).every((c) => /export|download/.test(c))).toBe(true);
    expect(b.written()).toHaveLength(files);
  });

  it('prints one JSON document for a failure, too, and ends with 1', async () => {
    const b = await open();
    const failed = await b.run(['pull', '--bot', 'st-none', '--json']);
    expect(failed.code).toBe(1);
    expect(JSON.parse(failed.out)).toMatchObject({ ok: false, kind: 'failed', step: 'export', code: 'not-found' });
    expect(failed.err).toBe('');
  });

  it('names step, message, cause and remedy of a failure', async () => {
    const b = await open();
    const { code, err } = await b.run(['deploy'], { XO_CLIENT_SECRET: 'not-the-secret' });
    expect(code).toBe(1);
    expect(err).toMatch(/✖ import failed \(unauthorized\)|✖ upload failed \(unauthorized\)/);
    expect(err).toMatch(/platform says:.*\n.*likely cause:.*\n.*what to do:/);
  });
});
