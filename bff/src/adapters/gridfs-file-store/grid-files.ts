import mongoose, { type Connection, type mongo, type Types } from 'mongoose';

const BUCKET = 'stored_files';

/** A file as GridFS has it. Its name is the id by which the product knows it; sealed anew, it is another file of that name. */
export interface GridFile {
  readonly _id: Types.ObjectId;
  readonly filename: string;
  readonly metadata?: { readonly sealedBy?: string };
}

/** The few things done with GridFS. */
export function openGridFiles(connection: Connection) {
  const { db } = connection;
  if (!db) {
    throw new Error('the file store needs an open database connection');
  }
  const bucket = new mongoose.mongo.GridFSBucket(db, { bucketName: BUCKET });
  const find = (filter: mongo.Filter<mongo.GridFSFile>) => bucket.find(filter) as unknown as mongo.FindCursor<GridFile>;
  return {
    /** Files of a name, the newest first; there are two while one is being sealed anew. */
    named: (name: string): Promise<GridFile[]> => find({ filename: name }).sort({ uploadDate: -1, _id: -1 }).toArray(),
    /** Files in the order of their ids, behind a given one. */
    behind: (id: Types.ObjectId | null, limit: number): Promise<GridFile[]> =>
      find(id ? { _id: { $gt: id } } : {})
        .sort({ _id: 1 })
        .limit(limit)
        .toArray(),
    exists: async (id: Types.ObjectId): Promise<boolean> => (await find({ _id: id }).toArray()).length > 0,

    async upload({ _id, filename, metadata }: GridFile, bytes: Buffer): Promise<void> {
      // GridFS writes the file's record last: chunks without a record are left-overs of a write that died.
      await db.collection(`${BUCKET}.chunks`).deleteMany({ files_id: _id });
      await new Promise<void>((resolve, reject) => {
        const stream = bucket.openUploadStreamWithId(_id, filename, { metadata });
        stream.once('error', reject);
        stream.once('finish', () => resolve());
        stream.end(bytes);
      });
    },

    async download(id: Types.ObjectId): Promise<Buffer> {
      const chunks: Buffer[] = [];
      for await (const chunk of bucket.openDownloadStream(id)) {
        chunks.push(chunk as Buffer);
      }
      return Buffer.concat(chunks);
    },

    /** Removing what somebody else has removed is a success. */
    async remove(id: Types.ObjectId): Promise<void> {
      await db.collection(`${BUCKET}.files`).deleteOne({ _id: id });
      await db.collection(`${BUCKET}.chunks`).deleteMany({ files_id: id });
    },
  };
}

export type GridFiles = ReturnType<typeof openGridFiles>;
