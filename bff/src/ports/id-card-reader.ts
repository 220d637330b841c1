/** `incomplete`: a border is cut off. `edited`: traces of an image editor. `dates`: a period that no card has. `other`: one we do not know. */
export type CardWarning =
  | 'copy'
  | 're-shot'
  | 'covered'
  | 'incomplete'
  | 'glare'
  | 'temporary'
  | 'electronic'
  | 'edited'
  | 'watermark'
  | 'dates'
  | 'other';

/** Why a photo cannot be read; each is for the applicant to do better. */
export type UnreadableReason = 'no-card' | 'wrong-side' | 'several-cards' | 'blurred' | 'too-small' | 'unclear';

export type CardReading<Fields> =
  | { readonly read: true; readonly fields: Fields; readonly warnings: readonly CardWarning[] }
  | { readonly read: false; readonly reason: UnreadableReason };

/** What was not made out is undefined. */
export interface CardFront {
  readonly name?: string;
  readonly idNumber?: string;
}

export interface CardBack {
  readonly authority?: string;
  /** YYYY-MM-DD */
  readonly validFrom?: string;
  /** YYYY-MM-DD, its last day */
  readonly validUntil?: string | 'long-term';
}

export interface IdCardReader {
  /** The side with the portrait. @throws PortError when there is no answer: the photo goes on without one */
  readFront(photo: Buffer): Promise<CardReading<CardFront>>;
  /** The side with the emblem. @throws PortError when there is no answer: the photo goes on without one */
  readBack(photo: Buffer): Promise<CardReading<CardBack>>;
}
