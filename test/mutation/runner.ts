import { appendFileSync } from 'node:fs';
import { getFn } from 'vitest/suite';
import { VitestTestRunner } from 'vitest/runners';
import type { RunnerTestCase } from 'vitest/node';

/** A test that takes the processor for longer is not run once more for each mutant that it comes by. */
const LONGEST_MS = 1500;
/** All runs of the tests of one file with one mutant take the processor for so long at most. */
const MOST_MS = 6000;
/** A mutant that is come by more often in one run of a test makes a loop without an end. */
const MOST_TIMES = 3_000_000;

/** What the switched sources ask: it says which mutant is on, and notes which are come by. */
class Switch {
  active: number | undefined;
  file = '';
  come: Set<number> | undefined;
  private times = 0;
  private readonly noted = new Set<string>();
  private readonly log = process.env['MUTANTS_LOG'] ?? '';

  is(mutant: number): boolean {
    if (this.active === mutant && (this.times += 1) > MOST_TIMES) throw new Error('a loop without an end');
    if (this.active === undefined) {
      if (this.come === undefined) this.note('outside', mutant);
      else this.come.add(mutant);
    }
    return this.active === mutant;
  }

  /** Whether the test fails with this mutant, or with none. */
  async fails(run: () => unknown, mutant: number | undefined, ms: number): Promise<boolean> {
    [this.active, this.times] = [mutant, 0];
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<true>((resolve) => (timer = setTimeout(() => resolve(true), ms)));
    const failed = Promise.resolve()
      .then(run)
      .then(
        () => false,
        () => true,
      );
    try {
      return await Promise.race([failed, late]);
    } finally {
      clearTimeout(timer);
      this.active = undefined;
    }
  }

  note(what: 'runs' | 'outside' | 'comes' | 'tries' | 'open' | 'caught', mutant?: number): void {
    const line = `${what}\t${mutant ?? ''}\t${this.file}\n`;
    if (what !== 'tries' && what !== 'runs' && this.noted.size === this.noted.add(line).size) return;
    if (what === 'caught' && mutant !== undefined) this.caught.add(mutant);
    appendFileSync(this.log, line);
  }

  readonly caught = new Set<number>();
  /** Milliseconds by mutant, and the file that they were spent in. */
  readonly spent = new Map<string, number>();
}

/** What this process used since then: other work on the machine does not count. */
const processorMs = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

const here = globalThis as { mutants?: Switch };

/** Runs each test as it is, and then once more with each mutant by which it came: all in one process. */
export default class MutantRunner extends VitestTestRunner {
  private get mutants(): Switch {
    return (here.mutants ??= new Switch());
  }

  override onCollectStart(file: Parameters<VitestTestRunner['onCollectStart']>[0]): void {
    this.mutants.file = file.name;
    super.onCollectStart(file);
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    const { mutants } = this;
    const run = getFn(test);
    mutants.file = test.file.name;
    mutants.note('runs');
    mutants.come = new Set();
    const [began, used] = [performance.now(), process.cpuUsage()];
    await run();
    const ms = processorMs(used);
    const most = 5000 + 5 * (performance.now() - began);
    const left = [...mutants.come].filter((one) => !mutants.caught.has(one));
    for (const mutant of left) {
      mutants.note('comes', mutant);
      const key = `${mutant} ${mutants.file}`;
      const spent = mutants.spent.get(key) ?? 0;
      if (ms > LONGEST_MS || spent > MOST_MS) {
        mutants.note('open', mutant);
        continue;
      }
      mutants.note('tries', mutant);
      const from = process.cpuUsage();
      const failed = await mutants.fails(run, mutant, most);
      mutants.spent.set(key, spent + processorMs(from));
      if (!failed) continue;
      // A test that cannot be run twice says nothing.
      const again = await mutants.fails(run, undefined, most);
      mutants.note(again ? 'open' : 'caught', mutant);
    }
    mutants.come = undefined;
  }
}
