import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../deploy/context';
import { UsageError } from '../../deploy/errors';
import { INTEGRATION, builtDist, nobody, tried as play } from './try-series';
import type { TryIn } from './try-series';
import { SECRETS } from './workbench';
import type { Workbench } from './workbench';

let dist: string;
let bench: Workbench | undefined;
beforeAll(async () => {
  dist = await builtDist();
});
afterAll(() => rmSync(dist, { recursive: true }));
afterEach(async () => bench?.close());

const tried = (options: TryIn['options'] = {}, settings: TryIn['settings'] = {}, yes = true, person: Person = nobody) =>
  play({ dist, options, settings, yes, person, opened: (b) => (bench = b) });

describe('the series and the person', () => {
  it('is asked for before anything is sent, and says how many apps it makes', async () => {
    const asked: string[] = [];
    const person: Person = { ...nobody, present: true, confirm: (q) => Promise.resolve((asked.push(q), false)) };
    await expect(tried({}, {}, false, person)).rejects.toBeInstanceOf(UsageError);
    expect(asked.join()).toMatch(/up to 5 new apps named “parcels try \d{8}-\d{4} …”/);
    expect(bench?.emulator.calls).toEqual([]);
    await bench?.close();
    await expect(tried({}, {}, false)).rejects.toThrow(/--yes/);
    expect(bench?.emulator.calls).toEqual([]);
  });

  it('never touches an app that was there before', async () => {
    const taps: string[] = [];
    const t = await tried({ tap: (_, call) => void taps.push(call) });
    const made = new Set(t.b.bots().map((s) => s.id));
    expect(made.size).toBe(t.report.apps.length);
    expect(t.b.bots().every((s) => s.bot.config.name.startsWith('parcels try '))).toBe(true);
    expect(taps.some((call) => /publish|train|channels/.test(call))).toBe(false);
  });

  it('writes what it learnt when it must end early, and holds no secret', async () => {
    const apps = [
      { kind: 'admin', clientId: 'cs-admin', clientSecret: SECRETS.admin, scopes: ['Role Management'] },
    ] as const;
    const t = await tried({ apps });
    expect(t.report.ended).toMatch(/^forbidden: /);
    expect(t.report.findings).toEqual([]);
    expect(t.page).toContain('ended early');
    for (const secret of Object.values(SECRETS)) expect(t.page + JSON.stringify(t.report)).not.toContain(secret);
  });

  it('tells the platform’s words without what they could do to a page or a terminal', async () => {
    const words = `no | <img src=x> \`code\` \u001b[2J\u202e ${SECRETS.token} [a](b)`;
    const t = await tried({ fail: { import: words } });
    const text = t.page + JSON.stringify(t.report);
    expect(text).not.toContain(SECRETS.token);
    expect(text).not.toMatch(new RegExp('[\\u0000-\\u0008\\u001b\\u202e]'));
    for (const line of t.page.split('\n'))
      expect(
        line
          .split('`')
          .filter((_, i) => i % 2 === 0)
          .join(''),
      ).not.toMatch(/<img|\]\(/);
  });

  it('names apps without their ids, for the report is to be sent', async () => {
    const t = await tried();
    for (const stored of t.b.bots()) expect(t.page + JSON.stringify(t.report)).not.toContain(stored.id);
  });

  it('needs what the build leaves', async () => {
    const missing = join(dist, INTEGRATION, 'first-import', 'bare-xo11.zip');
    const bytes = readFileSync(missing);
    rmSync(missing);
    try {
      await expect(tried()).rejects.toThrow(/npm run build/);
    } finally {
      writeFileSync(missing, bytes);
    }
    expect(existsSync(join(dist, INTEGRATION, 'first-import', 'PROTOCOL.md'))).toBe(true);
  });
});
