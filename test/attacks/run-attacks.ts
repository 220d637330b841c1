import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { HoldingTest, Section } from './attack';
import { SECTIONS } from './manifest';
import { patternOf } from './test-names';
import { describeVerdicts, type JestReport, readReport } from './verdicts';

const ROOT = resolve(__dirname, '../..');
const isOfFaults = ({ file }: HoldingTest): boolean => file.startsWith('test/faults/');

/** All sections, or what of them has an id that begins with one of the given words. */
function chosen(prefixes: readonly string[]): readonly Section[] {
  const isChosen = ({ id }: { readonly id: string }) => prefixes.some((prefix) => id.startsWith(prefix));
  return prefixes.length === 0
    ? SECTIONS
    : SECTIONS.map((section) => ({
        ...section,
        attacks: section.attacks.filter(isChosen),
        awaited: section.awaited.filter(isChosen),
      })).filter(({ attacks, awaited }) => attacks.length + awaited.length > 0);
}

/** Runs exactly the given tests; what jest cannot run is not in its report and found missing there. */
function runJest(
  wanted: readonly HoldingTest[],
  config: string,
  more: readonly string[],
  folder: string,
): JestReport[] {
  if (wanted.length === 0) {
    return [];
  }
  const reportFile = join(folder, `${config}.json`);
  const names = [...new Set(wanted.map(({ titles }) => titles.map(patternOf).join(' ')))];
  spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/jest/bin/jest.js'),
      ...['--config', `test/${config}`, '--json', '--outputFile', reportFile, ...more],
      ...['--testNamePattern', `^(?:${names.join('|')})$`],
      ...['--runTestsByPath', ...new Set(wanted.map(({ file }) => file))],
    ],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return existsSync(reportFile) ? [readReport(JSON.parse(readFileSync(reportFile, 'utf8')))] : [];
}

/** `npm run test:attacks [-- beginning of ids …]`: tries every attack of the list; exits 1 unless all are held. */
function main(): void {
  const sections = chosen(process.argv.slice(2));
  const wanted = sections.flatMap(({ attacks }) => attacks.flatMap(({ heldBy }) => heldBy));
  const folder = mkdtempSync(join(tmpdir(), 'acceptance-attacks-'));
  try {
    const reports = [
      ...runJest(
        wanted.filter((test) => !isOfFaults(test)),
        'jest.config.cjs',
        [],
        folder,
      ),
      // Storms kill processes and measure time: nothing runs beside them.
      ...runJest(wanted.filter(isOfFaults), 'jest.faults.cjs', ['--runInBand'], folder),
    ];
    const { lines, isGreen } = describeVerdicts(sections, reports);
    console.log(lines.join('\n'));
    process.exitCode = isGreen ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

main();
