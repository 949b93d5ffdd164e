import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/**
 * Ends a run of the tests with one line for programs: `N passed, N failed`. A file that does not load, and an error
 * that no test caught, each count as one that failed. Skipped tests are in neither number.
 */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], uncaught: readonly SerializedError[]): void {
    let passed = 0;
    let failed = uncaught.length;
    for (const module of modules) {
      if (module.errors().length > 0) failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        if (state === 'failed') failed += 1;
      }
    }
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  }
}
