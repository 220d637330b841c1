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
  testResults: v.array(
    v.object({
      assertionResults: v.array(
        v.object({ ancestorTitles: v.array(v.string()), duration: v.optional(v.nullable(v.number())) }),
      ),
    }),
  ),
});

export interface TestSummary {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Seconds that the tests of a file took, without what was started before them; the slowest first, ten at most. */
  readonly slowest: readonly SlowFile[];
}

interface SlowFile {
  readonly file: string;
  readonly seconds: number;
}

const MOST_SLOW_FILES = 10;

/** By the outermost block of a test, which is its file where files run in groups. */
function slowestOf({ testResults }: v.InferOutput<typeof reportSchema>): SlowFile[] {
  const seconds = new Map<string, number>();
  for (const { ancestorTitles, duration } of testResults.flatMap(({ assertionResults }) => assertionResults)) {
    const file = ancestorTitles[0] ?? '';
    seconds.set(file, (seconds.get(file) ?? 0) + (duration ?? 0) / 1000);
  }
  return Array.from(seconds, ([file, seconds]) => ({ file, seconds }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, MOST_SLOW_FILES);
}

/** Counts of a report. What should have run and could not is a failure, and so is a report of nothing. */
export function summariseReport(report: unknown): TestSummary {
  const counts = v.parse(reportSchema, report);
  const passed = counts.numPassedTests;
  const counted = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  // jest may fail for reasons it does not count, such as an error after the last test
  const failed = counted === 0 && !counts.success ? 1 : counted;
  const skipped = counts.numPendingTests + counts.numTodoTests;
  return { passed, failed, skipped, slowest: slowestOf(counts) };
}

/** For when a step before the tests failed: nothing was tested, one thing is broken. */
export const NOTHING_TESTED: TestSummary = { passed: 0, failed: 1, skipped: 0, slowest: [] };

/** `N passed, N failed`, and `, N skipped` only where some were. */
export const summaryLine = ({ passed, failed, skipped }: TestSummary): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** The slowest files, a line each. */
export const slowestLines = ({ slowest }: TestSummary): string[] =>
  slowest.map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${file}`);

/** Green only when nothing failed and something passed. */
export const isGreen = ({ passed, failed }: TestSummary): boolean => failed === 0 && passed > 0;
