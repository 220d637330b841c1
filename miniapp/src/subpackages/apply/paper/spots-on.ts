import type { PictureSpot, ReviewMark } from '@acceptance/shared';

/** What a reviewer marked on a picture; nothing on the one that has taken its place. */
export const spotsOn = (marks: readonly ReviewMark[], fileId: string | null): PictureSpot[] =>
  marks.flatMap((mark) => (mark.spot && mark.fileId === fileId ? [mark.spot] : []));
