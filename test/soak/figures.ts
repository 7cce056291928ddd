import type { Memory } from './server';

/** Everything that was counted. */
export interface Tally {
  readonly latencies: number[];
  readonly errors: string[];
  readonly memory: (Memory & { readonly minute: number })[];
  busy: number;
  conversations: number;
  tabs: number;
}

/** More than this between the means of the last two thirds, in megabytes and as a share, is no longer flat. */
const FLAT = { megabytes: 20, share: 0.1 };

export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

/** How much more memory the last third of the samples shows than the one before it: the first third is warming up. */
export function growth(samples: readonly number[]): { readonly before: number; readonly after: number; flat: boolean } {
  const third = Math.max(1, Math.floor(samples.length / 3));
  const before = mean(samples.slice(-2 * third, -third));
  const after = mean(samples.slice(-third));
  return { before, after, flat: !(after - before > FLAT.megabytes && after / before > 1 + FLAT.share) };
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

const HOLDERS = ['server', 'sandbox', 'builder'] as const;

/** True when nothing went wrong and memory stayed as it was. */
export const passed = ({ errors, memory }: Tally): boolean =>
  errors.length === 0 && HOLDERS.every((name) => growth(memory.map((sample) => sample[name])).flat);

/** The figures as Markdown. */
export function summary(tally: Tally, minutes: number, parallel: number): string {
  const { latencies, errors, memory, busy, conversations, tabs } = tally;
  const sorted = [...latencies].sort((a, b) => a - b);
  const ms = (share: number) => percentile(sorted, share).toFixed(0);
  const held = HOLDERS.map((name) => {
    const samples = memory.map((sample) => sample[name]);
    const { before, after, flat } = growth(samples);
    const most = Math.max(...samples).toFixed(0);
    return `| memory of the ${name} | ${before.toFixed(0)} MB, then ${after.toFixed(0)} MB (${flat ? 'flat' : 'grows'}), at most ${most} MB |`;
  });
  return [
    `${minutes} minutes, ${parallel} conversations at a time, Node ${process.versions.node}`,
    '',
    '| what | figure |',
    '| --- | --- |',
    `| turns | ${latencies.length} in ${conversations} conversations and ${tabs} tabs |`,
    `| errors | ${errors.length} |`,
    `| answers “the store is busy” | ${busy} |`,
    `| turn: p50, p95, p99, slowest | ${ms(0.5)}, ${ms(0.95)}, ${ms(0.99)}, ${ms(1)} ms |`,
    ...held,
    ...[...new Set(errors)].slice(0, 10).map((error) => `\n- ${error}`),
  ].join('\n');
}
