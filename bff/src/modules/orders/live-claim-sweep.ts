import { type ApplicationForm, LIVE_STATUSES } from '@acceptance/shared';
import type { UpdateQuery } from 'mongoose';
import { unlessTaken } from '../../database/duplicate-key';
import { decryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { IN_BATCHES } from '../../database/in-batches';
import { recordIdOf } from '../../database/record-id';
import type { Sweep } from '../../jobs/sweeps';
import { openTaskEntry } from '../../jobs/task-jobs';
import { walkAll } from '../../jobs/walk-all';
import { claimOf, findHolder, type LiveClaim } from './live-claim';
import { FORM_PURPOSE, type OrderModel, type OrderRecord } from './order.model';

export interface ClaimSweepDependencies {
  readonly orders: OrderModel;
  readonly cipher: FieldCipher;
}

const EVERY_MS = 10 * 60_000;

/** Submitted by a program that knew no claims. */
const UNCLAIMED = {
  status: { $in: LIVE_STATUSES },
  liveClaim: { $exists: false },
  doubleOf: { $exists: false },
};

const asSubmitted = (cipher: FieldCipher, order: OrderRecord): ApplicationForm | null =>
  order.form ? decryptJson<ApplicationForm>(cipher, order.form, FORM_PURPOSE, recordIdOf(order)) : null;

/** It goes on beside the older one, which alone holds the claim; staff settle with the applicants which of them stays. */
async function reportDouble(
  orders: OrderModel,
  { _id, orderNumber }: OrderRecord,
  { claim, now }: { claim: LiveClaim; now: Date },
): Promise<void> {
  const holder = await findHolder(orders, claim);
  if (!holder) {
    return; // It has ended meanwhile; the next round claims for this one.
  }
  const facts = { orderNumber, otherOrder: holder.orderNumber };
  const task = openTaskEntry({ kind: 'application-twice', facts, redo: null }, now);
  await orders.updateOne({ ...UNCLAIMED, _id }, {
    $set: { doubleOf: holder.orderNumber },
    $push: { outbox: task },
  } as UpdateQuery<OrderRecord>);
}

async function claimFor({ orders, cipher }: ClaimSweepDependencies, order: OrderRecord, now: Date): Promise<void> {
  const form = asSubmitted(cipher, order);
  const claim = form && claimOf(cipher, order, form);
  if (!claim) {
    return;
  }
  const own = { ...UNCLAIMED, _id: order._id, form: order.form };
  if (!(await unlessTaken(orders.updateOne(own, { $set: { liveClaim: claim } })))) {
    await reportDouble(orders, order, { claim, now });
  }
}

/** Sweep: gives orders of before their claims, the oldest first, and has the younger ones of the same holder looked at. */
export const liveClaimSweep = ({ orders, cipher }: ClaimSweepDependencies): readonly Sweep[] => [
  {
    name: 'live-claims',
    everyMs: EVERY_MS,
    run: (now) =>
      walkAll(
        orders.find(UNCLAIMED).sort({ submittedAt: 1, _id: 1 }).lean<OrderRecord[]>().cursor(IN_BATCHES),
        (order) => claimFor({ orders, cipher }, order, now),
      ),
  },
];
