import type { RestoreHold } from '../database/restore-hold';
import type { RemoteName } from '../remotes/remote-names';
import type { JobDefinition } from './job-kind';

const REMOTES_OF_MESSAGES: ReadonlySet<RemoteName> = new Set(['sms', 'mail', 'wechat']);

/** Whether a job does nothing but tell somebody something, who may have been told already. */
export const isMessage = ({ remote, isReport }: Pick<JobDefinition, 'remote' | 'isReport'>): boolean =>
  remote !== undefined && REMOTES_OF_MESSAGES.has(remote) && !isReport;

/** Which jobs may run now. */
export type Allowance = (job: Pick<JobDefinition, 'remote' | 'isReport'>) => boolean;

/** What a database that was put back allows; one that was not allows all. */
export function allowanceOf(hold: Pick<RestoreHold, 'stage'> | null): Allowance {
  if (hold === null) {
    return () => true;
  }
  return hold.stage === 'catching-up' ? (job) => !isMessage(job) : () => false;
}
