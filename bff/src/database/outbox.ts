import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { anyObject, date, number, text, textOrNull } from './validators/stored-shape';

/** One job to be done at least once, stored inside the aggregate in the same write as the state change that causes it. */
export interface OutboxEntry {
  /** Unique inside the aggregate; also the dedupe key handed to remotes that accept one. */
  readonly id: string;
  readonly job: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Not before this moment; a lease moves it ahead. */
  readonly availableAt: Date;
  /** Runs that failed or died. */
  readonly tries: number;
  /** Who has the lease. */
  readonly leasedBy?: string | null;
  /** The task from which this job was started again; it is settled when the job is done. */
  readonly taskId?: string;
}

export const storedOutbox = v.array(
  v.strictObject({
    id: text,
    job: text,
    payload: anyObject<OutboxEntry['payload']>(),
    availableAt: date,
    tries: number,
    leasedBy: v.optional(textOrNull),
    taskId: v.optional(text),
  }),
);

/** What an entry is made from: a job kind, declared with `defineJobs`. */
interface NamedJob {
  readonly name: string;
}

export function outboxEntry(
  { name }: NamedJob,
  availableAt: Date,
  payload: Record<string, unknown> = {},
  id: string = randomUUID(),
): OutboxEntry {
  return { id, job: name, payload, availableAt, tries: 0 };
}

/** For sorting. */
export const longestDueFirst = (one: OutboxEntry, other: OutboxEntry): number =>
  one.availableAt.getTime() - other.availableAt.getTime();
