import type { FilePurpose, ImageMediaType } from '@acceptance/shared';

export interface ImageFacts {
  readonly mediaType: ImageMediaType;
  readonly width: number;
  readonly height: number;
}

export interface ImageChecker {
  /** Decodes in full, away from the event loop. @throws AppError files.* when the bytes are not what `purpose` needs. */
  check(input: {
    readonly bytes: Buffer;
    readonly declaredMediaType: string;
    readonly purpose: FilePurpose;
  }): Promise<ImageFacts>;
}
