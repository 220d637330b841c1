import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { API_BASE_PATH, buildPath, endpoints } from '@acceptance/shared';
import { type ApiClient, createApiClient } from '../../scripts/api-client/create-api-client';
import { DEMO_ADMINISTRATOR, DEMO_STAFF } from '../../scripts/demo/seed-demo';
import type { DemoSystem } from '../../scripts/demo/start-demo-system';
import { makePerson } from '../../scripts/story/people';
import { orderOf } from '../../scripts/story/story-context';
import { walkStory } from '../../scripts/story/walk-story';
import { fillLists, type Originals } from './lists-data';
import { cpuMsOf } from './process-figures';
import { runBench } from './run-bench';
import { type MeasuredSystem, withMeasuredBff } from './with-measured-bff';

/** `npm run bench:lists [-- 10000 100000 1000000]`: the sizes, ascending. */
const asked = process.argv.slice(2).map(Number);
const SIZES = asked.length > 0 ? asked : [10_000, 100_000];
const ROUNDS = 100;
const WARM_UP = 10;
/** A page in the middle of a list costs what the first one costs; of the shortest list it is full, too, or sizes could not be compared. */
const PAGES_ON = 2;

interface People {
  readonly applicant: ApiClient;
  readonly reviewer: ApiClient;
  readonly administrator: ApiClient;
  readonly phone: string;
  readonly name: string;
  readonly originals: Originals;
}

/** Two who applied: one waits for the review, one has the certificate. */
async function preparePeople(system: DemoSystem): Promise<People> {
  const { origin, standIns, staffPassword } = system;
  const { dispatcher, orders, certificates } = system.container();
  const world = { origin, standIns, staffPassword, settle: () => dispatcher.drain() };
  const [first, second] = [makePerson(1), makePerson(2)];
  const waiting = await walkStory(world, { person: first, until: 'submit' });
  const ended = await walkStory(world, {
    person: second,
    projectId: 'personal-signing',
    applicantType: 'person',
    delivery: 'download',
  });
  const stored = async (id: string) => {
    const order = await orders.findById(id).lean();
    if (!order) throw new Error(`no order ${id}`);
    return order;
  };
  const certificate = await certificates.findOne({ orderId: orderOf(ended).id }).lean();
  if (!certificate) throw new Error('the story ended without a certificate');
  return {
    applicant: waiting.applicant,
    reviewer: createApiClient(origin),
    administrator: createApiClient(origin),
    phone: first.phone,
    name: first.name,
    originals: { waiting: await stored(orderOf(waiting).id), ended: await stored(orderOf(ended).id), certificate },
  };
}

async function signIn(client: ApiClient, username: string, password: string): Promise<ApiClient> {
  const session = await client.call(endpoints.staff.signInStaff, { body: { username, password } });
  client.accessToken = session.accessToken;
  return client;
}

type Ask = () => Promise<unknown>;

/** The cursor behind some pages of a queue. */
async function cursorOf(staff: ApiClient, status: 'submitted' | 'completed'): Promise<string> {
  let cursor = '';
  for (let page = 0; page < PAGES_ON; page += 1) {
    const query: { status: typeof status; cursor?: string } = { status, ...(cursor && { cursor }) };
    cursor = (await staff.call(endpoints.staff.listQueue, { query })).nextCursor ?? '';
  }
  return cursor;
}

/** Until the first lines of a table of certificates are there: of a hundred times more there may be as many more. */
async function startExport({ accessToken }: ApiClient, origin: string): Promise<void> {
  const path = buildPath(endpoints.certificateDesk.exportCertificates, { query: { state: 'revoked' } });
  const headers = { authorization: `Bearer ${accessToken}` };
  const { status, body } = await fetch(`${origin}${API_BASE_PATH}${path}`, { headers });
  const reader = body?.getReader();
  if (status !== 200 || !reader) throw new Error(`the export answers ${status}`);
  let bytes = 0;
  while (bytes < 1000) {
    const { value } = await reader.read();
    bytes += value?.length ?? 1000;
  }
  await reader.cancel();
}

async function lists(
  { applicant, reviewer, administrator, phone, name }: People,
  { size, origin }: { readonly size: number; readonly origin: string },
): Promise<Record<string, Ask>> {
  const any = (round: number): number => Math.floor(((round * 7919) % size) / 100) * 100 + 1;
  let round = 0;
  const next = (): number => {
    round += 1;
    return any(round);
  };
  const queue = (query: object) => () => reviewer.call(endpoints.staff.listQueue, { query });
  const search = (text: () => string) => () => reviewer.call(endpoints.desk.searchOrders, { body: { search: text() } });
  const ledger = (query: object) => () => administrator.call(endpoints.certificateDesk.listCertificates, { query });
  return {
    'queue, waiting': queue({ status: 'submitted' }),
    'queue, waiting, a later page': queue({ status: 'submitted', cursor: await cursorOf(reviewer, 'submitted') }),
    'queue, waiting, late': queue({ status: 'submitted', late: 'yes' }),
    'queue, ended': queue({ status: 'completed' }),
    'queue, ended, a later page': queue({ status: 'completed', cursor: await cursorOf(reviewer, 'completed') }),
    'queue, ended, one project': queue({ status: 'completed', projectId: 'personal-signing' }),
    'queue, ended, a project of none': queue({ status: 'completed', projectId: 'tax-filing' }),
    'queue, ended, late: none': queue({ status: 'completed', late: 'yes' }),
    'queue, ended, flagged: none': queue({ status: 'completed', flagged: 'yes' }),
    'search by a number': search(() => `BENCH-${String(next()).padStart(12, '0')}`),
    'search by a phone': search(() => phone),
    'search by a common name': search(() => name),
    "applicant's list": () => applicant.call(endpoints.orders.listOrders, { query: {} }),
    certificates: ledger({}),
    'certificates, revoked': ledger({ state: 'revoked' }),
    'certificates, suspended: none': ledger({ state: 'suspended' }),
    'certificates, by a number': () => ledger({ search: `BENCH-${String(next()).padStart(12, '0')}` })(),
    'certificates, start of an export': () => startExport(administrator, origin),
    'numbers of the menu': () => reviewer.call(endpoints.desk.readCounts, {}),
  };
}

interface Figures {
  readonly p50: number;
  readonly p95: number;
  /** Of the BFF and the database, each time it is asked: it tells of the list alone, where the machine has other work, too. */
  readonly cpuMs: number;
}

const at = (sorted: readonly number[], part: number): number => sorted[Math.floor(sorted.length * part)] ?? 0;

/** Nobody asks so much in an hour. */
const ASKS_AT_ONCE = 10;

interface Measuring {
  readonly pids: readonly number[];
  readonly forgetRates: Ask;
}

async function measure(ask: Ask, { pids, forgetRates }: Measuring): Promise<Figures> {
  await forgetRates();
  for (let count = 0; count < WARM_UP; count += 1) await ask();
  const times: number[] = [];
  const cpu = () => pids.reduce((sum, pid) => sum + cpuMsOf(pid), 0);
  const before = cpu();
  for (let count = 0; count < ROUNDS; count += 1) {
    if (count % ASKS_AT_ONCE === 0) await forgetRates();
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
  }
  const cpuMs = (cpu() - before) / ROUNDS;
  times.sort((one, other) => one - other);
  return { p50: at(times, 0.5), p95: at(times, 0.95), cpuMs };
}

async function measureSizes({ system, origin, bff, databasePid }: MeasuredSystem, people: People): Promise<void> {
  const pids = [bff.process.pid, databasePid].filter((pid) => typeof pid === 'number');
  const container = system.container();
  const forgetRates = () => container.connection.collection('rate_counts').deleteMany({});
  const results: Map<string, Figures>[] = [];
  let stored = 0;
  for (const size of SIZES) {
    const began = performance.now();
    await fillLists(container, people.originals, stored, size);
    stored = size;
    console.log(`${size} applications are stored, ${((performance.now() - began) / 1000).toFixed(0)} s later`);
    const figures = new Map<string, Figures>();
    const here = {
      ...people,
      applicant: Object.assign(createApiClient(origin), { accessToken: people.applicant.accessToken }),
      reviewer: await signIn(createApiClient(origin), DEMO_STAFF.username, system.staffPassword),
      administrator: await signIn(createApiClient(origin), DEMO_ADMINISTRATOR.username, system.staffPassword),
    };
    for (const [name, ask] of Object.entries(await lists(here, { size, origin }))) {
      figures.set(
        name,
        await measure(ask, { pids, forgetRates }).catch((cause: unknown) => {
          throw new Error(`the list “${name}” fails`, { cause });
        }),
      );
    }
    results.push(figures);
  }
  const head = SIZES.map((size) => `${size} p50 / p95 / CPU ms`.padStart(30)).join('');
  console.log(`\n${'list'.padEnd(32)}${head}   p95, CPU: last ÷ first`);
  for (const name of results[0]?.keys() ?? []) {
    const row = results.map((figures) => figures.get(name) ?? { p50: 0, p95: 0, cpuMs: 0 });
    const shown = row
      .map((one) =>
        [one.p50, one.p95, one.cpuMs]
          .map((ms) => ms.toFixed(1))
          .join(' / ')
          .padStart(30),
      )
      .join('');
    const ratios = (['p95', 'cpuMs'] as const).map((of) => ((row.at(-1)?.[of] ?? 0) / (row[0]?.[of] || 1)).toFixed(2));
    console.log(`${name.padEnd(32)}${shown}   ${ratios.join(' × ')} ×`);
  }
}

runBench(async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'bench-lists-'));
  try {
    await withMeasuredBff({ dataFolder, prepare: preparePeople }, measureSizes);
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
});
