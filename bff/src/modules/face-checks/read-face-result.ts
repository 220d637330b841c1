import { AppError, type FaceCheckView, tidyName } from '@acceptance/shared';
import { noteAct } from '../../http/act-notes';
import type { FaceChecker, FaceResult } from '../../ports/face-checker';
import { PortError } from '../../ports/port-error';
import { type AccountRecord, findAccount, type Person } from '../account';
import {
  FACE_STARTS,
  giveTryBack,
  idNumberHashesOf,
  type RecordIdentityDependencies,
  recordIdentity,
} from '../identity';
import { type FaceCheckRecord, openAsked } from './face-check.model';
import { presentFaceCheck } from './face-check.presenter';
import { type FaceEnding, settleFaceCheck } from './settle-face-check';
import { offeredFaceChecker, type StartFaceDependencies } from './start-face-check';

export interface FaceResultDependencies
  extends RecordIdentityDependencies,
    Pick<StartFaceDependencies, 'faceChecker' | 'faceChecks'> {
  /** A check by staff that the person need not wait for any more. */
  readonly closeOpenCheck: (accountId: string, now: Date) => Promise<void>;
}

export interface OwnFaceCheck {
  readonly accountId: string;
  readonly faceCheckId: string;
  readonly now: Date;
}

async function findOwn({ faceChecks }: FaceResultDependencies, { accountId, faceCheckId }: OwnFaceCheck) {
  const check = await faceChecks.findOne({ _id: faceCheckId, accountId }).lean<FaceCheckRecord>();
  if (!check) {
    throw new AppError('face_checks.not_found');
  }
  return check;
}

async function ask(checker: FaceChecker, bizToken: string): Promise<FaceResult> {
  try {
    return await checker.readResult(bizToken);
  } catch (error) {
    if (error instanceof PortError) {
      throw new AppError('identity.unavailable', { cause: error });
    }
    throw error;
  }
}

const isAbout = (person: Person, { name, idNumber }: { readonly name: string; readonly idNumber: string }): boolean =>
  tidyName(name) === person.name && idNumber.toUpperCase() === person.idNumber.toUpperCase();

/** How a check ends for an account that is verified already: by this very check whose end was lost, or otherwise. */
function endingOfVerified({ cipher }: FaceResultDependencies, { identity }: AccountRecord, person: Person): FaceEnding {
  const isThisOne =
    identity?.verifiedBy === 'face' && idNumberHashesOf(cipher, person.idNumber).includes(identity.idNumberHash);
  return { state: isThisOne ? 'passed' : 'closed' };
}

/** What follows from the vendor's answer; null while nothing does. @throws AppError identity.known_elsewhere, identity.already_verified */
async function endingOf(
  needs: FaceResultDependencies,
  { expiresAt }: FaceCheckRecord,
  person: Person,
  { accountId, now }: OwnFaceCheck,
  result: FaceResult,
): Promise<FaceEnding | null> {
  switch (result.outcome) {
    case 'not-done':
      return now < expiresAt ? null : { state: 'expired' };
    case 'expired':
      return { state: 'expired' };
    case 'failed':
      return { state: 'failed', failure: result.failure };
    case 'passed':
      if (!isAbout(person, result)) {
        needs.logger.error({ accountId }, 'a face check passed for somebody other than who was asked about');
        return { state: 'failed', failure: 'other-person' };
      }
      noteAct({ verifiedBy: 'face' });
      await recordIdentity(needs, { accountId, person, verifiedBy: 'face', now });
      await needs.closeOpenCheck(accountId, now);
      return { state: 'passed' };
  }
}

/**
 * Asks the vendor how a check has ended; what the person or their browser says of it counts nothing. A pass verifies the
 * account as the match of name and number does. Once ended, it answers the same for ever.
 * @throws AppError face_checks.*, identity.unavailable, identity.known_elsewhere, identity.already_verified
 */
export async function readFaceResult(needs: FaceResultDependencies, own: OwnFaceCheck): Promise<FaceCheckView> {
  const { accounts, faceChecks, cipher } = needs;
  const { accountId, now } = own;
  const check = await findOwn(needs, own);
  const asked = openAsked(cipher, check);
  if (check.state !== 'open' || !asked) {
    return presentFaceCheck(cipher, check, now);
  }
  const account = await findAccount(accounts, accountId);
  const { person, bizToken } = asked;
  const ending = account.identity
    ? endingOfVerified(needs, account, person)
    : await endingOf(needs, check, person, own, await ask(offeredFaceChecker(needs), bizToken));
  if (!ending) {
    return presentFaceCheck(cipher, check, now);
  }
  const settled = await settleFaceCheck(faceChecks, check, ending, now);
  if (!settled) {
    throw new AppError('face_checks.not_found');
  }
  noteAct({ state: settled.check.state, ...(settled.check.failure && { failure: settled.check.failure }) });
  if (settled.isFirst && settled.check.failure === 'provider') {
    // Nobody was looked at.
    await giveTryBack(accounts, accountId, check.startedAt, FACE_STARTS);
  }
  return presentFaceCheck(cipher, settled.check, now);
}
