import type { CardPlace, FilePurpose, ImageMediaType, PhotoMeasures } from '@acceptance/shared';

export interface ImageFacts {
  readonly mediaType: ImageMediaType;
  readonly width: number;
  readonly height: number;
  /** What was seen in a photo, for `photoReasons`; null of a signature. `print`: alike for the same picture written again. */
  readonly look: { readonly measures: PhotoMeasures; readonly card: CardPlace | null; readonly print: string } | null;
}

export interface ImageChecker {
  /** Decodes in full, away from the event loop. @throws AppError files.* when the bytes are not what `purpose` needs. */
  check(input: {
    readonly bytes: Buffer;
    readonly declaredMediaType: string;
    readonly purpose: FilePurpose;
  }): Promise<ImageFacts>;
}
