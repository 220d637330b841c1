import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './run-command';
import {
  isGreen,
  NOTHING_TESTED,
  slowestLines,
  summariseReport,
  summaryLine,
  type TestSummary,
} from './summarise-results';
import { type RunCommand, runTestPlan } from './test-plan';
import { TEST_WORKERS } from './test-workers';

/**
 * Threads of a system (pictures, contracts, the authority) come and go by the hundred: with an arena each, as glibc has it, what they
 * leave behind adds up to a third of a gigabyte. And once a photo was freed, glibc keeps all smaller ones in its arenas, a tenth of a
 * worker's memory, unless it is told a size from which memory goes back. Other C libraries do not know the variables. What a test
 * makes is mostly garbage when it ends: where there is room for it until then, V8 has a twentieth less to do (with 64 MB a tenth,
 * and 90 MB more a worker).
 */
const ENVIRONMENT = {
  ...process.env,
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: String(1024 * 1024),
  NODE_OPTIONS: [process.env.NODE_OPTIONS, '--max-semi-space-size=32'].join(' ').trim(),
};

const run: RunCommand = (command, args) => runCommand(command, args, ENVIRONMENT);

async function runTests(reportFile: string): Promise<TestSummary> {
  const plan = { node: process.execPath, jestArguments: process.argv.slice(2), reportFile, workers: TEST_WORKERS };
  const failedPreparation = await runTestPlan(plan, run);
  if (failedPreparation !== null) {
    console.log(`\nNo test was run: ${failedPreparation} failed, the reason is above.`);
    return NOTHING_TESTED;
  }
  if (!existsSync(reportFile)) {
    console.log('\njest ended without a report, the reason is above.');
    return NOTHING_TESTED;
  }
  return summariseReport(JSON.parse(readFileSync(reportFile, 'utf8')));
}

/** Ends with the line `N passed, N failed`; exits 1 unless something passed and nothing failed. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'acceptance-tests-'));
  try {
    const summary = await runTests(join(folder, 'report.json'));
    process.exitCode = isGreen(summary) ? 0 : 1;
    if (summary.slowest.length > 0) {
      console.log(['', 'The slowest:', ...slowestLines(summary), ''].join('\n'));
    }
    console.log(summaryLine(summary));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
