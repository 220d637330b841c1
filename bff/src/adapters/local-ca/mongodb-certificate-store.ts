import { mongo } from 'mongoose';
import type { CertificateStore, IssuedRecord, RevocationListRecord } from './issued-record';

/** With the driver alone: the models of the product are another role's, in another database. */
type StoredList = RevocationListRecord & { readonly _id: string };
/** The driver gives binary values as its own class. */
type Read<Record> = { [Name in keyof Record]: Record[Name] extends Uint8Array ? mongo.Binary : Record[Name] };

const DUPLICATE_KEY = 11_000;

const bytesOf = (value: mongo.Binary): Uint8Array => Uint8Array.from(value.value());
const binary = (bytes: Uint8Array): mongo.Binary => new mongo.Binary(bytes);
const recordOf = (read: Read<IssuedRecord>): IssuedRecord => ({
  ...read,
  certificateDer: bytesOf(read.certificateDer),
});
const listId = (authorityKeyId: string, number: number): string => `${authorityKeyId}:${number}`;

/** True unless a unique index refused it. */
async function inserted(insertion: Promise<unknown>): Promise<boolean> {
  try {
    await insertion;
    return true;
  } catch (error) {
    if (error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY) {
      return false;
    }
    throw error;
  }
}

/** Makes its indexes itself: the operator's migrations run under the product's role, which may not come here. */
async function ensureIndexes(
  certificates: mongo.Collection<Read<IssuedRecord>>,
  lists: mongo.Collection<Read<StoredList>>,
): Promise<void> {
  await certificates.createIndexes([
    { key: { idempotencyKey: 1 }, unique: true },
    { key: { firstOfKey: 1 }, unique: true, sparse: true },
    { key: { keySha256: 1 } },
    { key: { unlisted: 1 }, sparse: true },
    { key: { authorityKeyId: 1, notAfter: 1 }, partialFilterExpression: { 'revocation.at': { $exists: true } } },
  ]);
  await lists.createIndexes([{ key: { authorityKeyId: 1, number: -1 }, unique: true }]);
}

/** Opens the authority's own database. @throws what the driver throws */
export async function openCertificateStore(uri: string, options: mongo.MongoClientOptions): Promise<CertificateStore> {
  const client = new mongo.MongoClient(uri, options);
  await client.connect();
  const database = client.db();
  const certificates = database.collection<Read<IssuedRecord>>('issued_certificates');
  const lists = database.collection<Read<StoredList>>('revocation_lists');
  await ensureIndexes(certificates, lists);

  const findOne = async (
    filter: Partial<Pick<IssuedRecord, '_id' | 'idempotencyKey'>>,
  ): Promise<IssuedRecord | null> => {
    const read = await certificates.findOne(filter);
    return read && recordOf(read);
  };

  return {
    findByIdempotencyKey: (idempotencyKey) => findOne({ idempotencyKey }),
    findBySerialNumber: (_id) => findOne({ _id }),
    async findByKey(keySha256) {
      return (await certificates.find({ keySha256 }).toArray()).map(recordOf);
    },
    insert: (record) => inserted(certificates.insertOne({ ...record, certificateDer: binary(record.certificateDer) })),
    async changeRevocation({ _id, revocation: before }, revocation, unlisted) {
      const asRead = before ? { 'revocation.reason': before.reason, 'revocation.at': before.at } : { revocation: null };
      const { matchedCount } = await certificates.updateOne({ _id, ...asRead }, { $set: { revocation, unlisted } });
      return matchedCount === 1;
    },

    async unlistedChanges(authorityKeyId) {
      const found = await certificates
        .find({ unlisted: { $exists: true }, authorityKeyId }, { projection: { unlisted: 1 } })
        .toArray();
      return found.flatMap(({ _id, unlisted }) =>
        unlisted === undefined ? [] : [{ serialNumber: _id, change: unlisted }],
      );
    },
    revokedFrom: (authorityKeyId, from) =>
      certificates.find(
        { authorityKeyId, notAfter: { $gte: from }, 'revocation.at': { $exists: true } },
        { projection: { notAfter: 1, revocation: 1 }, batchSize: 10_000 },
      ),
    async markListed(changes) {
      if (changes.length > 0) {
        await certificates.bulkWrite(
          changes.map(({ serialNumber, change }) => ({
            updateOne: { filter: { _id: serialNumber, unlisted: change }, update: { $unset: { unlisted: '' } } },
          })),
        );
      }
    },
    async newestListNumber(authorityKeyId) {
      const newest = await lists.findOne({ authorityKeyId }, { sort: { number: -1 }, projection: { number: 1 } });
      return newest?.number ?? null;
    },
    async readList(authorityKeyId, number) {
      const read = await lists.findOne({ _id: listId(authorityKeyId, number) });
      return read && { ...read, der: bytesOf(read.der) };
    },
    insertList: (list) =>
      inserted(lists.insertOne({ ...list, _id: listId(list.authorityKeyId, list.number), der: binary(list.der) })),
    async removeListsBefore(authorityKeyId, number) {
      await lists.deleteMany({ authorityKeyId, number: { $lt: number } });
    },

    async ping() {
      await database.command({ ping: 1 });
    },
    close: () => client.close(),
  };
}
