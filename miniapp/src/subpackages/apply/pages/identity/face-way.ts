import type { IdentityCheckReason, IdentityState } from '@acceptance/shared';

/** `resume`: one is under way. `offer`: one can be begun. `used-up`: none can be begun today. Null: it is no way now. */
export type FaceWay = 'resume' | 'offer' | 'used-up' | null;

/** Faces help where name and number are right and could not be matched; not with documents and names that only staff can read. */
const HELPS: readonly (IdentityCheckReason | null)[] = ['contested', 'unavailable'];

/** Whether the check by face is shown, beside the way by staff and never in its place. */
export function faceWayFor(state: IdentityState | null, reason: IdentityCheckReason | null): FaceWay {
  const face = state?.face;
  if (!face) {
    return null;
  }
  if (face.check?.state === 'open' && face.check.url) {
    return 'resume';
  }
  if (!HELPS.includes(reason)) {
    return null;
  }
  return face.startsLeft > 0 ? 'offer' : 'used-up';
}
