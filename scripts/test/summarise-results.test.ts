import { isGreen, NOTHING_TESTED, slowestLines, summariseReport, summaryLine } from './summarise-results';

const report = (changes: Record<string, unknown> = {}) => ({
  numPassedTests: 12,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  success: true,
  testResults: [],
  ...changes,
});
const resultOf = (changes: Record<string, unknown>) => {
  const summary = summariseReport(report(changes));
  return [summaryLine(summary), isGreen(summary)];
};

describe('the last line of the tests', () => {
  it('counts passed and failed tests, and skipped ones where there are some', () => {
    expect(resultOf({})).toEqual(['12 passed, 0 failed', true]);
    expect(resultOf({ numFailedTests: 2, success: false })).toEqual(['12 passed, 2 failed', false]);
    expect(resultOf({ numPendingTests: 1, numTodoTests: 2 })).toEqual(['12 passed, 0 failed, 3 skipped', true]);
  });

  it('counts a file that could not be run as a failure', () => {
    expect(resultOf({ numRuntimeErrorTestSuites: 1, success: false })).toEqual(['12 passed, 1 failed', false]);
  });

  it('counts a failure that jest reports without counting it', () => {
    expect(resultOf({ success: false })).toEqual(['12 passed, 1 failed', false]);
  });

  it('is not green when nothing ran', () => {
    expect(resultOf({ numPassedTests: 0 })).toEqual(['0 passed, 0 failed', false]);
    expect(resultOf({ numPassedTests: 0, numPendingTests: 5 })).toEqual(['0 passed, 0 failed, 5 skipped', false]);
    expect(isGreen(NOTHING_TESTED)).toBe(false);
    expect(summaryLine(NOTHING_TESTED)).toBe('0 passed, 1 failed');
  });

  it('is not made up from something that is no report', () => {
    expect(() => summariseReport({ numPassedTests: 12 })).toThrow();
  });

  it('has the slowest files before it, each by all of its tests', () => {
    const test = (file: string, duration: number | null) => ({ ancestorTitles: [file, 'a block'], duration });
    const quick = Array.from({ length: 12 }, (_, index) => test(`quick-${index}.test.ts`, 10));
    const testResults = [
      { assertionResults: [test('a.test.ts', 2000), test('b.test.ts', 1500), test('a.test.ts', 1000)] },
      { assertionResults: [...quick, test('skipped.test.ts', null)] },
    ];
    const lines = slowestLines(summariseReport(report({ testResults })));
    expect(lines).toHaveLength(10);
    expect(lines.slice(0, 2)).toEqual(['    3.0 s  a.test.ts', '    1.5 s  b.test.ts']);
    expect(lines.join()).not.toContain('skipped');
  });
});
