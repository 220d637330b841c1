import { appendFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createProgressBar, type ProgressTarget } from '../progress/progress-bar';
import { type ColumnPlaces, parseAccountLine, readHeadings } from './parse-account-line';
import { type ImportProgress, nameOfFile, readProgress, removeProgress, writeProgress } from './progress-file';
import { detectEncoding, type FileEncoding, readLines } from './read-lines';
import { type NumberedAccount, type StoreDependencies, storeAccounts } from './store-accounts';

export interface ImportOptions {
  readonly path: string;
  /** Reads, checks and counts everything, and writes nothing but the report. */
  readonly dryRun: boolean;
  readonly progress: ProgressTarget;
  /** Lines that are stored and noted together. */
  readonly batchSize?: number;
  /** Asked between batches: whether to stop here, to be gone on with later. */
  readonly shouldStop?: () => boolean;
}

export interface ImportResult {
  readonly encoding: FileEncoding;
  readonly added: number;
  readonly existing: number;
  readonly bad: number;
  /** Lines with something in them, without the headings. */
  readonly lines: number;
  /** The line from which an interrupted import went on; null for a whole one. */
  readonly resumedAfter: number | null;
  readonly stopped: boolean;
  readonly reportPath: string;
}

const BATCH_SIZE = 1000;

export const reportPathOf = (path: string): string => `${path}.report.csv`;
const progressPathOf = (path: string): string => `${path}.progress.json`;

interface Collected {
  accounts: NumberedAccount[];
  problems: { line: number; reason: string }[];
  /** The last line that was read. */
  line: number;
}

const emptyBatch = (line: number): Collected => ({ accounts: [], problems: [], line });

const reportLines = (problems: Collected['problems']): string =>
  problems
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, reason }) => `${line},"${reason}"\n`)
    .join('');

function collect(batch: Collected, line: number, text: string, places: ColumnPlaces): void {
  batch.line = line;
  if (text.trim() === '') {
    return;
  }
  const parsed = parseAccountLine(text, places);
  if (typeof parsed === 'string') {
    batch.problems.push({ line, reason: parsed });
  } else {
    batch.accounts.push({ ...parsed, line });
  }
}

/**
 * Takes the accounts of the old platform from a CSV file of any size. Lines that cannot be taken go into
 * `<file>.report.csv` by number and reason, never with what stands in them. After every batch it is noted how far the
 * import is; a repeated run goes on from there, and a repeated import changes nothing.
 * @throws Error when the headings cannot be read
 */
export async function importAccounts(dependencies: StoreDependencies, options: ImportOptions): Promise<ImportResult> {
  const { path, dryRun, progress, batchSize = BATCH_SIZE, shouldStop = () => false } = options;
  const reportPath = reportPathOf(path);
  const file = await nameOfFile(path);
  const before = dryRun ? null : readProgress(progressPathOf(path), file);
  let done: ImportProgress = before ?? { file, line: 0, added: 0, existing: 0, bad: 0, reportBytes: 0 };
  const encoding = await detectEncoding(path);
  const bar = createProgressBar(progress, statSync(path).size);
  if (before) {
    // What a killed run reported and did not note is reported again.
    truncateSync(reportPath, before.reportBytes);
  } else {
    writeFileSync(reportPath, 'line,reason\n');
  }
  let batch = emptyBatch(done.line);
  const finish = async (): Promise<void> => {
    const stored = await storeAccounts(dependencies, batch.accounts, file, !dryRun);
    const duplicates = stored.duplicates.map(({ line, of }) => ({ line, reason: `phone stands in line ${of}, too` }));
    const problems = [...batch.problems, ...duplicates];
    appendFileSync(reportPath, reportLines(problems));
    done = {
      file,
      line: batch.line,
      added: done.added + stored.added,
      existing: done.existing + stored.existing,
      bad: done.bad + problems.length,
      reportBytes: statSync(reportPath).size,
    };
    if (!dryRun) {
      writeProgress(progressPathOf(path), done);
    }
    batch = emptyBatch(batch.line);
  };
  let places: ColumnPlaces | null = null;
  let stopped = false;
  for await (const { number, text, bytesRead } of readLines(path, encoding)) {
    if (!places) {
      places = readHeadings(text);
      continue;
    }
    if (number <= done.line) {
      continue;
    }
    collect(batch, number, text, places);
    if (batch.accounts.length + batch.problems.length >= batchSize) {
      await finish();
      bar.moveTo(bytesRead);
      if (shouldStop()) {
        stopped = true;
        break;
      }
    }
  }
  if (!places) {
    throw new Error('the file is empty');
  }
  if (!stopped) {
    await finish();
    bar.moveTo(statSync(path).size);
    removeProgress(progressPathOf(path));
  }
  bar.end();
  const { added, existing, bad } = done;
  const lines = added + existing + bad;
  return { encoding, added, existing, bad, lines, resumedAfter: before?.line ?? null, stopped, reportPath };
}
