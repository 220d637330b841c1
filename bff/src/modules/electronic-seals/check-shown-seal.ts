import { createHash } from 'node:crypto';
import { AppError, largestSealBytes, type SealCheck, type SealStanding } from '@acceptance/shared';
import { isObjectIdOrHexString } from 'mongoose';
import type { UploadedFile } from '../../http/request-context';
import type { SealMaker } from '../../ports/seal-maker';
import type { ElectronicSealModel, ElectronicSealRecord } from './electronic-seal.model';

export interface CheckShownSealDependencies {
  readonly electronicSeals: ElectronicSealModel;
  readonly sealMaker: SealMaker;
}

/** What we say today of a seal whose signature is ours; of these very bytes, so that a second seal of one number is told apart. */
async function standingOf(electronicSeals: ElectronicSealModel, sealId: string, bytes: Buffer): Promise<SealStanding> {
  const record = isObjectIdOrHexString(sealId)
    ? await electronicSeals.findById(sealId).lean<ElectronicSealRecord>()
    : null;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (!record || record.made?.sha256 !== sha256) {
    return 'unknown';
  }
  const { state } = record;
  return state === 'ready' || state === 'suspended' || state === 'revoked' ? state : 'unknown';
}

/**
 * Judges a seal that anybody shows: whether we made it, whether it was changed, and what holds today. It tells nothing that the file
 * itself does not say but the state, and keeps nothing. @throws AppError electronic_seals.data_missing, request.too_large
 */
export async function checkShownSeal(
  { electronicSeals, sealMaker }: CheckShownSealDependencies,
  file: UploadedFile | null,
  now: Date,
): Promise<SealCheck> {
  if (!file || file.bytes.length === 0) {
    throw new AppError('electronic_seals.data_missing');
  }
  if (file.bytes.length > largestSealBytes) {
    throw new AppError('request.too_large');
  }
  const verdict = await sealMaker.verify(file.bytes, now);
  if (!verdict.genuine) {
    return { genuine: false, reason: verdict.doubt };
  }
  const { sealId, kind, name, validFrom, validTo } = verdict;
  return {
    genuine: true,
    standing: await standingOf(electronicSeals, sealId, file.bytes),
    kind,
    name,
    validFrom: validFrom.toISOString(),
    validTo: validTo.toISOString(),
  };
}
