import { createHash } from 'node:crypto';
import { AppError, type Challenge, challengeBytes, type UkeyUnlockProof } from '@acceptance/shared';
import type { UpdateQuery } from 'mongoose';
import { outboxEntry } from '../../database/outbox';
import { recordIdOf } from '../../database/record-id';
import { noteAct } from '../../http/act-notes';
import {
  type ChallengeBinding,
  type ChallengeDependencies,
  createChallenge,
  problemOfAnswer,
  takeChallenge,
} from '../certificate-sign-in';
import { type CertificateRecord, findCertificate, openChain } from '../certificates';
import { findUnlock } from './find-unlocks';
import { requestUnlock } from './request-unlock';
import type { UkeyUnlockRecord } from './ukey-unlock.model';
import { UKEY_UNLOCK_JOBS } from './ukey-unlock-jobs';
import { refuseHindered } from './unlock-hindrance';
import { type HolderDependencies, orderOfHolder } from './view-staff-unlock';

export interface ServeDependencies extends HolderDependencies, ChallengeDependencies {
  /** @throws AppError orders.not_found, staff.own_order */
  readonly refuseOwnOrder: (staffId: string, orderId: string) => Promise<void>;
}

export interface DeskAct {
  readonly staffId: string;
  readonly now: Date;
}

const isOver = ({ state, endsAt }: UkeyUnlockRecord, now: Date): boolean => state !== 'waiting' || endsAt <= now;

/**
 * What the desk may work on: its holder is another person than the clerk, and its certificate of use.
 * @throws AppError ukey_unlocks.*, staff.own_order
 */
async function findToServe(needs: ServeDependencies, unlockId: string, { staffId, now }: DeskAct) {
  const unlock = await findUnlock(needs.ukeyUnlocks, unlockId);
  await orderOfHolder(needs, unlock.orderId);
  await needs.refuseOwnOrder(staffId, unlock.orderId);
  const certificate = await findCertificate(needs.certificates, unlock.certificateId);
  noteAct({ certificate: recordIdOf(certificate) });
  return { unlock, certificate, isOver: isOver(unlock, now) };
}

function refuseOver({ isOver, certificate }: Awaited<ReturnType<typeof findToServe>>, now: Date): void {
  if (isOver) {
    throw new AppError('ukey_unlocks.over');
  }
  refuseHindered(certificate, now);
}

function refuseUncompared({ document }: UkeyUnlockRecord, staffId: string): void {
  if (document?.staffId !== staffId) {
    throw new AppError('ukey_unlocks.document_not_compared');
  }
}

/**
 * The holder is there and has not asked before; answers the request that waits.
 * @throws AppError certificates.not_found, ukey_unlocks.*, staff.own_order
 */
export async function startAtDesk(
  needs: ServeDependencies,
  certificateId: string,
  { staffId, now }: DeskAct,
): Promise<UkeyUnlockRecord> {
  const certificate = await findCertificate(needs.certificates, certificateId);
  // Of somebody whose account is deleted staff see nothing, and no certificate of theirs is valid.
  refuseHindered(certificate, now);
  await needs.refuseOwnOrder(staffId, certificate.orderId);
  await requestUnlock(needs, certificate, now);
  const waiting = await needs.ukeyUnlocks.findOne({ openFor: certificateId }).lean<UkeyUnlockRecord>();
  if (!waiting) {
    throw new AppError('ukey_unlocks.over');
  }
  return waiting;
}

/** The clerk has the holder's document before them. @throws AppError ukey_unlocks.*, staff.own_order */
export async function compareDocument(
  needs: ServeDependencies,
  unlockId: string,
  act: DeskAct,
): Promise<UkeyUnlockRecord> {
  const { staffId, now } = act;
  const found = await findToServe(needs, unlockId, act);
  refuseOver(found, now);
  const waiting = { _id: found.unlock._id, state: 'waiting' as const };
  // The same clerk once more: the first time stays.
  await needs.ukeyUnlocks.updateOne(
    { ...waiting, 'document.staffId': { $ne: staffId } },
    { $set: { document: { at: now, staffId } } },
  );
  return findUnlock(needs.ukeyUnlocks, unlockId);
}

/** Good for one request in the hands of one clerk. */
const bindingOf = (unlockId: string, staffId: string, origin: string): ChallengeBinding => ({
  purpose: 'ukey-unlock',
  origin,
  deviceId: `${unlockId}:${staffId}`,
});

/** @param origin of `pageOriginOf` @throws AppError ukey_unlocks.*, staff.own_order */
export async function challengeUnlock(
  needs: ServeDependencies,
  unlockId: string,
  origin: string,
  act: DeskAct,
): Promise<Challenge> {
  const found = await findToServe(needs, unlockId, act);
  refuseOver(found, act.now);
  refuseUncompared(found.unlock, act.staffId);
  return createChallenge(needs, bindingOf(unlockId, act.staffId, origin), act.now);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Whether the certificate's key has signed. @throws AppError ukey_unlocks.not_proved, ukey_unlocks.certificate_not_valid */
function judge(
  { cipher }: ServeDependencies,
  record: CertificateRecord,
  { challenge, signature }: { readonly challenge: Challenge; readonly signature: string },
  now: Date,
): void {
  const chainDer = openChain(cipher, record).map((der) => Buffer.from(der, 'base64'));
  const answer = { message: challengeBytes(challenge), signature: Buffer.from(signature, 'base64') };
  const problem = problemOfAnswer({ record, chainDer }, answer, now);
  if (problem) {
    const isUnproved = problem === 'auth.certificate_not_proved';
    throw new AppError(isUnproved ? 'ukey_unlocks.not_proved' : 'ukey_unlocks.certificate_not_valid');
  }
}

/**
 * The key of the certificate has signed under the new PIN. Sent again by the same clerk it answers the same.
 * @param origin of `pageOriginOf`
 * @throws AppError ukey_unlocks.*, staff.own_order, auth.challenge_invalid
 */
export async function completeUnlock(
  needs: ServeDependencies,
  { unlockId, nonce, signature, origin }: UkeyUnlockProof & { readonly unlockId: string; readonly origin: string },
  act: DeskAct,
): Promise<UkeyUnlockRecord> {
  const { staffId, now } = act;
  const found = await findToServe(needs, unlockId, act);
  const done = { staffId, nonceSha256: sha256(nonce) };
  const { unlock, certificate } = found;
  if (unlock.done?.staffId === staffId && unlock.done.nonceSha256 === done.nonceSha256) {
    return unlock;
  }
  refuseOver(found, now);
  refuseUncompared(unlock, staffId);
  const challenge = await takeChallenge(needs, { ...bindingOf(unlockId, staffId, origin), nonce }, now);
  judge(needs, certificate, { challenge, signature }, now);
  const update = {
    $set: { state: 'done', endedAt: now, done },
    $unset: { openFor: 1 },
    $push: { outbox: outboxEntry(UKEY_UNLOCK_JOBS.tellUnlocked, now) },
  } as UpdateQuery<UkeyUnlockRecord>;
  const unlocked = await needs.ukeyUnlocks
    .findOneAndUpdate({ _id: unlock._id, state: 'waiting' }, update, { returnDocument: 'after' })
    .lean<UkeyUnlockRecord>();
  if (!unlocked) {
    throw new AppError('ukey_unlocks.over');
  }
  return unlocked;
}
