import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { buildBff } from '../../scripts/build/build-bff';
import { openDatabaseServer } from '../../scripts/database/open-database-server';
import { endBff, waitUntilReady } from '../../scripts/demo/bff-process';
import { freePort } from '../../scripts/demo/free-port';
import { type DemoSystem, startDemoSystem } from '../../scripts/demo/start-demo-system';
import { type MeasuredProcess, startMeasured } from './measured-process';

export interface MeasuredSystem {
  /** The remotes and the data; its own BFF does no jobs. */
  readonly system: DemoSystem;
  /** Of the BFF that is measured. */
  readonly origin: string;
  readonly bff: MeasuredProcess;
  /** The process of the database; null: it is somebody else's server. */
  readonly databasePid: number | null;
}

export interface MeasuredBffOptions<Prepared> {
  readonly settings?: Readonly<Record<string, string>>;
  /** What the BFF prints is read by nobody. */
  readonly silent?: boolean;
  /** Where the stand-in of the database keeps its data; absent: in memory, which collects its garbage the longer the more there is. */
  readonly dataFolder?: string;
  /** What has to be there before the BFF starts: from then on it does the jobs, and who prepares would wait for it. */
  readonly prepare: (system: DemoSystem) => Promise<Prepared>;
}

/**
 * Measures a BFF in a process of its own, on a database in another one, and ends both. With PROFILE_FOLDER it writes there what its
 * main thread did.
 */
export async function withMeasuredBff<Prepared>(
  { settings = {}, silent = false, dataFolder, prepare }: MeasuredBffOptions<Prepared>,
  measure: (measured: MeasuredSystem, prepared: Prepared) => Promise<void>,
): Promise<void> {
  const database = await openDatabaseServer({ process: { ...(dataFolder && { dataFolder }) } });
  const system = await startDemoSystem({ runJobs: false, database });
  const prepared = await prepare(system);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  // The remotes call this one back, not the one that brought the data in.
  const moved = Object.entries(system.environment).map(([name, value]) => [
    name,
    value.replaceAll(system.origin, origin),
  ]);
  const { PROFILE_FOLDER } = process.env;
  const changed = { PORT: String(port), LOG_LEVEL: 'fatal', ...(PROFILE_FOLDER && { PROFILE_FOLDER }), ...settings };
  const { bundle } = await buildBff(resolve(__dirname, '../..'));
  const environment = { ...Object.fromEntries(moved), ...changed, BFF_BUNDLE: bundle };
  const bff = await startMeasured('measured-bff.ts', environment, { silent });
  try {
    await waitUntilReady(bff.process, origin);
    console.log(`load of the machine before: ${loadavg()[0]?.toFixed(1)}`);
    await measure({ system, origin, bff, databasePid: database.pid ?? null }, prepared);
  } finally {
    await endBff(bff.process, 'SIGKILL');
    await system.stop();
    await database.stop();
  }
}
