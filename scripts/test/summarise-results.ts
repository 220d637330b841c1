import * as v from 'valibot';

/** The part of jest's `--json` report that is counted. */
const reportSchema = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
  /** Files that could not be run at all; none of their tests is counted above. */
  numRuntimeErrorTestSuites: v.number(),
  success: v.boolean(),
});

export interface TestSummary {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Counts of a report. What should have run and could not is a failure, and so is a report of nothing. */
export function summariseReport(report: unknown): TestSummary {
  const counts = v.parse(reportSchema, report);
  const passed = counts.numPassedTests;
  const counted = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  // jest may fail for reasons it does not count, such as an error after the last test
  const failed = counted === 0 && !counts.success ? 1 : counted;
  return { passed, failed, skipped: counts.numPendingTests + counts.numTodoTests };
}

/** For when a step before the tests failed: nothing was tested, one thing is broken. */
export const NOTHING_TESTED: TestSummary = { passed: 0, failed: 1, skipped: 0 };

/** `N passed, N failed`, and `, N skipped` only where some were. */
export const summaryLine = ({ passed, failed, skipped }: TestSummary): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** Green only when nothing failed and something passed. */
export const isGreen = ({ passed, failed }: TestSummary): boolean => failed === 0 && passed > 0;
