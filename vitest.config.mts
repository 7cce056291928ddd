import { defineConfig } from 'vitest/config';

/** Tests of the whole: they start browsers, processes of the tool or a second copy of the project, and take long. */
const END_TO_END = [
  'test/{attack,browser,editor,faults,fuzz,package,recipes,walks,watch}/**/*.test.ts',
  'test/cli/{check,compiled,diff,help,reports,unchanged}.test.ts',
  'test/{build/determinism,check/command-line,deploy/kill,preview/chat/cli,schema/agree}.test.ts',
];

export default defineConfig({
  test: {
    globalSetup: 'test/fresh-lib.ts',
    // Modules are loaded once for a worker: a third of the processor's time. No test leaves anything in them.
    isolate: false,
    // Only what hangs ends by the clock: a busy machine may take its time.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // A worker for every processor; by itself vitest leaves one of them free.
    maxWorkers: '100%',
    env: { NO_COLOR: '1' },
    reporters: ['default', ['json', { outputFile: 'test-report.json' }]],
    projects: [
      { extends: true, test: { name: 'fast', include: ['test/**/*.test.ts'], exclude: END_TO_END } },
      { extends: true, test: { name: 'e2e', include: END_TO_END } },
    ],
  },
});
