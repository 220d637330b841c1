import type { CardProblem } from '../../schemas/card-reading';
import type { IdentityDocumentType } from '../../schemas/identity-document';

/** English beside `IDENTITY_DOCUMENT_LABELS`. */
export const IDENTITY_DOCUMENT_LABELS_EN: Record<IdentityDocumentType, string> = {
  'resident-id-card': 'Resident ID card',
  'residence-permit': 'Residence permit for Hong Kong, Macao and Taiwan residents',
  'permanent-residence-card': "Foreigner's permanent residence card",
  'hong-kong-macao-permit': 'Mainland travel permit for Hong Kong and Macao residents',
  'taiwan-permit': 'Mainland travel permit for Taiwan residents',
  passport: 'Passport',
};

/** English beside `CARD_PROBLEM_LABELS`. */
export const CARD_PROBLEM_LABELS_EN: Record<CardProblem, string> = {
  expired: 'The card has expired',
  'name-differs': 'The name on the photo differs from the verified one',
  'number-differs': 'The number on the photo differs from the verified one',
  edited: 'The photo may have been edited',
  'no-card': 'No ID card was found; the applicant says the photo is right',
  'wrong-side': 'It looks like the other side; the applicant says the photo is right',
  'several-cards': 'There is more than one card; the applicant says the photo is right',
  temporary: 'It may be a temporary ID card',
  dates: 'The period of validity looks wrong',
  copy: 'It looks like a copy, not the card itself',
  're-shot': 'It looks like a photo of a screen or of another photo',
  electronic: 'It looks like an electronic card, not the card itself',
  watermark: 'There is a watermark on the photo',
  covered: 'Part of the card is covered',
  incomplete: 'An edge or corner of the card is missing',
  glare: 'There is glare on the card',
  blurred: 'The photo is blurred and could not be read',
  'too-small': 'The card is too small in the photo to be read',
  unclear: 'Something on the card could not be read',
  other: 'Something unusual was noticed; please compare with the photo',
  'other-document': 'This kind of document is not read automatically; our staff check it',
  'no-answer': 'The reading service did not answer; our staff check it',
  'not-asked': "Today's readings are used up; our staff check it",
};
