import { randomUUID } from 'node:crypto';

/** One job to be done at least once, stored inside the aggregate in the same write as the state change that causes it. */
export interface OutboxEntry {
  /** Unique inside the aggregate; also the dedupe key handed to remotes that accept one. */
  readonly id: string;
  readonly job: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Not before this moment; a lease moves it ahead. */
  readonly availableAt: Date;
  readonly tries: number;
}

export function outboxEntry(
  job: string,
  now: Date,
  payload: Record<string, unknown> = {},
  id: string = randomUUID(),
): OutboxEntry {
  return { id, job, payload, availableAt: now, tries: 0 };
}
