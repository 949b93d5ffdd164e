import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { CountReporter } from './helpers/count-reporter.ts';

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from the default export.
export default defineConfig({
  root: path.join(import.meta.dirname, '..'),
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    pool: 'forks',
    maxWorkers: 2,
    // A machine that is busy with other things must not fail a test: nothing here is proved by a clock.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', new CountReporter()],
  },
});
