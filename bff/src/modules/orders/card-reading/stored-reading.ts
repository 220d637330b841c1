import { decryptJson, encryptJson } from '../../../database/encrypted-text';
import type { FieldCipher } from '../../../database/field-cipher';
import type { CardBack, CardFront, CardReading, UnreadableReason } from '../../../ports/id-card-reader';

export type CardSide = 'front' | 'back';
export const CARD_SIDES: readonly CardSide[] = ['front', 'back'];

/** What a photo is not taken for; all but `expired` the applicant may know better. */
export type CardRefusal = 'expired' | Extract<UnreadableReason, 'no-card' | 'wrong-side' | 'several-cards'>;

/** Why nothing is kept: nobody has read the photo, or nobody may use the card. */
export type NotReadReason = 'other-document' | 'no-answer' | 'not-asked' | 'expired';
export type KeptReading<Fields> = CardReading<Fields> | { readonly read: false; readonly reason: NotReadReason };
/** By the side that was looked for. */
export interface SideReadings {
  readonly front: KeptReading<CardFront>;
  readonly back: KeptReading<CardBack>;
}

/** That a photo was given to be read, once for ever: who writes this entry is the one who asks. */
export interface StoredCardReading {
  readonly fileId: string;
  readonly side: CardSide;
  readonly at: Date;
  readonly refusal: CardRefusal | null;
  /** Envelope of what was read; null while it is read, of a refused photo, and once another photo has its place. */
  readonly reading: string | null;
}

export const CARD_READING_PURPOSE = 'order.card-reading';

/** What the envelope holds: it belongs to one photo of one order. */
interface Sealed<Side extends CardSide> {
  readonly fileId: string;
  readonly reading: SideReadings[Side];
}

export const sealReading = <Side extends CardSide>(
  cipher: FieldCipher,
  sealed: Sealed<Side>,
  orderId: string,
): string => encryptJson(cipher, sealed, CARD_READING_PURPOSE, orderId);

/** @throws Error when the envelope is that of another photo or order */
export function openReading<Side extends CardSide>(
  cipher: FieldCipher,
  { fileId, reading }: { readonly fileId: string; readonly side: Side; readonly reading: string },
  orderId: string,
): SideReadings[Side] {
  const sealed = decryptJson<Sealed<Side>>(cipher, reading, CARD_READING_PURPOSE, orderId);
  if (sealed.fileId !== fileId) {
    throw new Error('the reading of an ID card belongs to another photo');
  }
  return sealed.reading;
}
