import { Double } from 'bson';
import type { OpenCursors } from '../cursors/open-cursors';
import type { Catalog } from '../engine/catalog';
import { WriteLog } from '../engine/write-log';
import { MongodbError } from '../errors/mongodb-error';
import type { Document } from '../values/document';
import { rejectUnknownFields } from './command-fields';
import { commandNamed } from './command-table';
import { type FailPoint, failedReply, pause, takeFailure } from './fail-point';

export interface ServerState {
  readonly catalog: Catalog;
  readonly cursors: OpenCursors;
  readonly now: () => Date;
  readonly failPoint: FailPoint;
  /** Makes changes durable. A rejection means the server cannot go on. */
  commit(log: WriteLog): Promise<void>;
}

/** Runs one command: memory first and at once, then the disk, then the reply. @throws ConnectionClosed */
export async function runCommand(state: ServerState, read: () => Document): Promise<Document> {
  const log = new WriteLog();
  try {
    return await replyTo(state, read, log);
  } finally {
    // Also after an error: an ordered bulk keeps the writes before the one that failed.
    await state.commit(log);
  }
}

async function replyTo(state: ServerState, read: () => Document, log: WriteLog): Promise<Document> {
  try {
    const body = read();
    const name = Object.keys(body)[0] ?? '';
    const failure = takeFailure(state.failPoint, name);
    if (failure && failure.blockMs > 0) await pause(failure.blockMs);
    const failed = failure && failedReply(failure);
    if (failed) return failed;
    const run = { ...state, name, body, database: String(body.$db ?? 'admin'), log };
    const command = commandNamed(name);
    rejectUnknownFields(run, command);
    const { writeConcernError } = failure ?? {};
    return { ...command.run(run), ...(writeConcernError && { writeConcernError }), ok: new Double(1) };
  } catch (error) {
    if (!(error instanceof MongodbError)) throw error;
    return {
      ok: new Double(0),
      errmsg: error.message,
      code: error.code,
      codeName: error.codeName,
      ...error.details,
    };
  }
}
