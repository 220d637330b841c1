import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { mongo } from 'mongoose';
import { connectDatabase } from '../../bff/src/database/connect';
import { migrate } from '../../bff/src/database/migrate';
import { startSecondEngine } from '../../scripts/second-engine/start-second-engine';
import { startMongodbStandInProcess } from '../../scripts/stand-ins/mongodb';
import { type BenchOrder, insertOrders, operations } from './database-orders';
import { cpuMsOf, memoryOf } from './process-figures';
import { runBench } from './run-bench';

/** `npm run bench:database [-- documents [documents at start-up]]`. */
const [STORED = 20_000, AT_START = 500_000] = process.argv.slice(2).map(Number);
const ROUNDS = 300;
const WARM_UP = 30;

interface Engine {
  readonly name: string;
  readonly uri: string;
  readonly pid: number;
  stop(): Promise<void>;
}

interface Figures {
  readonly wallMs: number;
  readonly cpuMs: number;
}

async function openOrders(uri: string): Promise<{ client: mongo.MongoClient; orders: mongo.Collection<BenchOrder> }> {
  const connection = await connectDatabase(`${uri}bench`);
  await migrate(connection, () => new Date());
  await connection.close();
  const client = await new mongo.MongoClient(uri).connect();
  return { client, orders: client.db('bench').collection<BenchOrder>('orders') };
}

async function measure(pid: number, act: (round: number) => Promise<unknown>): Promise<Figures> {
  for (let round = 0; round < WARM_UP; round += 1) {
    await act(round + ROUNDS);
  }
  const [cpu, wall] = [cpuMsOf(pid), performance.now()];
  for (let round = 0; round < ROUNDS; round += 1) {
    await act(round);
  }
  return { cpuMs: (cpuMsOf(pid) - cpu) / ROUNDS, wallMs: (performance.now() - wall) / ROUNDS };
}

async function measureAll({ uri, pid }: Engine): Promise<Map<string, Figures>> {
  const { client, orders } = await openOrders(uri);
  await insertOrders(orders, 0, STORED);
  const figures = new Map<string, Figures>();
  for (const [name, act] of Object.entries(operations(orders, STORED))) {
    figures.set(name, await measure(pid, act));
  }
  await client.close();
  return figures;
}

/** What a developer waits for who comes back to a folder full of data. */
async function measureStart(folder: string): Promise<string[]> {
  const filling = await startMongodbStandInProcess({ dataFolder: folder });
  const { client, orders } = await openOrders(filling.uri);
  await insertOrders(orders, 0, AT_START);
  const full = memoryOf(filling.pid);
  await client.close();
  await filling.stop();
  const begun = performance.now();
  const again = await startMongodbStandInProcess({ dataFolder: folder });
  const reader = await new mongo.MongoClient(again.uri).connect();
  await reader.db('bench').collection('orders').findOne({ orderNumber: 'BENCH-000000007' });
  const startMs = performance.now() - begun;
  const started = memoryOf(again.pid);
  await reader.close();
  await again.stop();
  return [
    `start-up with ${AT_START} documents, to the first answer: ${Math.round(startMs)} ms`,
    `memory of the stand-in (pages of its file among it): ${Math.round(full)} MiB after they were inserted, ${Math.round(started)} MiB after the start`,
  ];
}

async function startEngines(folder: string): Promise<Engine[]> {
  const standIn = await startMongodbStandInProcess({ dataFolder: folder });
  const own: Engine = { name: 'stand-in', uri: standIn.uri, pid: standIn.pid, stop: () => standIn.stop() };
  try {
    const second = await startSecondEngine(resolve(__dirname, '../..'));
    return [own, { name: 'second engine', ...second }];
  } catch (error) {
    console.log(`The stand-in alone: ${(error as Error).message}`);
    return [own];
  }
}

const LINE = 28;
const shown = ({ wallMs, cpuMs }: Figures): string => `${wallMs.toFixed(2)} / ${cpuMs.toFixed(2)}`.padStart(LINE);

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-database-'));
  const engines = await startEngines(join(folder, 'operations'));
  const results: Map<string, Figures>[] = [];
  for (const engine of engines) {
    results.push(await measureAll(engine));
  }
  const memory = engines.map(({ name, pid }) => `memory of the ${name}: ${Math.round(memoryOf(pid))} MiB`);
  for (const engine of engines) {
    await engine.stop();
  }
  console.log(`\n${STORED} orders with all their indexes, one client; load ${loadavg()[0]?.toFixed(1)}`);
  console.log(
    ['ms a call / CPU ms of the server'.padEnd(34), ...engines.map(({ name }) => name.padStart(LINE))].join(''),
  );
  for (const name of results[0]?.keys() ?? []) {
    const figures = results.map((of) => of.get(name) as Figures);
    const [own, other] = figures;
    const ratio = own && other ? `${(own.wallMs / other.wallMs).toFixed(2)} ×`.padStart(10) : '';
    console.log(name.padEnd(34) + figures.map(shown).join('') + ratio);
  }
  for (const line of [...memory, ...(await measureStart(join(folder, 'start')))]) {
    console.log(line);
  }
  rmSync(folder, { recursive: true, force: true });
}

runBench(main);
