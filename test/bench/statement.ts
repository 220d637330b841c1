import { endpoints, type ImportProgress } from '@acceptance/shared';
import { Types } from 'mongoose';
import { workbookOf } from '../../bff/src/adapters/sheet-reader/testing/workbook';
import { ensureTransfer } from '../../bff/src/modules/bank-transfers/choose-transfer';
import type { OrderRecord } from '../../bff/src/modules/orders';
import { nextOrderNumber } from '../../bff/src/modules/orders/order-number';
import { addStaff } from '../../bff/src/modules/staff';
import { type ApiClient, createApiClient } from '../../scripts/api-client/create-api-client';
import type { DemoSystem } from '../../scripts/demo/start-demo-system';
import { makePerson } from '../../scripts/story/people';
import { walkStory } from '../../scripts/story/walk-story';
import { sealedFor } from '../support/order-copies';
import type { MeasuredProcess } from './measured-process';
import { runBench } from './run-bench';
import { withMeasuredBff } from './with-measured-bff';

const LINES = 5000;
const TRANSFERS = 200;
const PASSWORD = 'correct horse battery';
const HEADING = [
  '交易日',
  '交易时间',
  '借方金额',
  '贷方金额',
  '余额',
  '摘要',
  '流水号',
  '收(付)方名称',
  '收(付)方帐号',
];
/** Each look counts the import's entries. */
const POLL_MS = 2000;
const IDLE_MS = 3000;
const MOST_MATCHING_MS = 5 * 60_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The code of a new order that waits for its transfer. */
async function openTransfer(system: DemoSystem, approved: OrderRecord): Promise<string> {
  const { orders, counters, cipher, randomBytes } = system.container();
  const { liveClaim: _claim, transfer: _transfer, ...kept } = approved;
  const _id = new Types.ObjectId();
  const orderNumber = await nextOrderNumber(counters, approved.orderNumber.split('-')[0] ?? '', new Date());
  await orders.create({ ...kept, _id, orderNumber, clientToken: `bench-${_id}`, outbox: [] });
  await orders.updateOne({ _id }, { $set: sealedFor(system, approved, _id) });
  const order = (await orders.findById(_id).lean<OrderRecord>()) as OrderRecord;
  const { transfer } = await ensureTransfer({ orders, cipher, randomBytes }, order, new Date());
  return transfer?.code ?? '';
}

async function openTransfers(system: DemoSystem): Promise<{ readonly codes: string[]; readonly fen: number }> {
  const { orders } = system.container();
  const approved = (await orders.findOne({ status: 'approved' }).lean<OrderRecord>()) as OrderRecord;
  const codes: string[] = [];
  for (let index = 0; index < TRANSFERS; index += 1) {
    codes.push(await openTransfer(system, approved));
  }
  return { codes, fen: approved.project.priceFen };
}

/** Lines of a statement; the first name codes. */
function linesFor(round: string, { codes, fen }: { readonly codes: readonly string[]; readonly fen: number }) {
  return Array.from({ length: LINES }, (_, index) => {
    const remark = codes[index] ?? '货款';
    const number = `${round}${String(index).padStart(8, '0')}`;
    return [
      '20261123',
      '091502',
      '',
      fen / 100,
      1_000_000,
      remark,
      number,
      `示例付款${index}有限公司`,
      '6222000011112222',
    ];
  });
}
const csvOf = (lines: ReturnType<typeof linesFor>): Uint8Array =>
  Buffer.from([HEADING, ...lines].map((cells) => `${cells.join()}\n`).join(''));

const KINDS = [
  ['CSV', csvOf],
  ['XLSX', (lines: ReturnType<typeof linesFor>): Uint8Array => workbookOf([HEADING, ...lines])],
] as const;

async function financeClient(system: DemoSystem, origin: string): Promise<ApiClient> {
  const who = { username: 'bench-finance', displayName: 'bench', password: PASSWORD, roles: ['finance' as const] };
  await addStaff(system.container().staffMembers, { ...who, now: new Date() });
  const client = createApiClient(origin);
  const body = { username: who.username, password: PASSWORD };
  client.accessToken = (await client.call(endpoints.staff.signInStaff, { body })).accessToken;
  return client;
}

/** Has an import matched until each transfer is paid; what names nobody would only become tasks, and is taken away then. */
async function matched(system: DemoSystem, client: ApiClient, importId: string): Promise<ImportProgress> {
  const { readImport, startMatching } = endpoints.transferDesk;
  const params = { importId };
  let progress = await client.call(startMatching, { params, body: { password: PASSWORD } });
  const deadline = Date.now() + MOST_MATCHING_MS;
  while (progress.booked < TRANSFERS && progress.matching > 0 && Date.now() < deadline) {
    await pause(POLL_MS);
    progress = await client.call(readImport, { params });
  }
  await system.container().bankEntries.updateMany({ importId }, { $set: { outbox: [] } });
  return progress;
}

interface Figures {
  readonly name: string;
  readonly seconds: number;
  readonly lag: Readonly<Record<string, number>>;
}

function print(all: readonly Figures[]): void {
  const idle = all[0]?.lag ?? {};
  const base = all[1]?.seconds ?? 1;
  const ms = (value = 0) => `${value.toFixed(1)} ms`.padStart(10);
  console.log(`\n${'of the import of CSV in brackets'.padEnd(34)} seconds          lag p99       max  busy`);
  for (const { name, seconds, lag } of all) {
    const ratio = `(× ${(seconds / base).toFixed(2)})`.padStart(10);
    const busy = `${Math.round((lag.busy ?? 0) * 100)} %`.padStart(6);
    console.log(`${name.padEnd(34)}${seconds.toFixed(1).padStart(8)}${ratio}${ms(lag.p99)}${ms(lag.max)}${busy}`);
  }
  console.log(`idle lag p99 ${ms(idle.p99).trim()}, max ${ms(idle.max).trim()}`);
}

async function measure(system: DemoSystem, client: ApiClient, bff: MeasuredProcess): Promise<void> {
  const all: Figures[] = [];
  async function phase<Result>(name: string, run: () => Promise<Result>): Promise<Result> {
    bff.begin();
    const began = performance.now();
    const result = await run();
    const figures = { name, seconds: (performance.now() - began) / 1000, lag: await bff.end() };
    all.push(figures);
    const { p99 = 0, max = 0 } = figures.lag;
    const lag = `lag p99 ${p99.toFixed(1)} ms, max ${max.toFixed(1)} ms`;
    console.log(`${name}: ${figures.seconds.toFixed(1)} s, ${lag}, ${JSON.stringify(result ?? {})}`);
    return result;
  }
  await phase('idle', () => pause(IDLE_MS));
  const imports: { readonly kind: string; readonly importId: string }[] = [];
  for (const [kind, fileOf] of KINDS) {
    const bytes = fileOf(linesFor(kind, await openTransfers(system)));
    const file = { bytes, mediaType: 'application/octet-stream', fileName: 'statement' };
    const send = () => client.call(endpoints.transferDesk.importStatement, { body: { bank: 'cmb' }, file });
    const { importId } = await phase(`${kind} ${Math.round(bytes.length / 1024)} KiB: import`, send);
    await phase(`${kind}: the same once more`, send);
    imports.push({ kind, importId: importId ?? '' });
  }
  for (const { kind, importId } of imports) {
    await phase(`${kind}: matching`, () => matched(system, client, importId));
  }
  print(all);
}

/** `npm run bench:statement`: a bank's statement of 5,000 lines against 200 open transfers, in each kind of file. */
const main = (): Promise<void> =>
  withMeasuredBff(
    {
      async prepare({ origin, standIns, staffPassword, container }) {
        const world = { origin, standIns, staffPassword, settle: () => container().dispatcher.drain() };
        await walkStory(world, { person: makePerson(1), until: 'approve' });
      },
    },
    async ({ system, origin, bff }) => measure(system, await financeClient(system, origin), bff),
  );

runBench(main);
