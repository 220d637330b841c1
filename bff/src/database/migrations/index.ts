import type { Connection } from 'mongoose';
import { initialIndexes } from './2026-11-22-initial-indexes';

export interface Migration {
  /** `<date>-<what>`; never changed after it has landed. */
  readonly id: string;
  up(connection: Connection): Promise<void>;
}

/** In order; append only. */
export const migrations: readonly Migration[] = [initialIndexes];
