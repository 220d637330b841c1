import { limitMsOf } from '@acceptance/shared';
import type { Logger } from 'pino';
import type { RecordedRun } from '../../jobs/run-job';
import type { Sweep } from '../../jobs/sweeps';
import { type Batch, untilEmpty } from '../../jobs/until-empty';
import type { AccountModel } from '../account';
import { deletePapers, type OrderRecord } from '../orders';
import { type RemoveOrderDependencies, removeOrder } from './remove-order';

export interface RetentionSweepDependencies extends RemoveOrderDependencies {
  readonly accounts: AccountModel;
  /** Puts a removal into the audit log. */
  readonly recordRun: (run: RecordedRun) => Promise<void>;
  readonly logger: Logger;
}

const HOUR_MS = 3_600_000;
const AT_ONCE = 50;

const record = ({ recordRun }: RetentionSweepDependencies, { _id }: OrderRecord, job: string, at: Date) =>
  recordRun({ at, object: `order:${_id.toHexString()}`, job, outcome: 'done' });

/** Removes what was kept for the law and need not be any longer; with the last order goes what is left of its account. */
async function sweep(dependencies: RetentionSweepDependencies, now: Date): Promise<Batch> {
  const { orders, accounts } = dependencies;
  const over = await orders
    .find({ retainedUntil: { $lte: now } })
    .limit(AT_ONCE)
    .lean<OrderRecord[]>();
  let done = 0;
  for (const order of over) {
    if (!(await removeOrder(dependencies, order))) {
      continue;
    }
    done += 1;
    if (!(await orders.exists({ accountId: order.accountId }))) {
      await accounts.deleteOne({ _id: order.accountId, closedAt: { $exists: true } });
    }
    await record(dependencies, order, 'remove-retained-order', now);
  }
  return { found: over.length, done };
}

/** Drafts that were begun and never handed in: the privacy policy promises that they go. */
const DRAFT_LIFE_MS = limitMsOf('draft') ?? Number.POSITIVE_INFINITY;

/** The order goes first, so that a submission racing with it never loses its papers. */
async function sweepDrafts(dependencies: RetentionSweepDependencies, now: Date): Promise<Batch> {
  const { orders } = dependencies;
  const old = { status: 'draft', createdAt: { $lte: new Date(now.getTime() - DRAFT_LIFE_MS) } } as const;
  const found = await orders.find(old, { _id: 1 }).limit(AT_ONCE).lean<Pick<OrderRecord, '_id'>[]>();
  for (const { _id } of found) {
    const deleted = await orders.findOneAndDelete({ _id, ...old }).lean<OrderRecord>();
    if (deleted) {
      await deletePapers(dependencies, deleted);
      await record(dependencies, deleted, 'remove-old-draft', now);
    }
  }
  // One that another process removed, or that was handed in meanwhile, is not found again either.
  return { found: found.length, done: found.length };
}

/** Sweeps once an hour. */
export const retentionSweep = (needs: RetentionSweepDependencies): readonly Sweep[] => [
  {
    name: 'retention',
    everyMs: HOUR_MS,
    async run(now) {
      const retained = await untilEmpty(AT_ONCE, () => sweep(needs, now));
      const drafts = await untilEmpty(AT_ONCE, () => sweepDrafts(needs, now));
      const removed = retained.done + drafts.done;
      if (removed > 0) {
        needs.logger.warn({ removed }, 'orders whose time is over were removed');
      }
      if (retained.isLeft || drafts.isLeft) {
        const left = { retained: retained.isLeft, drafts: drafts.isLeft };
        needs.logger.error({ left }, 'orders whose time is over are left for the next sweep');
      }
      return { isLeft: retained.isLeft || drafts.isLeft };
    },
  },
];
