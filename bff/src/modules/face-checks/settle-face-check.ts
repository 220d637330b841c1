import type { FaceCheckState, FaceFailure } from '@acceptance/shared';
import type { FaceCheckModel, FaceCheckRecord } from './face-check.model';

export interface FaceEnding {
  readonly state: Exclude<FaceCheckState, 'open'>;
  readonly failure?: FaceFailure;
}

/** The one end of a check, once: who comes later gets what it has ended with. What was asked goes. Null when it is gone. */
export async function settleFaceCheck(
  faceChecks: FaceCheckModel,
  { _id }: Pick<FaceCheckRecord, '_id'>,
  { state, failure }: FaceEnding,
  now: Date,
): Promise<{ readonly check: FaceCheckRecord; readonly isFirst: boolean } | null> {
  const settled = await faceChecks
    .findOneAndUpdate(
      { _id, state: 'open' },
      { $set: { state, failure: failure ?? null, settledAt: now }, $unset: { openFor: 1, asked: 1 } },
      { returnDocument: 'after' },
    )
    .lean<FaceCheckRecord>();
  const check = settled ?? (await faceChecks.findOne({ _id }).lean<FaceCheckRecord>());
  return check && { check, isFirst: settled !== null };
}
