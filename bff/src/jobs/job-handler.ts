import type { TaskFact, TaskSettlement } from '@acceptance/shared';
import type { OutboxEntry } from '../database/outbox';
import type { OwnerChange } from '../database/outbox-store';
import type { JobKind, JobKinds } from './job-kind';

/** One run of a job. */
export interface JobRun {
  /** Kind of the owner; with its id, the object in the audit log. */
  readonly queue: string;
  readonly ownerId: string;
  readonly entry: OutboxEntry;
  /** Aborted at the time limit, when the lease is lost and when the process stops. */
  readonly signal: AbortSignal;
  /**
   * A filter that holds only while this run has the lease: whoever ends the job with a write of its own puts it in, so
   * that a worker that was too slow cannot write over the one that took the job from it.
   */
  readonly fence: Readonly<Record<string, unknown>>;
}

/** Nothing: done. `again`: not finished, look again then; it is no failure and counts no try. */
export type JobOutcome = undefined | { readonly again: Date };
export type JobHandler = ((run: JobRun) => Promise<void>) | ((run: JobRun) => Promise<JobOutcome>);

/** Thrown by a handler for what repeating cannot mend: the job is given up at once. `reason` is a code, never personal data. */
export class JobGivenUp extends Error {
  override readonly name = 'JobGivenUp';
  constructor(readonly reason: string) {
    super(`given up: ${reason}`);
  }
}

/** What giving up writes into the owner, in the update that turns the job into a task; null: nothing is left to give up. */
export interface GivenUp {
  readonly change?: OwnerChange;
  readonly facts?: Partial<Record<TaskFact, string | number>>;
  /** As in `TaskOpening`. */
  readonly part?: string;
}

/** How a person has ended what the job could not end. */
export interface PersonalEnd {
  readonly settlement: TaskSettlement;
  readonly staffId: string;
  readonly now: Date;
  /** Closes the task; it goes into the owner's outbox in the update that writes what the person has decided. */
  readonly closing: OutboxEntry;
}

export interface JobEnding {
  /** What the owner's state says from then on. */
  readonly giveUp?: (run: Pick<JobRun, 'queue' | 'ownerId' | 'entry'>, reason: string) => Promise<GivenUp | null>;
  /** What a redo from the task writes back. */
  readonly redo?: (ownerId: string, payload: Readonly<Record<string, unknown>>) => Promise<OwnerChange>;
  /** Writes what a person has decided instead of the job. @throws AppError tasks.settlement_does_not_fit */
  readonly settle?: (ownerId: string, payload: Readonly<Record<string, unknown>>, end: PersonalEnd) => Promise<void>;
}

/** How a kind is run, and what its end writes where it has one. */
export interface Binding extends JobEnding {
  readonly run: JobHandler;
}

/** Job kinds with what they do. `Provided` is everything that there is. */
export interface JobGroup<in Provided> {
  readonly handlers: (needs: Provided) => ReadonlyMap<JobKind, Binding>;
}

type Handlers<K extends JobKinds> = { readonly [Name in keyof K]: JobHandler | Binding };

const bindingOf = (handler: JobHandler | Binding): Binding =>
  typeof handler === 'function' ? { run: handler } : handler;

/** Binds every kind to a handler: a kind without one, or one without a kind, does not compile. */
export function handleJobs<K extends JobKinds, Needs>(
  kinds: K,
  handlersOf: (needs: Needs) => Handlers<K>,
): JobGroup<Needs> {
  return {
    handlers: (needs) => {
      const handlers = handlersOf(needs);
      return new Map(Object.entries(kinds).map(([name, kind]) => [kind, bindingOf(handlers[name as keyof K])]));
    },
  };
}
