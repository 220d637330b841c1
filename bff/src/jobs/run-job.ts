import type { Logger } from 'pino';
import type { OutboxEntry } from '../database/outbox';
import { fenceOf, type Leased, type LeasedEntry, type OutboxStore } from '../database/outbox-store';
import { isDatabaseUnavailable } from '../database/unavailable';
import { type ActNotes, openActNotes } from '../http/act-notes';
import { toAppError } from '../http/error-handler';
import { PortError } from '../ports/port-error';
import { BREAKER_OPEN } from '../remotes/circuit-breaker';
import { JobGivenUp, type JobOutcome } from './job-handler';
import { type JobKind, pauseAfter } from './job-kind';
import type { BoundJob } from './job-registry';
import { withRunSignal } from './run-signal';
import { openTaskEntry, settleTaskEntry } from './task-jobs';

/** What a run leaves in the audit log. */
export interface RecordedRun {
  readonly at: Date;
  /** What it was for: `order:<id>`, `phoneChange:<id>` … */
  readonly object: string;
  readonly job: string;
  readonly outcome: string;
  /** What the handler noted. */
  readonly notes?: ActNotes;
}

/** How a run has ended. `put-back`: nobody's fault, no try counted; `lost`: somebody else has the job by now. */
export type RunOutcome = 'done' | 'again' | 'repeated' | 'given-up' | 'put-back' | 'lost' | 'unwritten';
export type CountRun = (kind: JobKind, outcome: RunOutcome) => void;

export interface RunDependencies {
  /** Puts a run into the audit log. A run that only looked and will look again is no act. */
  readonly recordRun: (run: RecordedRun) => Promise<void>;
  /** Told of each run when its end is written. */
  readonly countRun: CountRun;
  readonly logger: Logger;
  readonly now: () => Date;
}

/** A worker whose lease is not renewed within this is taken to have died, and the job is run by another one. */
export const LEASE_MS = 60_000;
const RENEW_MS = 20_000;

/** The time limit in the words of an error. */
const overdue = (kind: JobKind): Error =>
  Object.assign(new Error(`job ${kind.name} ran out of time`), { name: 'JobTimeout' });

/** One leased job: whose it is, and what ends it from outside. */
export interface RunContext {
  readonly queue: string;
  readonly leased: Leased;
  readonly lease: LeasedEntry;
  readonly store: OutboxStore;
  readonly stop: AbortSignal;
}

/** Runs the handler until it ends, its time is over, its lease is lost or the process stops. */
async function runWithin(
  job: BoundJob,
  { queue, leased, lease, store, stop }: RunContext,
  now: () => Date,
): Promise<JobOutcome> {
  const abort = new AbortController();
  const limit = setTimeout(() => abort.abort(overdue(job.kind)), job.kind.timeLimitMs);
  const renewal = setInterval(() => {
    store.renew(lease, new Date(now().getTime() + LEASE_MS)).then(
      (held) => held || abort.abort(new Error('the lease was lost')),
      // The database does not answer: the lease may last until it does; if not, the fence keeps us from writing.
      () => undefined,
    );
  }, RENEW_MS);
  const stopped = () => abort.abort(stop.reason);
  stop.addEventListener('abort', stopped);
  const ended = new Promise<never>((_resolve, reject) => {
    abort.signal.addEventListener('abort', () => reject(abort.signal.reason));
  });
  // A handler that does not listen to its signal goes on by itself; the fence keeps it from writing an outcome.
  ended.catch(() => undefined);
  try {
    const { ownerId, entry } = leased;
    const run = { queue, ownerId, entry, signal: abort.signal, fence: fenceOf(lease) };
    const work = withRunSignal(abort.signal, async () => (await job.run(run)) as JobOutcome);
    work.catch(() => undefined);
    return await Promise.race([work, ended]);
  } finally {
    clearTimeout(limit);
    clearInterval(renewal);
    stop.removeEventListener('abort', stopped);
  }
}

/** Why a job is given up at once; null when it is worth repeating. */
function permanentReason(error: unknown): string | null {
  if (error instanceof JobGivenUp) {
    return error.reason;
  }
  return error instanceof PortError && error.failure === 'rejected' ? error.vendorCode : null;
}

/** For a remote that is left alone, or a database that cannot be reached. */
const RECOVERY_PAUSE_MS = 10_000;
const isBreakerOpen = (error: unknown): boolean => error instanceof PortError && error.vendorCode === BREAKER_OPEN;

const codeOf = (error: unknown): string => {
  const { name, vendorCode } = error as { name?: string; vendorCode?: string };
  return vendorCode ?? name ?? 'unknown';
};

/** Ends a job by handing it to a person: the owner's new state and the task are one write. */
async function giveUp(
  { kind, giveUp: ending }: BoundJob,
  { queue, leased, lease, store }: RunContext,
  reason: string,
  now: Date,
): Promise<boolean> {
  const { ownerId, entry } = leased;
  const given = ending ? await ending({ queue, ownerId, entry }, reason) : {};
  if (given === null || !kind.task) {
    return store.remove(lease);
  }
  const opening: OutboxEntry = openTaskEntry(
    {
      kind: kind.task,
      ...(given.part !== undefined && { part: given.part }),
      facts: { job: kind.name, reason, tries: entry.tries, ...given.facts },
      redo: { queue, ownerId, job: kind.name, payload: entry.payload },
    },
    now,
  );
  return store.replace(lease, opening, given.change);
}

/**
 * Runs one leased job and writes its end: done, again later, or given up. Only who still has the lease writes anything.
 */
export async function runJob(
  { recordRun, countRun, logger, now }: RunDependencies,
  job: BoundJob,
  context: RunContext,
): Promise<void> {
  const { queue, leased, lease, store } = context;
  const { entry, ownerId } = leased;
  const { kind } = job;
  const object = `${queue}:${ownerId}`;
  const { notes, during } = openActNotes();
  const record = (outcome: string) => recordRun({ at: now(), object, job: kind.name, outcome, notes });
  const ended = async (outcome: RunOutcome, writing: Promise<boolean>) =>
    countRun(kind, (await writing) ? outcome : 'lost');
  try {
    const outcome = await during(() => runWithin(job, context, now));
    if (outcome) {
      // It got an answer, so it begins anew with its tries.
      await ended('again', store.postpone(lease, outcome.again, { tries: 0 }));
      return;
    }
    // Before the entry goes: what is not recorded is run again.
    await record('done');
    await (entry.taskId
      ? store.replace(lease, settleTaskEntry({ taskId: entry.taskId, outcome: 'redone' }, now()))
      : store.remove(lease));
    // Also where nothing was left to remove: the owner may have gone with the job.
    countRun(kind, 'done');
  } catch (error) {
    if (context.stop.aborted || isBreakerOpen(error) || isDatabaseUnavailable(error)) {
      // Nobody's fault: the run does not count.
      const pauseMs = context.stop.aborted ? 0 : RECOVERY_PAUSE_MS;
      const until = new Date(now().getTime() + pauseMs);
      await ended('put-back', store.postpone(lease, until, { tries: entry.tries - 1 }));
      return;
    }
    const permanent = permanentReason(error);
    const pause = permanent === null ? pauseAfter(kind.retry, entry.tries) : null;
    const isGivenUp = pause === null;
    const words = { job: kind.name, object, tries: entry.tries, reason: codeOf(error), code: toAppError(error).code };
    logger.warn(words, isGivenUp ? 'a job was given up' : 'a job will be repeated');
    await (isGivenUp
      ? ended('given-up', giveUp(job, context, permanent ?? codeOf(error), now()))
      : ended('repeated', store.postpone(lease, new Date(now().getTime() + pause))));
    await record(isGivenUp ? `given-up:${toAppError(error).code}` : toAppError(error).code);
  }
}
