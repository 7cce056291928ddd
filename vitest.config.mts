import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
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
  },
});
