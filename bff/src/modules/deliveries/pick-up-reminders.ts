import type { UpdateQuery } from 'mongoose';
import { isDaytime } from '../../calendar/quiet-hours';
import type { FieldCipher } from '../../database/field-cipher';
import { outboxEntry } from '../../database/outbox';
import type { Sweep } from '../../jobs/sweeps';
import { openTaskEntry } from '../../jobs/task-jobs';
import { untilEmpty } from '../../jobs/until-empty';
import { type AccountModel, type AccountRecord, phoneOf } from '../account';
import type { CertificateModel } from '../certificates';
import { type OrderNoticeDependencies, sendOrderNotice } from '../notifications';
import type { DeliveryModel, DeliveryRecord } from './delivery.model';
import { findHold } from './delivery-hold';
import { DELIVERY_JOBS } from './delivery-jobs';
import { findDelivery } from './find-deliveries';
import { DAY_MS } from './parcel-progress';

const HOUR_MS = 3_600_000;
/** Days after it is ready at which the applicant is reminded to fetch it. */
export const REMINDER_DAYS = [3, 10, 30] as const;
/** Days after which a person calls. */
export const OVERDUE_DAYS = 60;
const AT_ONCE = 500;

/** A message, or after the last one a task. */
const entryAt = (days: number, { orderNumber }: Pick<DeliveryRecord, 'orderNumber'>, now: Date) =>
  days === OVERDUE_DAYS
    ? openTaskEntry({ kind: 'pick-up-overdue', facts: { orderNumber }, redo: null }, now)
    : outboxEntry(DELIVERY_JOBS.remind, now, { days }, `remind-${days}`);

/**
 * Sweep: puts the reminder that is due into the delivery's outbox, once each. Where it stood still, the latest one only:
 * `remindedDays` says how far it has come.
 */
export const pickUpReminderSweep = ({ deliveries }: { readonly deliveries: DeliveryModel }): Sweep => ({
  name: 'pick-up-reminders',
  everyMs: HOUR_MS,
  async run(now) {
    if (!isDaytime(now)) {
      return;
    }
    let isLeft = false;
    for (const days of [...REMINDER_DAYS, OVERDUE_DAYS].toReversed()) {
      const due = {
        stage: 'to-collect' as const,
        readyAt: { $lte: new Date(now.getTime() - days * DAY_MS) },
        remindedDays: { $lt: days },
      };
      const swept = await untilEmpty(AT_ONCE, async () => {
        const found = await deliveries.find(due, { orderNumber: 1 }).limit(AT_ONCE).lean<DeliveryRecord[]>();
        for (const record of found) {
          await deliveries.updateOne({ _id: record._id, ...due }, {
            $set: { remindedDays: days },
            $push: { outbox: entryAt(days, record, now) },
          } as UpdateQuery<DeliveryRecord>);
        }
        return { found: found.length, done: found.length };
      });
      isLeft ||= swept.isLeft;
    }
    return { isLeft };
  },
});

export interface PickUpReminderDependencies extends OrderNoticeDependencies {
  readonly deliveries: DeliveryModel;
  readonly certificates: CertificateModel;
  readonly accounts: AccountModel;
  readonly cipher: FieldCipher;
}

/** Job: reminds the applicant, unless it was fetched or could not be handed over. @throws PortError */
export async function remindToCollect(needs: PickUpReminderDependencies, deliveryId: string): Promise<void> {
  const { deliveries, certificates, accounts, cipher } = needs;
  const delivery = await findDelivery(deliveries, deliveryId);
  if (delivery?.stage !== 'to-collect' || (await findHold(certificates, delivery.orderId))) {
    return;
  }
  const account = await accounts
    .findOne({ _id: delivery.accountId, closedAt: { $exists: false } }, { phone: 1 })
    .lean<Pick<AccountRecord, '_id' | 'phone'>>();
  if (account) {
    const { orderNumber } = delivery;
    const to = { orderId: delivery.orderId, phone: phoneOf(cipher, account) };
    await sendOrderNotice(needs, to, { kind: 'pick-up-waiting', orderNumber });
  }
}
