import type { AuditEntryModel, AuditRecord } from '../../bff/src/modules/audit';

export type AuditCollection = AuditEntryModel['collection'];

/** Records of one read. */
const RANGE = 1000;
/** Reads under way while the records of an earlier one are verified: the database need not wait for us, nor we for it. */
const AHEAD = 3;
/** What is fetched waits as bytes; so many records at once are made objects, which are gone before V8 would move them. */
const HANDFUL = 50;

/**
 * All records with a number, ascending: by ranges of numbers as far as the chain reached at first, several of them read at once; then
 * with one cursor what is behind a gap, which may be as wide as any number, or was appended meanwhile.
 */
export async function* chainedRecords(
  collection: AuditCollection,
  range = RANGE,
): AsyncGenerator<readonly AuditRecord[]> {
  const find = (seq: object) => collection.find<AuditRecord>({ seq }, { sort: { seq: 1 }, batchSize: range + 1 });
  const [newest] = await collection
    .find<AuditRecord>({ seq: { $gt: 0 } }, { projection: { seq: 1 }, sort: { seq: -1 }, limit: 1 })
    .toArray();
  // Only what is full: one that somebody still appends to, read before the next one, would seem to end in a gap.
  const full = Math.floor((newest?.seq ?? 0) / range);
  const read = (index: number) => {
    const cursor = find({ $gt: index * range, $lte: (index + 1) * range });
    const fetched = cursor.hasNext();
    // Thrown when its turn has come.
    fetched.catch(() => undefined);
    return { cursor, fetched };
  };
  const ahead: ReturnType<typeof read>[] = [];
  let passed = 0;
  try {
    for (let isWhole = true; isWhole && passed < full; passed += 1) {
      while (ahead.length <= AHEAD && passed + ahead.length < full) {
        ahead.push(read(passed + ahead.length));
      }
      const [{ cursor, fetched } = read(passed)] = ahead;
      await fetched;
      let records = 0;
      while (await cursor.hasNext()) {
        const handful = cursor.readBufferedDocuments(HANDFUL);
        records += handful.length;
        yield handful;
      }
      isWhole = records >= range;
      ahead.shift();
    }
  } finally {
    await Promise.allSettled(ahead.map(({ fetched }) => fetched));
    await Promise.all(ahead.map(({ cursor }) => cursor.close()));
  }
  const rest = find({ $gt: passed * range });
  try {
    while (await rest.hasNext()) {
      yield rest.readBufferedDocuments(HANDFUL);
    }
  } finally {
    await rest.close();
  }
}
