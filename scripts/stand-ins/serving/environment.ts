import { createFaultBoard, type FaultBoard } from './fault-board';
import { createRequestRecord, type RequestRecord } from './request-record';
import { type Scheduler, systemScheduler } from './scheduler';

/** What all stand-ins of one run share. */
export interface StandInEnvironment {
  now: () => Date;
  /**
   * The clock of request and response signatures. Vendors' client libraries sign with the real clock whatever clock
   * our code was given, so a test that travels in time gives `now` and leaves this one alone.
   */
  signatureNow: () => Date;
  scheduler: Scheduler;
  requests: RequestRecord;
  faults: FaultBoard;
  /** Called after anything a person watching may want to see has changed. */
  changed: () => void;
  /** Calls the listener after every change; the returned function ends it. */
  watch(listener: () => void): () => void;
}

/** @param o.signatureNow defaults to `now`. */
export function createStandInEnvironment(
  o: { now?: () => Date; signatureNow?: () => Date; scheduler?: Scheduler } = {},
): StandInEnvironment {
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const now = o.now ?? (() => new Date());
  return {
    now,
    signatureNow: o.signatureNow ?? now,
    scheduler: o.scheduler ?? systemScheduler,
    requests: createRequestRecord(changed),
    faults: createFaultBoard(changed),
    changed,
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
