import type { TaskKind } from '@acceptance/shared';
import type { RemoteName } from '../remotes/remote-names';
import type { LaneName } from './lanes';

/** Pauses after the first, second … failed run; after the last one the job is given up. */
export type RetrySchedule = readonly number[];

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Schedules by how long somebody can wait before a person must look. */
export const RETRIES = {
  /** Somebody waits at a screen: given up after about a quarter of an hour. */
  soon: [SECOND, 5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE],
  /** A remote that is down for a night comes back: given up after about eleven hours. */
  remote: [2 * SECOND, 10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR],
  /** Money: given up after about a day, with a person told. */
  money: [2 * SECOND, 10 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR],
  upkeep: [MINUTE, 10 * MINUTE, HOUR, 6 * HOUR],
} as const satisfies Record<string, RetrySchedule>;

/** What a job kind says of itself, once, as data. */
export interface JobDefinition {
  /** As it stands in stored outboxes; never renamed. */
  readonly name: string;
  readonly lane: LaneName;
  /** The remote it cannot do without: while that one's breaker is open, the job waits and no try is counted. */
  readonly remote?: RemoteName;
  /** Tells a remote what it has to know, not a person: `isMessage` would take it for a message otherwise. */
  readonly isReport?: true;
  /** A run is aborted after this, down to the HTTP client. */
  readonly timeLimitMs: number;
  /** `never` ends only for what opens tasks itself: there is nobody else to give up to. */
  readonly retry: RetrySchedule | 'never-give-up';
  /** The task that a person gets when it is given up. */
  readonly task: TaskKind | null;
}

/** A job kind of the aggregates of one queue; `*` is at home in every queue. */
export interface JobKind extends JobDefinition {
  readonly queue: string;
}

export type JobKinds = Readonly<Record<string, JobKind>>;

const declared: JobKind[] = [];
/** Every kind that any part of the program has declared, and so may put into an outbox. */
export const declaredJobs = (): readonly JobKind[] => declared;

/** Declares the job kinds of a queue. */
export function defineJobs<const D extends Readonly<Record<string, JobDefinition>>>(
  queue: string,
  definitions: D,
): { readonly [K in keyof D]: JobKind } {
  const entries = Object.entries(definitions).map(([key, definition]) => [key, { ...definition, queue }] as const);
  declared.push(...entries.map(([, kind]) => kind));
  return Object.fromEntries(entries) as { readonly [K in keyof D]: JobKind };
}

/** The pause after a run that failed as the `tries`-th one, or null when the job is to be given up. */
export function pauseAfter(retry: JobKind['retry'], tries: number): number | null {
  if (retry === 'never-give-up') {
    return Math.min(1000 * 2 ** Math.min(tries, 12), 5 * MINUTE);
  }
  return retry[tries - 1] ?? null;
}
