import type { ImageMediaType } from '@acceptance/shared';

/** How readable a photo is likely to be, measured on its luma at no more than 800 px (0–255, BT.601). */
export interface PhotoQuality {
  /** Variance of the Laplacian: sharp photos have hundreds, blurred ones tens. */
  readonly sharpness: number;
  readonly meanLuma: number;
  /** Share (0–1) of pixels that are blown out. */
  readonly glareRatio: number;
}

/** What an accepted image is. Signatures are not decoded here: they have no measures. */
export interface ImageFacts extends Record<keyof PhotoQuality, number | null> {
  readonly mediaType: ImageMediaType;
  /** Of the upright picture: EXIF orientation is applied. */
  readonly width: number;
  readonly height: number;
}
