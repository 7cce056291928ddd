import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/fresh-lib.ts',
    testTimeout: 20_000,
    env: { NO_COLOR: '1' },
    reporters: ['default', ['json', { outputFile: 'test-report.json' }]],
  },
});
