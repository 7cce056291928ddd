import { describe, expect, it } from 'vitest';
import { listBots } from '../../deploy/list-bots';
import { failureOf } from './attempt';

const bots = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `st-${from + i}`, name: `Bot ${from + i}` }));

/** An account whose list counts bots or pages in `offset`, with or without a flag that can be trusted. */
function account(count: number, counts: 'items' | 'pages', flag: (more: boolean) => boolean = (more) => more) {
  const asked: number[] = [];
  const all = bots(0, count);
  return {
    asked,
    botPage: (offset: number) => {
      asked.push(offset);
      const start = counts === 'items' ? offset : offset * 50;
      const page = all.slice(start, start + 50);
      return Promise.resolve({ bots: page, more: flag(start + 50 < count) });
    },
  };
}

describe('the list of bots', () => {
  it.each(['items', 'pages'] as const)('is complete when offset counts %s, whatever its length', async (counts) => {
    for (const count of [0, 1, 49, 50, 51, 99, 100, 101, 149, 150, 151, 2600]) {
      const found = await listBots(account(count, counts));
      expect(found.map((b) => b.id)).toEqual(bots(0, count).map((b) => b.id));
    }
  });

  it.each(['items', 'pages'] as const)('does not rely on the flag when offset counts %s', async (counts) => {
    const silent = account(120, counts, () => false);
    expect(await listBots(silent)).toHaveLength(120);
    const insistent = account(120, counts, () => true);
    expect(await listBots(insistent)).toHaveLength(120);
    expect(insistent.asked.length).toBeLessThan(7);
    expect(await listBots(account(3, counts, () => true))).toHaveLength(3);
  });

  it('ends when the host gives the same page for ever, and when it gives new bots for ever', async () => {
    const asked: number[] = [];
    const same = {
      botPage: (offset: number) => Promise.resolve((asked.push(offset), { bots: bots(0, 50), more: true })),
    };
    expect(await listBots(same)).toHaveLength(50);
    expect(asked).toHaveLength(3);
    let next = 0;
    const endless = { botPage: () => Promise.resolve({ bots: bots((next += 50), 50), more: true }) };
    expect(await failureOf(listBots(endless))).toMatchObject({ code: 'bad-answer' });
    expect(next).toBeLessThan(50 * 205);
  });

  it('asks once for a short one', async () => {
    const small = account(49, 'items');
    await listBots(small);
    expect(small.asked).toEqual([0]);
  });
});
