import type { OpenCursors } from '../cursors/open-cursors';
import type { Catalog } from '../engine/catalog';
import type { WriteLog } from '../engine/write-log';
import type { Document } from '../values/document';
import type { FailPoint } from './fail-point';

/** One command being run. Handlers are synchronous: that is what makes each of them atomic. */
export interface CommandRun {
  /** The first field of the command, e.g. `findAndModify`. */
  readonly name: string;
  readonly body: Document;
  readonly database: string;
  readonly catalog: Catalog;
  readonly cursors: OpenCursors;
  /** Collects the changes; they are made durable before the reply leaves. */
  readonly log: WriteLog;
  readonly now: () => Date;
  /** What tests want to go wrong. */
  readonly failPoint: FailPoint;
}

export interface Command {
  /** The fields it understands besides its name; every other field is refused by name. `'any'` for handshakes. */
  readonly fields: readonly string[] | 'any';
  /** Answers the reply without `ok`. Throws MongodbError. */
  run(run: CommandRun): Document;
}
