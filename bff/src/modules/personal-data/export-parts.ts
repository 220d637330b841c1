import { Types, type UpdateQuery } from 'mongoose';
import type { FileStore } from '../../ports/file-store';
import type { DataExportModel, DataExportRecord } from './data-export.model';

export interface ExportPartsDependencies {
  readonly dataExports: DataExportModel;
  readonly fileStore: FileStore;
}

/** What is sealed, stored and read at once: a ZIP of any size takes no more memory than this. */
export const PART_BYTES = 4 * 1024 * 1024;

type WithParts = Pick<DataExportRecord, '_id' | 'parts'>;

/** Where an export's bytes are, in their order. */
export const partsOf = ({ _id, parts }: WithParts): readonly string[] => parts ?? [_id.toHexString()];

/** Removes the bytes of an export, whole or half. */
export async function deleteParts(fileStore: FileStore, record: WithParts): Promise<void> {
  for (const id of [record._id.toHexString(), ...partsOf(record)]) {
    await fileStore.delete(id);
  }
}

/** An export that is being made, and by which run of the job. */
export interface ExportRun {
  readonly exportId: string;
  readonly run: string;
  readonly accountId: string;
}

const isOurs = ({ exportId, run }: ExportRun) => ({ _id: exportId, state: 'preparing' as const, run });

/**
 * Makes an export this run's: from here on no earlier run adds to it, and what that has written goes. Null when there is
 * nothing to be made.
 */
export async function beginRun(
  { dataExports, fileStore }: ExportPartsDependencies,
  exportId: string,
): Promise<ExportRun | null> {
  const run = new Types.ObjectId().toHexString();
  const taken = await dataExports
    .findOneAndUpdate({ _id: exportId, state: 'preparing' }, { $set: { run } }, { returnDocument: 'after' })
    .lean<DataExportRecord>();
  if (!taken) {
    return null;
  }
  const begun = { exportId, run, accountId: taken.accountId };
  await deleteParts(fileStore, taken);
  await dataExports.updateOne(isOurs(begun), { $set: { parts: [] } });
  return begun;
}

/** Chunks joined to parts of the same size. */
async function* inParts(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    length += chunk.length;
    if (length >= PART_BYTES) {
      yield Buffer.concat(waiting);
      waiting = [];
      length = 0;
    }
  }
  if (length > 0) {
    yield Buffer.concat(waiting);
  }
}

/**
 * Stores an export part by part and lets `end` say that it is whole; of what does not come to that end nothing stays, be it
 * that it failed or that the export is gone or another run's.
 */
export async function writeParts(
  { dataExports, fileStore }: ExportPartsDependencies,
  begun: ExportRun,
  chunks: AsyncIterable<Buffer>,
  end: (byteLength: number) => UpdateQuery<DataExportRecord>,
): Promise<void> {
  const own: string[] = [];
  const update = async (change: UpdateQuery<DataExportRecord>): Promise<boolean> =>
    (await dataExports.updateOne(isOurs(begun), change)).matchedCount > 0;
  const write = async (): Promise<boolean> => {
    let byteLength = 0;
    for await (const part of inParts(chunks)) {
      const id = new Types.ObjectId().toHexString();
      // Noted first: whoever removes the export, or makes it anew, finds what may have been written.
      if (!(await update({ $push: { parts: id } }))) {
        return false;
      }
      own.push(id);
      await fileStore.write(id, part);
      byteLength += part.length;
    }
    return update(end(byteLength));
  };
  let isWhole = false;
  try {
    isWhole = await write();
  } finally {
    for (const id of isWhole ? [] : own) {
      await fileStore.delete(id);
    }
  }
}

/** The bytes of an export as they are read, one part at a time; `first` was read already. @throws Error when one is gone */
export async function* readParts(fileStore: FileStore, first: Buffer, rest: readonly string[]): AsyncGenerator<Buffer> {
  yield first;
  for (const id of rest) {
    const part = await fileStore.read(id);
    if (!part) {
      throw new Error('a part of an export is gone');
    }
    yield part;
  }
}

/** Removes an export with its bytes, also those of a run that adds to it at this moment. */
export async function removeWithParts(
  { dataExports, fileStore }: ExportPartsDependencies,
  exportId: DataExportRecord['_id'],
): Promise<void> {
  // Nothing is added to it from here on.
  const record = await dataExports
    .findOneAndUpdate({ _id: exportId }, { $unset: { run: 1 } }, { returnDocument: 'after' })
    .lean<DataExportRecord>();
  if (record) {
    await deleteParts(fileStore, record);
    await dataExports.deleteOne({ _id: exportId });
  }
}
