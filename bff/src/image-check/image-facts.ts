import type { CardPlace, ImageMediaType, PhotoMeasures } from '@acceptance/shared';

/** What was seen in a decoded photo. */
export interface PhotoLook {
  readonly measures: PhotoMeasures;
  /** Where the card lies; null when none was made out. */
  readonly card: CardPlace | null;
  /** `picturePrint`: alike for the same picture written again. */
  readonly print: string;
}

/** What an accepted image is. */
export interface ImageFacts {
  readonly mediaType: ImageMediaType;
  /** Of the upright picture: EXIF orientation is applied. */
  readonly width: number;
  readonly height: number;
  /** Null of a signature: it is not decoded here. */
  readonly look: PhotoLook | null;
}
