import type { OwnIdentityCheck, StaffIdentityCheck, StaffIdentityCheckSummary } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { type IdentityCheckRecord, openTyped } from './identity-check.model';

const presentCheck = ({ state, reason, requestedAt, promisedBy }: IdentityCheckRecord) => ({
  state,
  reason,
  requestedAt: requestedAt.toISOString(),
  promisedBy: promisedBy.toISOString(),
});

export const presentOwnCheck = (check: IdentityCheckRecord): OwnIdentityCheck => ({
  ...presentCheck(check),
  refusal: check.refusal,
});

export const presentCheckSummary = (check: IdentityCheckRecord): StaffIdentityCheckSummary => ({
  ...presentCheck(check),
  id: check._id.toHexString(),
  nameMasked: check.nameMasked,
});

/** In full, for it must be compared with the photos; one that is lost is not named. */
export function presentCheckForStaff(
  cipher: FieldCipher,
  check: IdentityCheckRecord,
  lostPhotos: readonly string[],
): StaffIdentityCheck {
  const { front, back } = check.idCard;
  const unlessLost = (photo: typeof front) => (lostPhotos.includes(photo.id) ? null : photo);
  return {
    ...presentCheckSummary(check),
    revision: check.revision,
    orderId: check.orderId,
    ...openTyped(cipher, check),
    idCard: { front: unlessLost(front), back: unlessLost(back) },
  };
}

/** What was decided upon and how, of which the audit log keeps the digest. */
export const decidedContent = (
  check: IdentityCheckRecord,
  decision: { readonly event: 'confirm' | 'refuse'; readonly reason?: string },
) => ({
  identityCheck: check._id.toHexString(),
  revision: check.revision,
  account: check.accountId,
  order: check.orderId,
  nameMasked: check.nameMasked,
  reason: check.reason,
  photos: [check.idCard.front.id, check.idCard.back.id],
  decision,
});
