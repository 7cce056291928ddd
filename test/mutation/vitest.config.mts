import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { defineConfig, mergeConfig } from 'vitest/config';
import project from '../../vitest.config.mjs';

/** Test files in the order of the command line. */
class AsGiven extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => process.argv.findIndex((word) => moduleId.endsWith(`/${word}`));
    return Promise.resolve(files.toSorted((a, b) => place(a) - place(b)));
  }
}

/** With a log of what mutants come to, each test is run with each of them. */
const switched = process.env['MUTANTS_LOG'] === undefined ? {} : { runner: 'test/mutation/runner.ts' };

export default mergeConfig(
  project,
  defineConfig({
    test: {
      sequence: { sequencer: AsGiven },
      testTimeout: 180_000,
      hookTimeout: 180_000,
      maxWorkers: 1,
      ...switched,
    },
  }),
);
