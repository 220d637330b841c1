import {
  MAKE_EFFECTIVE_JOB,
  type MakeEffectiveDependencies,
  makeEffective,
  NOTIFY_EFFECTIVE_JOB,
  NOTIFY_REQUESTED_JOB,
  NOTIFY_RESULT_JOB,
  type NotifyChangeDependencies,
  notifyEffective,
  notifyRequested,
  notifyResult,
} from '../modules/phone-changes';
import type { JobHandler } from './dispatcher';
import { done } from './done';

/** Every job that the outbox of a changed number may hold, by name. */
export const phoneChangeJobs = (
  dependencies: MakeEffectiveDependencies & NotifyChangeDependencies,
): Record<string, JobHandler> => ({
  [NOTIFY_REQUESTED_JOB]: (id) => done(notifyRequested(dependencies, id)),
  [MAKE_EFFECTIVE_JOB]: (id) => done(makeEffective(dependencies, id)),
  [NOTIFY_EFFECTIVE_JOB]: (id) => done(notifyEffective(dependencies, id)),
  [NOTIFY_RESULT_JOB]: (id, { payload }) => done(notifyResult(dependencies, id, String(payload.result))),
});
