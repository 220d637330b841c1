import { UKEY_UNLOCK_DAYS } from '@acceptance/shared';
import { Types } from 'mongoose';
import { isDuplicateKey } from '../../database/duplicate-key';
import { recordIdOf } from '../../database/record-id';
import type { CertificateRecord } from '../certificates';
import type { UkeyUnlockModel, UkeyUnlockRecord } from './ukey-unlock.model';
import { refuseHindered } from './unlock-hindrance';

const DAY_MS = 24 * 3_600_000;

interface Unlocks {
  readonly ukeyUnlocks: UkeyUnlockModel;
}

/** How a request ends without a new PIN. */
const ended = (state: 'cancelled' | 'expired', now: Date) => ({
  $set: { state, endedAt: now },
  $unset: { openFor: 1 as const },
});

/** Ends what nobody came for, of one certificate or of all. */
export const endOverdue = async ({ ukeyUnlocks }: Unlocks, now: Date, certificateId?: string): Promise<void> => {
  const overdue = {
    state: 'waiting' as const,
    endsAt: { $lte: now },
    ...(certificateId && { openFor: certificateId }),
  };
  await ukeyUnlocks.updateMany(overdue, ended('expired', now));
};

/**
 * Asks for a new PIN of a certificate's UKey; while a request waits, that one is answered.
 * @throws AppError ukey_unlocks.not_in_ukey, ukey_unlocks.certificate_not_valid
 */
export async function requestUnlock(needs: Unlocks, certificate: CertificateRecord, now: Date): Promise<void> {
  const { ukeyUnlocks } = needs;
  refuseHindered(certificate, now);
  const certificateId = recordIdOf(certificate);
  // Its end may not have been swept yet.
  await endOverdue(needs, now, certificateId);
  const { accountId, orderId, orderNumber, projectName, serialNumber } = certificate;
  const fresh: Omit<UkeyUnlockRecord, 'openFor'> = {
    // The desk lists by id what waits longest: one that the server makes tells no time.
    _id: new Types.ObjectId(),
    accountId,
    certificateId,
    orderId,
    orderNumber,
    projectName,
    serialNumber: serialNumber ?? '',
    state: 'waiting',
    askedAt: now,
    endsAt: new Date(now.getTime() + UKEY_UNLOCK_DAYS * DAY_MS),
    document: null,
    done: null,
    endedAt: null,
    outbox: [],
  };
  try {
    await ukeyUnlocks.updateOne({ openFor: certificateId }, { $setOnInsert: fresh }, { upsert: true });
  } catch (error) {
    // Another call has asked at the same moment: it is the same request.
    if (!isDuplicateKey(error)) {
      throw error;
    }
  }
}

/** Takes back what waits; nothing waiting: nothing changes. */
export async function cancelUnlock({ ukeyUnlocks }: Unlocks, certificateId: string, now: Date): Promise<void> {
  await ukeyUnlocks.updateOne({ openFor: certificateId, state: 'waiting' }, ended('cancelled', now));
}
