import type { OpenCursors } from '../cursors/open-cursors';
import type { Catalog } from '../engine/catalog';
import type { Unordered } from '../planning/unordered';
import type { WatchQuery } from '../planning/watched-query';
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
  readonly now: () => Date;
  /** Told how each query is about to be answered; what it throws refuses the query. */
  readonly watchQuery: WatchQuery;
  /** Whether `watchQuery` is to refuse queries that no index serves. */
  readonly refuseScans: (refuses: boolean) => void;
  /** Gives documents that nobody asked to be sorted an order. */
  readonly unordered: Unordered;
  /** What tests want to go wrong. */
  readonly failPoint: FailPoint;
}

export interface Command {
  /** The fields it understands besides its name; every other field is refused by name. `'any'` for handshakes. */
  readonly fields: readonly string[] | 'any';
  /** What it changes is made durable before the reply leaves. */
  readonly writes?: true;
  /** Answers the reply without `ok`. Throws MongodbError. */
  run(run: CommandRun): Document;
}
