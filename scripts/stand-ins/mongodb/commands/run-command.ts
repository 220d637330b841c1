import { Double } from 'bson';
import type { OpenCursors } from '../cursors/open-cursors';
import type { Catalog } from '../engine/catalog';
import { MongodbError } from '../errors/mongodb-error';
import type { Unordered } from '../planning/unordered';
import type { WatchQuery } from '../planning/watched-query';
import type { Document } from '../values/document';
import type { Command, CommandRun } from './command';
import { rejectUnknownFields } from './command-fields';
import { commandNamed } from './command-table';
import { type FailPoint, failedReply, pause, takeFailure } from './fail-point';

export interface ServerState {
  readonly catalog: Catalog;
  readonly cursors: OpenCursors;
  readonly now: () => Date;
  readonly watchQuery: WatchQuery;
  readonly refuseScans: (refuses: boolean) => void;
  readonly unordered: Unordered;
  readonly failPoint: FailPoint;
  /** Runs what may change something, and resolves when that is on disk. A rejection means the server cannot go on. */
  change<T>(run: () => T): Promise<T>;
  /** @throws when the server cannot go on */
  assertRunning(): void;
}

/** Runs one command: at once, then the disk, then the reply. @throws ConnectionClosed */
export async function runCommand(state: ServerState, read: () => Document): Promise<Document> {
  const reply = await answered(async () => {
    const body = read();
    const name = Object.keys(body)[0] ?? '';
    const failure = takeFailure(state.failPoint, name);
    if (failure && failure.blockMs > 0) await pause(failure.blockMs);
    const failed = failure && failedReply(failure);
    if (failed) return failed;
    const run: CommandRun = { ...state, name, body, database: String(body.$db ?? 'admin') };
    const command = commandNamed(name);
    rejectUnknownFields(run, command);
    const { writeConcernError } = failure ?? {};
    return { ...(await replyOf(state, command, run)), ...(writeConcernError && { writeConcernError }) };
  });
  state.assertRunning();
  return reply;
}

/** Also after an error what was changed is kept: an ordered bulk keeps the writes before the one that failed. */
async function replyOf(state: ServerState, command: Command, run: CommandRun): Promise<Document> {
  const answer = (): Document => {
    try {
      return { ...command.run(run), ok: new Double(1) };
    } catch (error) {
      return errorReply(error);
    }
  };
  return command.writes ? state.change(answer) : answer();
}

async function answered(answer: () => Promise<Document>): Promise<Document> {
  try {
    return await answer();
  } catch (error) {
    return errorReply(error);
  }
}

/** @throws what is no answer of a server's */
function errorReply(error: unknown): Document {
  if (!(error instanceof MongodbError)) throw error;
  return {
    ok: new Double(0),
    errmsg: error.message,
    code: error.code,
    codeName: error.codeName,
    ...error.details,
  };
}
