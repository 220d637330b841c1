import { type IdCardReadingView, type MaskedIdCardReading, maskIdNumber, maskName } from '@acceptance/shared';
import type { FieldCipher } from '../../../database/field-cipher';
import { recordIdOf } from '../../../database/record-id';
import { openPerson, type Person } from '../../person';
import type { ShownOrder } from '../shown-order';
import { problemsOfBack, problemsOfFront } from './judge-reading';
import { type CardSide, openReading, type SideReadings } from './stored-reading';

/** What was read of the photo that stands in the order now. */
function readingOf<Side extends CardSide>(
  cipher: FieldCipher,
  order: ShownOrder,
  side: Side,
): SideReadings[Side] | null {
  const fileId = order.idCard[side]?.id;
  const entry = order.cardReadings?.find((each) => each.side === side && each.fileId === fileId);
  if (!entry) {
    return null;
  }
  const { refusal, reading } = entry;
  if (refusal) {
    return { read: false, reason: refusal } as const;
  }
  return fileId && reading ? openReading(cipher, { fileId, side, reading }, recordIdOf(order)) : null;
}

/** Who was verified when the contract was consented to. */
export const consentedPerson = (cipher: FieldCipher, order: Pick<ShownOrder, '_id' | 'applicant'>): Person | null =>
  order.applicant && openPerson(cipher, order.applicant.person, recordIdOf(order));

function presentFront(reading: SideReadings['front'], person: Person | null): IdCardReadingView['front'] {
  const { name = null, idNumber = null } = reading.read ? reading.fields : {};
  return { name, idNumber, problems: problemsOfFront(reading, person) };
}

function presentBack(reading: SideReadings['back']): IdCardReadingView['back'] {
  const { authority = null, validFrom = null, validUntil = null } = reading.read ? reading.fields : {};
  return { authority, validFrom, validUntil, problems: problemsOfBack(reading) };
}

/**
 * What was read of the photos in the order, for its applicant. `verified`: who is verified for the account, which is
 * looked at until the contract names somebody; it is compared now, for photos may be taken before.
 */
export function viewCardReadings(cipher: FieldCipher, order: ShownOrder, verified: Person | null): IdCardReadingView {
  const front = readingOf(cipher, order, 'front');
  const back = readingOf(cipher, order, 'back');
  return {
    front: front && presentFront(front, front.read ? (consentedPerson(cipher, order) ?? verified) : null),
    back: back && presentBack(back),
  };
}

/** The same for the staff. */
export function maskCardReadings({ front, back }: IdCardReadingView): MaskedIdCardReading {
  return {
    front: front && {
      nameMasked: front.name && maskName(front.name),
      idNumberMasked: front.idNumber && maskIdNumber(front.idNumber),
      problems: front.problems,
    },
    back: back && { validUntil: back.validUntil, problems: back.problems },
  };
}
