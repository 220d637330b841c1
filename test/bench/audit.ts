import { once } from 'node:events';
import { loadavg } from 'node:os';
import { createConnection } from 'mongoose';
import { migrate } from '../../bff/src/database/migrate';
import { auditEntryModel } from '../../bff/src/modules/audit';
import { sampleKeys } from '../../bff/src/modules/audit/testing/sample-key';
import { verifyAuditCollection } from '../../scripts/audit/verify-audit-collection';
import { openDatabaseServer } from '../../scripts/database/open-database-server';
import { startMeasured } from './measured-process';
import { runBench } from './run-bench';

const PROCESSES = [1, 2, 4];
const MEASURED_MS = 10_000;
const PROMISED_RECORDS = 10_000_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** So many processes append to the one chain at once. */
async function append(uri: string, count: number): Promise<void> {
  const writers = await Promise.all(
    Array.from({ length: count }, () => startMeasured('audit-writer.ts', { MONGODB_URI: uri })),
  );
  try {
    await Promise.all(writers.map(({ process: child }) => once(child, 'message')));
    for (const writer of writers) writer.begin();
    await pause(MEASURED_MS);
    const figures = await Promise.all(writers.map((writer) => writer.end()));
    const each = figures.map(({ stored = 0 }) => stored);
    const perSecond = (each.reduce((sum, stored) => sum + stored, 0) / MEASURED_MS) * 1000;
    const slowest = Math.max(...figures.map((one) => one.slowest ?? 0));
    console.log(
      `${count} processes:${perSecond.toFixed(0).padStart(8)} records/s, ${Math.min(...each)} to ${Math.max(...each)} a process, the slowest ${slowest.toFixed(0)} ms`,
    );
    await pause(500);
  } finally {
    for (const { process: child } of writers) child.kill();
  }
}

/** The command of the operator, over all that was appended. */
async function verify(uri: string): Promise<void> {
  const connection = await createConnection(uri).asPromise();
  try {
    const records = await auditEntryModel(connection).estimatedDocumentCount();
    const [began, cpu] = [performance.now(), process.cpuUsage()];
    const silent = { isTTY: false, write: () => true };
    const authentication = { keys: sampleKeys, from: 1 };
    const report = await verifyAuditCollection(connection, [], authentication, silent);
    const seconds = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const forAll = (of: number) => ((of / records) * PROMISED_RECORDS).toFixed(0);
    console.log(
      `verified ${records} records, ${report.brokenLink ? 'BROKEN' : 'whole'}: ${(records / seconds).toFixed(0)}/s; ten million would take ${forAll(seconds)} s, of which ${forAll((user + system) / 1e6)} s of CPU here`,
    );
  } finally {
    await connection.close();
  }
}

/** `npm run bench:audit`: records a second that one, two and four processes append to the one chain, and how fast it is verified. */
async function main(): Promise<void> {
  const database = await openDatabaseServer({ process: {} });
  console.log(`load of the machine before: ${loadavg()[0]?.toFixed(1)}`);
  try {
    const uri = database.freshDatabase('audit');
    const connection = await createConnection(uri).asPromise();
    await migrate(connection, () => new Date());
    await connection.close();
    for (const count of PROCESSES) {
      await append(uri, count);
    }
    await verify(uri);
  } finally {
    await database.stop();
  }
}

runBench(main);
