import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { runCommand } from '../test/run-command';
import { TEST_WORKERS } from '../test/test-workers';
import { compareWithGaps, gapsSchema } from './compare-with-gaps';
import { startSecondEngine } from './start-second-engine';

const ROOT = resolve(__dirname, '../..');
const TSX = 'node_modules/tsx/dist/cli.mjs';
/** Beside the integration tests everything that speaks to a database without a browser or a built mini-program. */
const OTHERS = ['test/e2e/killed-', 'scripts/database/conformance'];

const run = (args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> =>
  runCommand(process.execPath, args, environment);

/** `npm run test:second-engine`: the suites and the story on an engine that nobody here wrote. Exits 1 on any surprise. */
async function main(): Promise<void> {
  const patterns = process.argv.slice(2);
  const folder = join(ROOT, '.cache/second-engine-run');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const gaps = v.parse(gapsSchema, JSON.parse(readFileSync(join(__dirname, 'known-gaps.json'), 'utf8')));
  const engine = await startSecondEngine(ROOT);
  try {
    const environment = { ...process.env, MONGODB_URI: engine.uri };
    const reports: unknown[] = [];
    const test = async (config: string, ...which: string[]): Promise<void> => {
      const reportFile = join(folder, `report-${reports.length}.json`);
      const how = [
        '--config',
        config,
        `--maxWorkers=${TEST_WORKERS}`,
        '--silent',
        '--json',
        '--outputFile',
        reportFile,
      ];
      await run(['node_modules/jest/bin/jest.js', ...how, ...which], environment);
      reports.push(JSON.parse(readFileSync(reportFile, 'utf8')));
    };
    const whole = patterns.length === 0;
    if (whole) {
      await run([TSX, 'scripts/test/write-test-groups.ts'], process.env);
      await test('test/jest.grouped.cjs', '--selectProjects', 'integration');
    }
    await test('test/jest.config.cjs', '--testPathPatterns', ...(whole ? OTHERS : patterns));
    // Of a part of the files only their own gaps are asked for.
    const asked = whole
      ? gaps
      : gaps.map(({ gap, tests }) => ({
          gap,
          tests: tests.filter((test) => patterns.some((part) => test.includes(part))),
        }));
    const { passed, known, problems } = compareWithGaps(reports, asked, ROOT);
    const storyFailed = whole && (await run([TSX, 'scripts/story/story.ts'], environment)) !== 0;
    const all = [...problems, ...(storyFailed ? ['the story failed, its reason is above'] : [])];
    console.log(['', `On the second engine, with ${known} known gaps:`, ...all].join('\n'));
    console.log(`${passed + (whole && !storyFailed ? 1 : 0)} passed, ${all.length} failed`);
    process.exitCode = all.length > 0 ? 1 : 0;
  } finally {
    await engine.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
