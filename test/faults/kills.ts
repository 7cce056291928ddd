import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { digest, project, run, start } from './project';

/** What was found in `dist/` after each kill. */
export interface Kills {
  readonly old: number;
  readonly new: number;
  /** Killed between the two renames: the old build stands aside, and the next build puts it back. */
  readonly absent: number;
  /** Neither the one nor the other: must not happen. */
  readonly mixed: number;
  /** The next build did not end well, or left something beside `dist/`: must not happen. */
  readonly unrecovered: number;
}

/** Kills builds at random moments. Each changes a text, so that the old build and the new one differ. */
export async function killBuilds(times: number, random: () => number): Promise<Kills> {
  const root = project();
  const counts = { old: 0, new: 0, absent: 0, mixed: 0, unrecovered: 0 };
  const spec = join(root, 'specs', 'parcels', 'bot.yaml');
  const text = readFileSync(spec, 'utf8');
  const write = (version: number) => writeFileSync(spec, text.replace('Hello!', `Hello ${version % 2}!`));
  const built: string[] = [];
  for (const version of [0, 1, 0]) {
    write(version);
    await run(root);
    built[version] = digest(join(root, 'dist')) ?? '';
  }
  let now = 0;
  const started = performance.now();
  await run(root, { args: ['build', '--check'] });
  const usual = performance.now() - started;
  for (let n = 0; n < times; n += 1) {
    write(now + 1);
    const { child, ended } = start(root);
    await wait(usual * (0.4 + random()));
    child.kill('SIGKILL');
    await ended;
    const found = digest(join(root, 'dist'));
    if (found === undefined) counts.absent += 1;
    else if (found === built[now % 2]) counts.old += 1;
    else if (found === built[(now + 1) % 2]) counts.new += 1;
    else counts.mixed += 1;
    if (found === built[(now + 1) % 2]) now += 1;
    if (found === undefined || n % 10 === 9) {
      write(now);
      const { code } = await run(root);
      if (code !== 0 || digest(join(root, 'dist')) !== built[now % 2]) counts.unrecovered += 1;
    }
  }
  rmSync(dirname(root), { recursive: true, force: true });
  return counts;
}
