import type { ImageMediaType } from '@acceptance/shared';

export interface PhotoToMark {
  readonly bytes: Buffer;
  readonly mediaType: ImageMediaType;
  /** Written over all of it, one below the other: what for, of which application, who looks and when. */
  readonly lines: readonly string[];
}

/** Shows photos of documents in a form that is good for looking and for nothing else. */
export interface PhotoMarker {
  /**
   * The photo upright, in its own size, as a JPEG with the lines across it; away from the event loop.
   * @throws AppError files.busy, server.unavailable
   */
  mark(photo: PhotoToMark): Promise<Buffer>;
}
