import { outboxEntry } from '../../database/outbox';
import type { Sweep } from '../../jobs/sweeps';
import type { ContractMaker } from '../../ports/contract-maker';
import type { OrderModel, OrderRecord } from '../orders';
import { CONTRACT_JOBS } from './contract-jobs';

export interface LateLastingDependencies {
  readonly orders: OrderModel;
  readonly contractMaker: Pick<ContractMaker, 'stamps'>;
}

const EVERY_MS = 10 * 60_000;
/** A day of these is 288,000 contracts; the stamping authority has to bear them. */
const MOST_AT_ONCE = 2000;
const PAGE = 200;

/** Sealed, and nobody was asked yet to make it lasting. Both parts of the index `contract_lasting`. */
const NOT_ASKED = { 'contract.lastingAskedAt': null, 'contract.sealedAt': { $gt: new Date(0) } } as const;

/** Contracts that were sealed while no stamping authority was configured are made lasting once there is one. */
export const lateLastingSweep = ({ orders, contractMaker }: LateLastingDependencies): Sweep => ({
  name: 'late-lasting',
  everyMs: EVERY_MS,
  async run(now) {
    if (!contractMaker.stamps) {
      return;
    }
    for (let asked = 0; asked < MOST_AT_ONCE; asked += PAGE) {
      const due = await orders.find(NOT_ASKED).select({ _id: 1 }).limit(PAGE).lean<Pick<OrderRecord, '_id'>[]>();
      for (const { _id } of due) {
        await orders.updateOne(
          { _id, ...NOT_ASKED },
          {
            $set: { 'contract.lastingAskedAt': now },
            $push: { outbox: outboxEntry(CONTRACT_JOBS.makeLasting, now) },
          },
        );
      }
      if (due.length < PAGE) {
        return;
      }
    }
  },
});
