import type { FaceState } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import type { FaceChecker } from '../../ports/face-checker';
import type { AccountRecord } from '../account';
import { FACE_STARTS, triesOf } from '../identity';
import type { FaceCheckModel, FaceCheckRecord } from './face-check.model';
import { presentFaceCheck } from './face-check.presenter';

export interface FaceStateDependencies {
  readonly faceChecker: FaceChecker | null;
  readonly faceChecks: FaceCheckModel;
  readonly cipher: FieldCipher;
}

/** Nobody asks how an older one went. */
const SHOWN_MS = 24 * 3_600_000;

/** How far somebody is with a check by face; null where there is none. */
export async function findFaceState(
  { faceChecker, faceChecks, cipher }: FaceStateDependencies,
  account: AccountRecord,
  now: Date,
): Promise<FaceState | null> {
  if (!faceChecker) {
    return null;
  }
  const last = await faceChecks
    .findOne({ accountId: recordIdOf(account) })
    .sort({ openFor: -1, startedAt: -1, _id: -1 })
    .lean<FaceCheckRecord>();
  const isShown = last !== null && now.getTime() - last.startedAt.getTime() < SHOWN_MS;
  return {
    startsLeft: triesOf(account, now, FACE_STARTS).triesLeft,
    check: isShown ? presentFaceCheck(cipher, last, now) : null,
  };
}
