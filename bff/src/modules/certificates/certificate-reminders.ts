import { chinaDate } from '@acceptance/shared';
import type { UpdateQuery } from 'mongoose';
import type { FieldCipher } from '../../database/field-cipher';
import { outboxEntry } from '../../database/outbox';
import type { Sweep } from '../../jobs/sweeps';
import { type AccountModel, type AccountRecord, phoneOf } from '../account';
import { type NoticeDependencies, sendNotice } from '../notifications';
import { findOrderInWork, type OrderModel } from '../orders';
import type { CertificateModel, CertificateRecord } from './certificate.model';
import { CERTIFICATE_JOBS } from './certificate-jobs';
import { findCertificate } from './find-certificates';
import { findSuccessor } from './order-ground';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Days before the end at which the holder is reminded, the farthest first. */
export const REMINDER_DAYS = [90, 30, 7] as const;
const AT_ONCE = 500;
/** 08:00 to 20:00 in Beijing: nobody is woken by it. */
const isDaytime = (now: Date): boolean => (now.getUTCHours() + 8) % 24 >= 8 && (now.getUTCHours() + 8) % 24 < 20;

/**
 * Sweep: puts the reminder that is due into each certificate's outbox, once per certificate and distance. Who comes late (a
 * certificate of before, a sweep that stood still) gets the nearest one only: `remindedDays` says how near it has come.
 */
export const reminderSweep = ({ certificates }: { readonly certificates: CertificateModel }): readonly Sweep[] => [
  {
    name: 'certificate-reminders',
    everyMs: HOUR_MS,
    async run(now) {
      if (!isDaytime(now)) {
        return;
      }
      // The nearest first: of what is due at several distances the others are past then.
      for (const days of REMINDER_DAYS.toReversed()) {
        const due = {
          state: 'issued' as const,
          notAfter: { $gt: now, $lte: new Date(now.getTime() + days * DAY_MS) },
          $or: [{ remindedDays: { $exists: false } }, { remindedDays: { $gt: days } }],
        };
        const found = await certificates.find(due, { _id: 1 }).limit(AT_ONCE).lean<Pick<CertificateRecord, '_id'>[]>();
        for (const { _id } of found) {
          await certificates.updateOne({ _id, ...due }, {
            $set: { remindedDays: days },
            $push: { outbox: outboxEntry(CERTIFICATE_JOBS.remind, now, { days }, `remind-${days}`) },
          } as UpdateQuery<CertificateRecord>);
        }
      }
    },
  },
];

export interface ReminderDependencies extends Pick<NoticeDependencies, 'smsSender' | 'logger'> {
  readonly certificates: CertificateModel;
  readonly orders: OrderModel;
  readonly accounts: AccountModel;
  readonly cipher: FieldCipher;
  readonly now: () => Date;
}

/**
 * Job: reminds the holder, unless there is nothing left to do: it is over, has a successor or is being renewed. The message
 * names the order and the day, nobody's name. @throws PortError
 */
export async function remindHolder(needs: ReminderDependencies, certificateId: string): Promise<void> {
  const { certificates, orders, accounts, cipher, now } = needs;
  const { state, notAfter, orderNumber, accountId } = await findCertificate(certificates, certificateId);
  if (state !== 'issued' || notAfter <= now()) {
    return;
  }
  if ((await findSuccessor(needs, certificateId)) || (await findOrderInWork(orders, certificateId))) {
    return;
  }
  const account = await accounts
    .findOne({ _id: accountId, closedAt: { $exists: false } }, { phone: 1 })
    .lean<Pick<AccountRecord, '_id' | 'phone'>>();
  if (account) {
    const message = { kind: 'certificate-ending', orderNumber, day: chinaDate(notAfter) } as const;
    await sendNotice(needs, phoneOf(cipher, account), message);
  }
}
