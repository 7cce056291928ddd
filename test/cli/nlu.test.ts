import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, rootWith } from '../build/specs';
import { said } from './recorded';

interface Told {
  readonly integrations: readonly {
    readonly languages: readonly {
      readonly language: string;
      readonly dialogs: readonly Record<'right' | 'offered' | 'wrong' | 'none', number>[];
    }[];
  }[];
}

describe('npm run nlu', () => {
  it('routes what the shop holds back: 95 % rightly, 1 % wrongly at most, 50 sentences of each action', async () => {
    const { code, out } = await said(PROJECT, 'nlu', '--integration', 'shopify', '--json');
    expect(code).toBe(0);
    const { integrations } = JSON.parse(out) as Told;
    for (const { language, dialogs } of integrations[0]?.languages ?? []) {
      const sum = (key: 'right' | 'wrong') => dialogs.reduce((all, one) => all + one[key], 0);
      const sizes = dialogs.map((one) => one.right + one.offered + one.wrong + one.none);
      const all = sizes.reduce((a, b) => a + b, 0);
      expect([language, sum('right') / all >= 0.95, sum('wrong') / all <= 0.01]).toEqual([language, true, true]);
      expect(sizes.slice(0, 8).filter((size) => size < 50)).toEqual([]);
    }
  });

  it('shows what is confused', async () => {
    const root = rootWith('parcels');
    writeFileSync(
      join(root, 'specs/parcels/bot.yaml'),
      `${readFileSync(join(root, 'specs/parcels/bot.yaml'), 'utf8')}answers:\n  thanks:\n    title: Thanks\n    description: When someone thanks.\n    utterances: [thanks]\n    tests: [can somebody collect a parcel from me now]\n    text: You are welcome.\n`,
    );
    const { code, out } = await said(root, 'nlu');
    expect(code).toBe(0);
    expect(out).toContain('"can somebody collect a parcel from me now": Thanks → Book a pickup');
  });

  it('says so when the specs have errors', async () => {
    const root = rootWith('parcels');
    writeFileSync(join(root, 'specs/parcels/bot.yaml'), 'name: [');
    expect(await said(root, 'nlu')).toMatchObject({ code: 1, out: '' });
  });
});
