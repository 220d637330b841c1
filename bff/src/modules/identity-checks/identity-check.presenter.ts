import type { OwnIdentityCheck, StaffIdentityCheck, StaffIdentityCheckSummary } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import type { ContractMaker } from '../../ports/contract-maker';
import { nameInkOf, sha256OfNameInk, showNamePicture } from '../person';
import { type IdentityCheckRecord, openTyped, type TypedPerson } from './identity-check.model';

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

/** Whether the contract needs a picture: it cannot print the name as typed, or the name was typed as something else. */
export const needsNamePicture = (
  contractMaker: Pick<ContractMaker, 'missingCharacters'>,
  { person, nameNote }: TypedPerson,
): boolean => nameNote !== null || contractMaker.missingCharacters(person.name).length > 0;

/** In full, for it must be compared with the photos; one that is lost is not named. */
export function presentCheckForStaff(
  { cipher, contractMaker }: { readonly cipher: FieldCipher; readonly contractMaker: ContractMaker },
  check: IdentityCheckRecord,
  lostPhotos: readonly string[],
): StaffIdentityCheck {
  const { front, back } = check.idCard;
  const typed = openTyped(cipher, check);
  const unlessLost = (photo: typeof front) => (lostPhotos.includes(photo.id) ? null : photo);
  return {
    ...presentCheckSummary(check),
    revision: check.revision,
    orderId: check.orderId,
    person: typed.person,
    nameNote: typed.nameNote,
    needsNamePicture: needsNamePicture(contractMaker, typed),
    namePicture: showNamePicture(contractMaker, typed),
    idCard: { front: unlessLost(front), back: unlessLost(back) },
  };
}

const nameInkSha256Of = (typed: TypedPerson): string | null => {
  const ink = nameInkOf(typed);
  return ink ? sha256OfNameInk(ink) : null;
};

/** What was decided upon and how, of which the audit log keeps the digest. */
export const decidedContent = (
  check: IdentityCheckRecord,
  typed: TypedPerson,
  decision: { readonly event: 'confirm' | 'refuse'; readonly reason?: string },
) => ({
  identityCheck: check._id.toHexString(),
  revision: check.revision,
  account: check.accountId,
  order: check.orderId,
  nameMasked: check.nameMasked,
  reason: check.reason,
  namePictureSha256: nameInkSha256Of(typed),
  photos: [check.idCard.front.id, check.idCard.back.id],
  decision,
});
