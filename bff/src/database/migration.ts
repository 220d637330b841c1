import type { Connection } from 'mongoose';

/** How far a migration has come; `of` is what was to be done when it began this time. */
export interface MigrationProgress {
  readonly done: number;
  readonly of: number;
}

/** Whoever runs a migration, as the migration sees it. */
export interface MigrationRun {
  /**
   * To be called after each batch: tells how far it is, and lets it go on.
   * @throws MigrationStopped when it was asked to stop, Error when another process has taken the migrating over
   */
  afterBatch(progress: MigrationProgress): Promise<void>;
}

export interface Migration {
  /** `<date>-<what>`; never changed after it has landed. */
  readonly id: string;
  /** May run again after a crash in the middle of it, and goes on where work is left. Without `run` nobody watches. */
  up(connection: Connection, run?: MigrationRun): Promise<void>;
}

/** Asked for, at the end of a batch: the same command goes on from there. */
export class MigrationStopped extends Error {
  override readonly name = 'MigrationStopped';
  constructor() {
    super('stopped at the end of a batch; run it again to go on from there');
  }
}
