import * as v from 'valibot';

/** What the engine cannot do or does otherwise than MongoDB, and the tests that fail for it. The list may only shrink. */
export const gapsSchema = v.array(
  v.strictObject({
    /** What of MongoDB the engine lacks. */
    gap: v.string(),
    /** `file › full name`, as this command prints them. */
    tests: v.pipe(v.array(v.string()), v.minLength(1)),
  }),
);
export type Gaps = v.InferOutput<typeof gapsSchema>;

/** The part of jest's `--json` report that is compared. */
const reportSchema = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      message: v.string(),
      assertionResults: v.array(
        v.object({ ancestorTitles: v.array(v.string()), fullName: v.string(), status: v.string() }),
      ),
    }),
  ),
});

export interface Comparison {
  readonly passed: number;
  readonly known: number;
  /** A line each; empty: the run is as the list says. */
  readonly problems: readonly string[];
}

type TestOutcome = v.InferOutput<typeof reportSchema>['testResults'][number]['assertionResults'][number];

/** In a group the outermost block of a test is its file (`scripts/test/test-groups.ts`). */
function keyOf(file: string, { ancestorTitles: [outermost = ''], fullName }: TestOutcome): string {
  return outermost.endsWith('.test.ts')
    ? `${outermost} › ${fullName.slice(outermost.length + 1)}`
    : `${file} › ${fullName}`;
}

/** Tests by `file › full name`; a file that could not be run is one test of its own. */
function outcomesOf(reports: readonly unknown[], root: string): Map<string, 'passed' | 'failed'> {
  const testResults = reports.flatMap((report) => v.parse(reportSchema, report).testResults);
  const outcomes = new Map<string, 'passed' | 'failed'>();
  for (const { name, status, assertionResults } of testResults) {
    const file = name.replace(`${root}/`, '');
    const ended = assertionResults.filter((test) => test.status === 'passed' || test.status === 'failed');
    for (const test of ended) {
      const key = keyOf(file, test);
      // Of two tests of one name neither may hide the other.
      outcomes.set(key, test.status === 'failed' || outcomes.get(key) === 'failed' ? 'failed' : 'passed');
    }
    if (status === 'failed' && !ended.some((test) => test.status === 'failed')) {
      outcomes.set(`${file} › (the file)`, 'failed');
    }
  }
  return outcomes;
}

/** Holds a run on the second engine, with a report of each part, against the list of its gaps. */
export function compareWithGaps(reports: readonly unknown[], gaps: Gaps, root: string): Comparison {
  const outcomes = outcomesOf(reports, root);
  const known = new Set(gaps.flatMap(({ tests }) => tests));
  const failed = [...outcomes].filter(([, outcome]) => outcome === 'failed').map(([test]) => test);
  const passed = [...outcomes].filter(([, outcome]) => outcome === 'passed').map(([test]) => test);
  const listed = [...known];
  return {
    passed: passed.length,
    known: failed.filter((test) => known.has(test)).length,
    problems: [
      ...failed.filter((test) => !known.has(test)).map((test) => `FAILED, and no known gap: ${test}`),
      ...listed
        .filter((test) => outcomes.get(test) === 'passed')
        .map((test) => `a known gap passes, take it off the list: ${test}`),
      ...listed
        .filter((test) => !outcomes.has(test))
        .map((test) => `a known gap was not run, name it as it is called now or take it off the list: ${test}`),
      ...(passed.length === 0 ? ['no test passed: nothing is proven'] : []),
    ],
  };
}
