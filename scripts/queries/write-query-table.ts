import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SMALL_COLLECTIONS } from '../database/strictness';
import type { QueryShape } from '../stand-ins/mongodb';
import { runCommand } from '../test/run-command';
import { TEST_WORKERS } from '../test/test-workers';
import { queryTable, withoutIndex } from './query-table';

const ROOT = resolve(__dirname, '../..');
const LOG = join(ROOT, '.cache/queries');
/** As test/support/asked-by-tests.ts remarks it. */
const ASKED_BY_TESTS = 'asked by a test';
const TABLE = join(ROOT, 'bff/src/database/QUERIES.md');

const run = (args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> =>
  runCommand(process.execPath, args, environment);

async function runTests(patterns: readonly string[]): Promise<number> {
  const environment: NodeJS.ProcessEnv = { ...process.env, QUERY_LOG: LOG };
  // Another server would not tell what it was asked.
  delete environment.MONGODB_URI;
  const jest = ['node_modules/jest/bin/jest.js', '--selectProjects', 'integration', '--silent'];
  if (patterns.length > 0) {
    return run([...jest, '--config', 'test/jest.config.cjs', '--testPathPatterns', ...patterns], environment);
  }
  // In groups, as npm test does it: a quarter of an hour instead of a whole one.
  await run(['node_modules/tsx/dist/cli.mjs', 'scripts/test/write-test-groups.ts'], environment);
  return run([...jest, '--config', 'test/jest.grouped.cjs', `--maxWorkers=${TEST_WORKERS}`], environment);
}

function readLog(): QueryShape[] {
  const shapes = new Map<string, QueryShape>();
  for (const file of readdirSync(LOG)) {
    for (const shape of JSON.parse(readFileSync(join(LOG, file), 'utf8')) as QueryShape[]) {
      if (shape.remark !== ASKED_BY_TESTS) {
        shapes.set(JSON.stringify(shape), shape);
      }
    }
  }
  return [...shapes.values()];
}

/** `npm run queries [-- <regex of files>]`: a part of the files adds to what the runs before it saw. */
async function main(): Promise<void> {
  const patterns = process.argv.slice(2);
  if (patterns.length === 0) {
    rmSync(LOG, { recursive: true, force: true });
  }
  mkdirSync(LOG, { recursive: true });
  const code = await runTests(patterns);
  const shapes = readLog();
  writeFileSync(TABLE, queryTable(shapes, SMALL_COLLECTIONS));
  const bad = withoutIndex(shapes, Object.keys(SMALL_COLLECTIONS));
  for (const { command, collection, filter, answered } of bad) {
    console.log(`no index: ${command} of ${collection} by (${filter}): ${answered}`);
  }
  console.log(`${shapes.length} kinds of queries, ${bad.length} without an index: ${TABLE}`);
  process.exitCode = code !== 0 || bad.length > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
