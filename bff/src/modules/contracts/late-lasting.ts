import { outboxEntry } from '../../database/outbox';
import type { Sweep } from '../../jobs/sweeps';
import { type Batch, untilEmpty } from '../../jobs/until-empty';
import type { ContractMaker } from '../../ports/contract-maker';
import type { OrderModel, OrderRecord } from '../orders';
import { CONTRACT_JOBS } from './contract-jobs';

export interface LateLastingDependencies {
  readonly orders: OrderModel;
  readonly contractMaker: Pick<ContractMaker, 'stamps'>;
}

const EVERY_MS = 10 * 60_000;
const AT_ONCE = 200;
/** A day of these is 288,000 contracts; the stamping authority has to bear them. */
const MOST_BATCHES = 10;

/** Sealed, and nobody was asked yet to make it lasting. Both parts of the index `contract_lasting`. */
const NOT_ASKED = { 'contract.lastingAskedAt': null, 'contract.sealedAt': { $gt: new Date(0) } } as const;

async function askForSome(orders: OrderModel, now: Date): Promise<Batch> {
  const due = await orders.find(NOT_ASKED).select({ _id: 1 }).limit(AT_ONCE).lean<Pick<OrderRecord, '_id'>[]>();
  let done = 0;
  for (const { _id } of due) {
    const asked = await orders.updateOne(
      { _id, ...NOT_ASKED },
      { $set: { 'contract.lastingAskedAt': now }, $push: { outbox: outboxEntry(CONTRACT_JOBS.makeLasting, now) } },
    );
    done += asked.matchedCount;
  }
  return { found: due.length, done };
}

/** Contracts that were sealed while no stamping authority was configured are made lasting once there is one. */
export const lateLastingSweep = ({ orders, contractMaker }: LateLastingDependencies): Sweep => ({
  name: 'late-lasting',
  everyMs: EVERY_MS,
  run: async (now) =>
    contractMaker.stamps ? untilEmpty(AT_ONCE, () => askForSome(orders, now), MOST_BATCHES) : undefined,
});
