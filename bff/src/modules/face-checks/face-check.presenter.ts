import type { FaceCheckView } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { type FaceCheckRecord, openAsked } from './face-check.model';

/** A check as its person sees it: the page's address only while something can be done there. */
export function presentFaceCheck(cipher: FieldCipher, check: FaceCheckRecord, now: Date): FaceCheckView {
  const { state, failure, expiresAt } = check;
  const canBeDone = state === 'open' && now < expiresAt;
  return {
    id: recordIdOf(check),
    state,
    failure,
    url: canBeDone ? (openAsked(cipher, check)?.url ?? null) : null,
    expiresAt: expiresAt.toISOString(),
  };
}
