import { AppError, type FaceCheckView } from '@acceptance/shared';
import { Types } from 'mongoose';
import { unlessTaken } from '../../database/duplicate-key';
import { recordIdOf } from '../../database/record-id';
import type { FaceChecker } from '../../ports/face-checker';
import { PortError } from '../../ports/port-error';
import { findAccount } from '../account';
import {
  type AdmitDependencies,
  admitClaim,
  FACE_STARTS,
  giveTryBack,
  type IdentityClaim,
  provePossession,
  recordFaceConsent,
  takeTry,
} from '../identity';
import { type FaceCheckModel, type FaceCheckRecord, openAsked, sealAsked } from './face-check.model';
import { presentFaceCheck } from './face-check.presenter';
import { settleFaceCheck } from './settle-face-check';

export interface StartFaceDependencies extends AdmitDependencies {
  /** Null where checks by face are not configured. */
  readonly faceChecker: FaceChecker | null;
  readonly faceChecks: FaceCheckModel;
}

export interface FaceClaim extends IdentityClaim {
  readonly faceConsentVersion: string;
}

/** @throws AppError face_checks.not_offered */
export function offeredFaceChecker({ faceChecker }: Pick<StartFaceDependencies, 'faceChecker'>): FaceChecker {
  if (!faceChecker) {
    throw new AppError('face_checks.not_offered');
  }
  return faceChecker;
}

/** The open check about the same person. One that is over, or about other data, ends here: there is one at a time. */
async function findSame(
  { faceChecks, cipher }: StartFaceDependencies,
  { accountId, person, now }: FaceClaim,
): Promise<FaceCheckRecord | null> {
  const open = await faceChecks.findOne({ openFor: accountId }).lean<FaceCheckRecord>();
  if (!open) {
    return null;
  }
  const asked = openAsked(cipher, open)?.person;
  const isSame =
    asked?.name === person.name &&
    asked.idNumber === person.idNumber &&
    (person.phone === undefined || asked.phone === person.phone);
  if (isSame && now < open.expiresAt) {
    return open;
  }
  await settleFaceCheck(faceChecks, open, { state: now < open.expiresAt ? 'closed' : 'expired' }, now);
  return null;
}

/**
 * Asks the vendor for a check and keeps it; null where another call was first. Who took the try that such a call gave back finds its
 * check here: the vendor charges for each question.
 */
async function begin(
  needs: StartFaceDependencies,
  checker: FaceChecker,
  person: Parameters<typeof sealAsked>[1]['person'],
  { accountId, now }: FaceClaim,
): Promise<FaceCheckRecord | null> {
  if (await needs.faceChecks.exists({ openFor: accountId })) {
    return null;
  }
  const { bizToken, url, livesSeconds } = await checker.start(person);
  const _id = new Types.ObjectId();
  const check: FaceCheckRecord = {
    _id,
    accountId,
    openFor: accountId,
    state: 'open',
    failure: null,
    asked: sealAsked(needs.cipher, { person, bizToken, url }, recordIdOf({ _id })),
    startedAt: now,
    expiresAt: new Date(now.getTime() + livesSeconds * 1000),
    settledAt: null,
  };
  return (await unlessTaken(needs.faceChecks.create(check))) && check;
}

/** Another call of this person was first: theirs counts, if it is about the same. */
async function joinFirst(needs: StartFaceDependencies, claim: FaceClaim): Promise<FaceCheckRecord> {
  const first = await findSame(needs, claim);
  if (!first) {
    throw new AppError('request.conflict');
  }
  return first;
}

/**
 * Begins a check of the face of who says who they are, after the same gates as the check by name and number. Repeating it
 * answers the open one.
 * @throws AppError face_checks.*, identity.*, auth.code_*, request.conflict
 */
export async function startFaceCheck(needs: StartFaceDependencies, claim: FaceClaim): Promise<FaceCheckView> {
  const checker = offeredFaceChecker(needs);
  const { accounts, cipher } = needs;
  const { accountId, faceConsentVersion, now } = claim;
  const account = await findAccount(accounts, accountId);
  if (await admitClaim(needs, account, claim)) {
    throw new AppError('identity.already_verified');
  }
  await recordFaceConsent(accounts, { accountId, consentVersion: faceConsentVersion, now });
  const same = await findSame(needs, claim);
  if (same) {
    return presentFaceCheck(cipher, same, now);
  }
  const person = await provePossession(needs, account, claim);
  await takeTry(accounts, accountId, now, FACE_STARTS);
  let begun: FaceCheckRecord | null = null;
  try {
    begun = await begin(needs, checker, person, claim);
  } catch (error) {
    throw error instanceof PortError ? new AppError('identity.unavailable', { cause: error }) : error;
  } finally {
    if (!begun) {
      await giveTryBack(accounts, accountId, now, FACE_STARTS);
    }
  }
  return presentFaceCheck(cipher, begun ?? (await joinFirst(needs, claim)), now);
}
