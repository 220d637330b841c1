import type { Connection } from 'mongoose';

export interface Migration {
  /** `<date>-<what>`; never changed after it has landed. */
  readonly id: string;
  up(connection: Connection): Promise<void>;
}
