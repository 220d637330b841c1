import { connectDatabase } from '../../bff/src/database/connect';
import { type AuditRecord, auditEntryModel, linkActs, verifyChain } from '../../bff/src/modules/audit';
import { EMPTY_CHAIN } from '../../bff/src/modules/audit/record-hash';
import { sampleActs } from '../../bff/src/modules/audit/testing/sample-act';
import { SAMPLE_KEY, sampleKeys } from '../../bff/src/modules/audit/testing/sample-key';
import { type DatabaseServer, openDatabaseServer } from '../database/open-database-server';
import { type AuditCollection, chainedRecords } from './chained-records';

/** Seven reads of ten records each, and half of an eighth. */
const RANGE = 10;
const LENGTH = 75;
const chain = linkActs(EMPTY_CHAIN, sampleActs(LENGTH + 20), SAMPLE_KEY);
const recordAt = (seq: number): AuditRecord => chain[seq - 1]!;

let database: DatabaseServer;
let connection: Awaited<ReturnType<typeof connectDatabase>>;
let collection: AuditCollection;
beforeAll(async () => {
  database = await openDatabaseServer();
  connection = await connectDatabase(database.freshDatabase('chained'));
  // Without the index that refuses a number twice: whoever manipulates records drops it first.
  collection = auditEntryModel(connection).collection;
});
afterAll(async () => {
  await connection.close();
  await database.stop();
});
const store = async (records: readonly AuditRecord[]) => {
  await collection.insertMany(records.map((record) => ({ ...record })) as never);
};
beforeEach(async () => {
  await collection.deleteMany({});
  await store(chain.slice(0, LENGTH));
});

const verify = () =>
  verifyChain({
    batches: chainedRecords(collection, RANGE),
    anchors: [],
    authentication: { keys: sampleKeys, from: 1 },
    seqOfHash: async (hash) => (await collection.findOne<AuditRecord>({ hash }))?.seq ?? null,
  });
const remove = async (...seqs: number[]) => {
  await collection.deleteMany({ seq: { $in: seqs } });
};

it('finds a long chain whole', async () => {
  expect(await verify()).toMatchObject({ records: LENGTH, end: { hash: recordAt(LENGTH).hash }, brokenLink: null });
});

it.each([1, 9, 10, 11, 45, 70, 71, 74])('finds that record %i is missing', async (seq) => {
  await remove(seq);
  expect(await verify()).toMatchObject({ records: seq - 1, brokenLink: { seq, kind: 'missing' } });
});

it('finds that all records of a read are missing, and of several', async () => {
  await collection.deleteMany({ seq: { $gt: 10, $lte: 20 } });
  expect((await verify()).brokenLink).toEqual({ seq: 11, kind: 'missing' });
  await collection.deleteMany({ seq: { $lte: 71 } });
  expect((await verify()).brokenLink).toEqual({ seq: 1, kind: 'missing' });
});

it('finds that one is missing where another one is there twice', async () => {
  await remove(12);
  await store([recordAt(17)]);
  expect((await verify()).brokenLink).toEqual({ seq: 12, kind: 'missing' });
});

it.each([10, 11, 20, 70, 75])('finds that record %i is there twice', async (seq) => {
  await store([recordAt(seq)]);
  expect((await verify()).brokenLink).toEqual({ seq, kind: 'repeated' });
});

it.each([1, 10, 11, 71])('finds that record %i was changed', async (seq) => {
  await collection.updateOne({ seq }, { $set: { outcome: 'done!' } });
  expect(await verify()).toMatchObject({ records: seq - 1, brokenLink: { seq, kind: 'changed' } });
});

it('finds that the last of a read and the first of the next have changed places', async () => {
  await remove(10, 11);
  await store([
    { ...recordAt(10), seq: 11 },
    { ...recordAt(11), seq: 10 },
  ]);
  expect((await verify()).brokenLink).toEqual({ seq: 10, kind: 'reordered' });
});

it.each([1e15, Number.POSITIVE_INFINITY])('is not led away by a record with number %d', async (seq) => {
  await store([{ ...recordAt(LENGTH), seq }]);
  expect(await verify()).toMatchObject({ records: LENGTH, brokenLink: { seq: LENGTH + 1, kind: 'missing' } });
});

it.each([0.5, 10.5])('finds a record with number %d', async (seq) => {
  await store([{ ...recordAt(1), seq }]);
  expect((await verify()).brokenLink).not.toBeNull();
});

it('takes what is appended meanwhile for no gap', async () => {
  const seen: number[] = [];
  for await (const records of chainedRecords(collection, RANGE)) {
    if (seen.length === 0) await store(chain.slice(LENGTH));
    seen.push(...records.map(({ seq }) => seq));
  }
  expect(seen).toEqual(chain.map(({ seq }) => seq));
});

it('does not take a database that went away for the end of the chain', async () => {
  const other = await connectDatabase(database.freshDatabase('going'));
  const its = auditEntryModel(other).collection;
  await its.insertMany(chain.map((record) => ({ ...record })) as never);
  const records = chainedRecords(its, RANGE);
  await records.next();
  await other.close();
  const rest = async () => {
    for await (const _ of records);
  };
  await expect(rest()).rejects.toThrow();
});
