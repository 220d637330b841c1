/** Runs one command with its output shown; resolves to its exit code. */
export type RunCommand = (command: string, args: readonly string[]) => Promise<number>;

export interface TestPlan {
  readonly node: string;
  /** Arguments given after `npm test --`, handed to jest; without any, everything is run, in groups. */
  readonly jestArguments: readonly string[];
  readonly reportFile: string;
  /** Test files, or groups of them, that run at once. */
  readonly workers: number;
}

interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

const TSX = 'node_modules/tsx/dist/cli.mjs';
const systemPackages = (node: string): Step => ({
  name: 'packages of the operating system',
  command: node,
  args: [TSX, 'scripts/install/ensure-debian.ts'],
});

/**
 * Of jest and, since it hands it on, of its workers: pictures and answers lie outside of V8's heap, and with what it allows itself by
 * default they have it collect the whole of it all the time. A twentieth of the work, at no more memory at the peak.
 */
const HEAP = '--heap-growing-percent=150';

/** Side by side: neither keeps two cores busy. */
const preparations = (node: string): readonly (readonly Step[])[] => [
  [{ name: 'lint, types and boundaries', command: node, args: [TSX, 'scripts/check/check.ts', '--static'] }],
  [
    { name: 'builds of the mini-program', command: 'npm', args: ['run', '--silent', 'build'] },
    { name: 'sizes of the packages', command: node, args: [TSX, 'scripts/size/size.ts'] },
    { name: 'table of privacy interfaces', command: node, args: [TSX, 'scripts/privacy/check-privacy-apis.ts'] },
  ],
];

const groups = (node: string): Step => ({
  name: 'groups of test files',
  command: node,
  args: [TSX, 'scripts/test/write-test-groups.ts'],
});

/** One after another; the name of the one that failed, and nothing behind it is run. */
async function runSteps(steps: readonly Step[], run: RunCommand): Promise<string | null> {
  for (const { name, command, args } of steps) {
    if ((await run(command, args)) !== 0) {
      return name;
    }
  }
  return null;
}

/**
 * Prepares the machine and the builds, then runs every suite with a report into `reportFile`.
 * Returns the name of the preparation that failed, or null when the tests were run (whatever came of them).
 */
export async function runTestPlan(plan: TestPlan, run: RunCommand): Promise<string | null> {
  const { node, jestArguments, reportFile, workers } = plan;
  const everything = jestArguments.length === 0;
  const failed =
    (await runSteps([systemPackages(node)], run)) ??
    (await Promise.all(preparations(node).map((lane) => runSteps(lane, run)))).find((name) => name !== null) ??
    (await runSteps(everything ? [groups(node)] : [], run));
  if (failed !== null) {
    return failed;
  }
  await run(node, [
    HEAP,
    'node_modules/jest/bin/jest.js',
    ...['--config', everything ? 'test/jest.grouped.cjs' : 'test/jest.config.cjs', `--maxWorkers=${workers}`],
    ...['--json', '--outputFile', reportFile],
    ...jestArguments,
  ]);
  return null;
}
