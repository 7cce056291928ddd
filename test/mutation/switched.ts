import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from './run-tests';
import type { SourceMutant } from './source-mutants';

/** Nothing is heard of a run for so long only when a mutant keeps it from ending. */
const SILENT_MS = 300_000;

/** What tests in one process came to know of a mutant. */
export interface Tried {
  readonly caughtBy?: string;
  /** Test files that came by, all of whose tests could be run with it, and passed. */
  readonly passedBy: ReadonlySet<string>;
}

/**
 * Compiles all mutants into one copy of the sources, behind a switch, and runs the tests once: each test, as it is and with every
 * mutant by which it came. One that is come by as modules are loaded, or hangs, is not known by this.
 */
export async function trySwitched(
  copy: string,
  mutants: readonly SourceMutant[],
  tests: readonly string[],
): Promise<ReadonlyMap<SourceMutant, Tried>> {
  const files = new Set(mutants.map(({ file }) => file));
  const sound = new Map([...files].map((file) => [file, readFileSync(join(copy, file), 'utf8')] as const));
  for (const [file, text] of sound) writeFileSync(join(copy, file), withSwitches(text, file, mutants));
  const log = join(copy, 'mutants.log');
  writeFileSync(log, '');
  try {
    let left = tests;
    while (left.length > 0) {
      const { how } = await runTests(copy, left, { ms: SILENT_MS, log });
      if (how !== 'hung') break;
      const [, mutant = '', file = ''] = readFileSync(log, 'utf8').trimEnd().split('\n').at(-1)?.split('\t') ?? [];
      writeFileSync(log, `outside\t${mutant}\t${file}\n`, { flag: 'a' });
      left = left.slice(left.indexOf(file) + 1);
    }
    return triedIn(readFileSync(log, 'utf8'), mutants);
  } finally {
    for (const [file, text] of sound) writeFileSync(join(copy, file), text);
  }
}

function triedIn(log: string, mutants: readonly SourceMutant[]): ReadonlyMap<SourceMutant, Tried> {
  const lines = log.split('\n').map((line) => line.split('\t'));
  return new Map(
    mutants.map((mutant, i) => {
      const own = lines.filter(([, number]) => number === String(i));
      const filesOf = (what: string) => own.filter(([word]) => word === what).map(([, , file = '']) => file);
      const [caughtBy] = filesOf('caught');
      const open = new Set(filesOf('open'));
      const passed = filesOf('outside').length > 0 ? [] : filesOf('comes').filter((file) => !open.has(file));
      return [mutant, { passedBy: new Set(passed), ...(caughtBy === undefined ? {} : { caughtBy }) }];
    }),
  );
}

/** A source with all of its mutants, each behind a question whether it is on. */
function withSwitches(text: string, file: string, mutants: readonly SourceMutant[]): string {
  const own = mutants.flatMap((mutant, i) => (mutant.file === file ? [{ ...mutant, i }] : []));
  const outermost = own.sort((a, b) => a.around[0] - b.around[0] || b.around[1] - a.around[1]);
  const between = (from: number, to: number): string => {
    let [switched, at] = ['', from];
    for (let next = outermost[0]; next !== undefined && next.around[0] < to; next = outermost[0]) {
      outermost.shift();
      const { around, changed, i } = next;
      const [start, end] = around;
      const kept = text.slice(at, start);
      switched += `${kept}(globalThis.mutants?.is(${i}) ? (${changed}) : (${between(start, end)}))`;
      at = end;
    }
    return switched + text.slice(at, to);
  };
  return between(0, text.length);
}
