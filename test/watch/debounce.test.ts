import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { debounce } from '../../generator/watch/debounce';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

describe('debouncing', () => {
  it('waits until it is quiet, but not longer than it may', async () => {
    let runs = 0;
    const debounced = debounce(() => Promise.resolve(void (runs += 1)), { quiet: 20, longest: 100 });
    for (let i = 0; i < 9; i += 1) {
      debounced.touch();
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(runs).toBe(0);
    debounced.touch();
    await vi.advanceTimersByTimeAsync(10);
    expect(runs).toBe(1);
    // It was not quiet when that run began, so what came last may have been missed.
    await vi.advanceTimersByTimeAsync(100);
    expect(runs).toBe(2);
  });

  it('never works twice at a time, and works once more for what happened meanwhile', async () => {
    let [active, most, runs] = [0, 0, 0];
    const work = async () => {
      runs += 1;
      most = Math.max(most, (active += 1));
      await new Promise((resolve) => setTimeout(resolve, 50));
      active -= 1;
    };
    const debounced = debounce(work, { quiet: 5, longest: 20 });
    for (let i = 0; i < 8; i += 1) {
      debounced.touch();
      await vi.advanceTimersByTimeAsync(6);
    }
    await vi.advanceTimersByTimeAsync(500);
    expect([most, runs]).toEqual([1, 2]);
  });

  it('begins nothing after it was stopped', async () => {
    let runs = 0;
    const debounced = debounce(() => Promise.resolve(void (runs += 1)), { quiet: 5, longest: 20 });
    debounced.touch();
    await debounced.stop();
    debounced.touch();
    await vi.advanceTimersByTimeAsync(100);
    expect(runs).toBe(0);
  });
});
