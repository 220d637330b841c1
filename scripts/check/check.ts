import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Part, type PartResult, runLanes } from './run-part';

const ROOT = resolve(__dirname, '../..');

/** A tool installed in node_modules, run by the node that runs this. */
const tool = (name: string, script: string, ...args: string[]): Part => ({
  name,
  command: process.execPath,
  args: [join(ROOT, 'node_modules', script), ...args],
});

/** Type check that remembers unchanged files between runs. */
const types = (name: string, project: string): Part =>
  tool(
    name,
    'typescript/bin/tsc',
    '--noEmit',
    '--pretty',
    '--incremental',
    ...['--tsBuildInfoFile', join('.cache', `types-${project.replace(/\W/g, '-')}.tsbuildinfo`)],
    ...['--project', project],
  );

/** Everything but the unit tests, for `npm test`, which runs those anyway. */
const STATIC_ONLY = process.argv.includes('--static');

/** Measured on two cores: tests and everything else side by side are quicker than one after another. Without tests, types are the longest. */
function lanes(): Part[][] {
  const miniapp = existsSync(join(ROOT, 'miniapp/tsconfig.json'))
    ? [types('types of the mini-program', 'miniapp/tsconfig.json')]
    : [];
  const unitTests = tool(
    'unit tests',
    'jest/bin/jest.js',
    ...['--config', 'test/jest.config.cjs', '--selectProjects', 'unit', '--maxWorkers=100%', '--silent'],
  );
  const allTypes = [types('types', 'tsconfig.json'), ...miniapp];
  const others = [
    tool('format and lint', '@biomejs/biome/bin/biome', 'ci', '--colors=off', '.'),
    tool('boundaries', 'tsx/dist/cli.mjs', 'scripts/check/boundaries.ts'),
    tool('licences', 'tsx/dist/cli.mjs', 'scripts/licences/licences.ts'),
    tool('interfaces of WeChat and endpoints', 'tsx/dist/cli.mjs', 'scripts/phones/check-source.ts'),
  ];
  return STATIC_ONLY ? [allTypes, others] : [[...others, ...allTypes], [unitTests]];
}

const line = ({ ok, name, seconds }: PartResult): string =>
  `${ok ? 'ok    ' : 'FAILED'}  ${seconds.toFixed(1).padStart(5)} s  ${name}`;

/** `npm run check`: one line for each part; the whole output of those that failed. Exits 1 when any failed. */
async function main(): Promise<void> {
  const results = await runLanes(lanes(), ROOT, (result) => console.log(line(result)));
  const failed = results.filter(({ ok }) => !ok);
  for (const { name, output } of failed) {
    console.log(`\n──── ${name} ────\n${output.trimEnd()}`);
  }
  console.log(
    failed.length > 0 ? `\n${failed.length} of ${results.length} parts failed` : `all ${results.length} parts passed`,
  );
  process.exitCode = failed.length > 0 ? 1 : 0;
}

void main();
