import { runTestPlan } from './test-plan';

const PLAN = { node: '/usr/bin/node', jestArguments: [], reportFile: 'report.json', workers: 3 };

/** Runs the plan where the commands whose text holds one of `failing` end with exit code 1. */
async function runWith(failing: readonly string[] = [], jestArguments: readonly string[] = []) {
  const commands: string[] = [];
  const failed = await runTestPlan({ ...PLAN, jestArguments }, async (command, args) => {
    const text = [command, ...args].join(' ');
    commands.push(text);
    return failing.some((part) => text.includes(part)) ? 1 : 0;
  });
  return { failed, commands };
}

describe('the plan of npm test', () => {
  it('installs, builds, and then runs all suites with a report', async () => {
    const { failed, commands } = await runWith();
    expect(failed).toBeNull();
    expect(commands).toEqual([
      expect.stringContaining('ensure-debian.ts'),
      expect.stringContaining('check.ts --static'),
      'npm run --silent build',
      expect.stringContaining('scripts/size/size.ts'),
      expect.stringContaining('check-privacy-apis.ts'),
      expect.stringContaining('write-test-groups.ts'),
      '/usr/bin/node --heap-growing-percent=150 node_modules/jest/bin/jest.js --config test/jest.grouped.cjs --maxWorkers=3 --json --outputFile report.json',
    ]);
  });

  it('runs what is asked for file by file', async () => {
    const { failed, commands } = await runWith([], ['--selectProjects', 'unit']);
    expect(failed).toBeNull();
    expect(commands.filter((command) => command.includes('test-groups'))).toEqual([]);
    expect(commands.at(-1)).toBe(
      '/usr/bin/node --heap-growing-percent=150 node_modules/jest/bin/jest.js --config test/jest.config.cjs --maxWorkers=3 --json --outputFile report.json --selectProjects unit',
    );
  });

  it.each([
    ['ensure-debian.ts', 'packages of the operating system', 'check.ts --static'],
    ['check.ts --static', 'lint, types and boundaries', 'write-test-groups.ts'],
    ['run --silent build', 'builds of the mini-program', 'scripts/size/size.ts'],
    ['scripts/size/size.ts', 'sizes of the packages', 'check-privacy-apis.ts'],
    ['write-test-groups.ts', 'groups of test files', 'jest.js'],
  ])('stops where %s fails and says what failed', async (failing, name, behind) => {
    const { failed, commands } = await runWith([failing]);
    expect(failed).toBe(name);
    expect(commands.filter((command) => command.includes(behind))).toEqual([]);
    expect(commands.filter((command) => command.includes('jest.js'))).toEqual([]);
  });

  it('checks and builds side by side', async () => {
    const begun: string[] = [];
    const never = new Promise<number>(() => undefined);
    void runTestPlan(PLAN, (command, args) => {
      begun.push([command, ...args].join(' '));
      return begun.length === 1 ? Promise.resolve(0) : never;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(begun.slice(1)).toEqual([expect.stringContaining('check.ts --static'), 'npm run --silent build']);
  });

  it('leaves failing tests to the report', async () => {
    expect((await runWith(['jest'])).failed).toBeNull();
  });
});
