import { chinaDate } from '@acceptance/shared';
import type { UpdateQuery } from 'mongoose';
import { isDaytime } from '../../calendar/quiet-hours';
import type { FieldCipher } from '../../database/field-cipher';
import { outboxEntry } from '../../database/outbox';
import type { Sweep } from '../../jobs/sweeps';
import { untilEmpty } from '../../jobs/until-empty';
import { type AccountModel, type AccountRecord, phoneOf } from '../account';
import { type NoticeDependencies, sendNotice, tellByWechat } from '../notifications';
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
      let isLeft = false;
      // The nearest first: of what is due at several distances the others are past then.
      for (const days of REMINDER_DAYS.toReversed()) {
        const due = {
          state: 'issued' as const,
          notAfter: { $gt: now, $lte: new Date(now.getTime() + days * DAY_MS) },
          $or: [{ remindedDays: { $exists: false } }, { remindedDays: { $gt: days } }],
        };
        const swept = await untilEmpty(AT_ONCE, async () => {
          const found = await certificates
            .find(due, { _id: 1 })
            .limit(AT_ONCE)
            .lean<Pick<CertificateRecord, '_id'>[]>();
          for (const { _id } of found) {
            const jobs = [
              outboxEntry(CERTIFICATE_JOBS.remind, now, { days }, `remind-${days}`),
              outboxEntry(CERTIFICATE_JOBS.remindByWechat, now, { days }, `remind-by-wechat-${days}`),
            ];
            await certificates.updateOne({ _id, ...due }, {
              $set: { remindedDays: days },
              $push: { outbox: { $each: jobs } },
            } as UpdateQuery<CertificateRecord>);
          }
          return { found: found.length, done: found.length };
        });
        isLeft ||= swept.isLeft;
      }
      return { isLeft };
    },
  },
];

export interface ReminderDependencies extends NoticeDependencies {
  readonly certificates: CertificateModel;
  readonly orders: OrderModel;
  readonly accounts: AccountModel;
  readonly cipher: FieldCipher;
  readonly now: () => Date;
}

/** What there is to remind of, and whom; null when there is nothing left to do: it is over, has a successor or is being renewed. */
async function findToRemind(needs: ReminderDependencies, certificateId: string) {
  const { certificates, orders, accounts, now } = needs;
  const certificate = await findCertificate(certificates, certificateId);
  const { state, notAfter, accountId } = certificate;
  if (state !== 'issued' || notAfter <= now()) {
    return null;
  }
  if ((await findSuccessor(needs, certificateId)) || (await findOrderInWork(orders, certificateId))) {
    return null;
  }
  const account = await accounts
    .findOne({ _id: accountId, closedAt: { $exists: false } }, { phone: 1, openid: 1 })
    .lean<Pick<AccountRecord, '_id' | 'phone' | 'openid'>>();
  return account && { certificate, account };
}

/** Job: reminds the holder. The message names the order and the day, nobody's name. @throws PortError */
export async function remindHolder(needs: ReminderDependencies, certificateId: string): Promise<void> {
  const found = await findToRemind(needs, certificateId);
  if (found) {
    const { orderNumber, notAfter } = found.certificate;
    const message = { kind: 'certificate-ending', orderNumber, day: chinaDate(notAfter) } as const;
    await sendNotice(needs, phoneOf(needs.cipher, found.account), message);
  }
}

/** Job: the same as a subscription message; a tap on it opens the certificate, where it is renewed. @throws PortError */
export async function remindHolderByWechat(needs: ReminderDependencies, certificateId: string): Promise<void> {
  const found = await findToRemind(needs, certificateId);
  if (found) {
    const { orderNumber, projectName, notAfter } = found.certificate;
    await tellByWechat(needs, found.account.openid, {
      kind: 'certificate-ending',
      orderNumber,
      projectName,
      endsAt: notAfter,
      nextStep: '点此查看并续期，资料已为您填好',
      page: `subpackages/certificate/pages/detail/index?certificateId=${certificateId}`,
    });
  }
}
