import mongoose, { type Connection, type mongo, type Types } from 'mongoose';

const BUCKET = 'stored_files';

/** A file as GridFS has it. Its name is the id by which the product knows it; sealed anew, it is another file of that name. */
export interface GridFile {
  readonly _id: Types.ObjectId;
  readonly filename: string;
  readonly metadata?: { readonly sealedBy?: string };
  readonly length: number;
}

/** Of the GridFS specification, so that any driver reads what is written here. */
const CHUNK_BYTES = 255 * 1024;
interface Chunk {
  readonly files_id: Types.ObjectId;
  readonly n: number;
  readonly data: Buffer;
}

/** What is to be written; of bytes there are always some, since they are sealed. */
type NewFile = Omit<GridFile, 'length'>;

const piecesOf = ({ _id }: NewFile, bytes: Buffer): Omit<Chunk, '_id'>[] =>
  Array.from({ length: Math.ceil(bytes.length / CHUNK_BYTES) }, (_, n) => {
    return { files_id: _id, n, data: bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES) };
  });

const recordOf = ({ _id, filename, metadata }: NewFile, { length }: Buffer): mongo.GridFSFile => ({
  _id,
  length,
  chunkSize: CHUNK_BYTES,
  uploadDate: new Date(),
  filename,
  ...(metadata && { metadata }),
});

/** A chunk of that file and number is there (MongoDB error 11000). */
const isTaken = (error: unknown): boolean => error instanceof mongoose.mongo.MongoServerError && error.code === 11000;

/** The few things done with GridFS, in one command each: its streams ask again for what is known and write chunk by chunk. */
export function openGridFiles(connection: Connection) {
  const { db } = connection;
  if (!db) {
    throw new Error('the file store needs an open database connection');
  }
  const records = db.collection<mongo.GridFSFile>(`${BUCKET}.files`);
  const chunks = db.collection<Chunk>(`${BUCKET}.chunks`);
  const find = (filter: mongo.Filter<mongo.GridFSFile>) =>
    records.find(filter) as unknown as mongo.FindCursor<GridFile>;
  /** Files of a name, the newest first; there are two while one is being sealed anew. */
  const named = (name: string): Promise<GridFile[]> =>
    find({ filename: name }).sort({ uploadDate: -1, _id: -1 }).toArray();
  const exists = async (id: Types.ObjectId): Promise<boolean> => (await find({ _id: id }).toArray()).length > 0;
  return {
    named,
    exists,
    /** Files in the order of their ids, behind a given one. */
    behind: (id: Types.ObjectId | null, limit: number): Promise<GridFile[]> =>
      find(id ? { _id: { $gt: id } } : {})
        .sort({ _id: 1 })
        .limit(limit)
        .toArray(),
    /** Under a new id, whatever else has that name. */
    async upload(file: NewFile, bytes: Buffer): Promise<void> {
      await chunks.insertMany(piecesOf(file, bytes));
      await records.insertOne(recordOf(file, bytes));
    },

    /** Unless there is a file of that name. */
    async uploadOnce(file: NewFile, bytes: Buffer): Promise<void> {
      const { _id, filename } = file;
      const pieces = piecesOf(file, bytes);
      try {
        await chunks.insertMany(pieces);
      } catch (error) {
        if (!isTaken(error)) throw error;
        if ((await named(filename)).length > 0) {
          return;
        }
        // The file's record is written last: chunks without a record are left-overs of a write that died.
        await chunks.deleteMany({ files_id: _id });
        await chunks.insertMany(pieces);
      }
      const written = await records.updateOne({ filename }, { $setOnInsert: recordOf(file, bytes) }, { upsert: true });
      if (written.upsertedCount === 0 && !(await exists(_id))) {
        // It is there, sealed anew under another id.
        await chunks.deleteMany({ files_id: _id });
      }
    },

    /** @throws Error when a chunk is missing: also of a file that is just being removed */
    async download({ _id, length }: Pick<GridFile, '_id' | 'length'>): Promise<Buffer> {
      const read = chunks.find({ files_id: _id }, { promoteBuffers: true }).sort({ n: 1 });
      const bytes = Buffer.concat((await read.toArray()).map(({ data }) => data));
      if (bytes.length !== length) {
        throw new Error('a stored file is not whole');
      }
      return bytes;
    },

    /** Removing what somebody else has removed is a success. */
    async remove(id: Types.ObjectId): Promise<void> {
      await records.deleteOne({ _id: id });
      await chunks.deleteMany({ files_id: id });
    },
  };
}

export type GridFiles = ReturnType<typeof openGridFiles>;
