import type { NamePicture } from '@acceptance/shared';

/** In em of the text around it: a little higher than a line, as the strokes of a rare character are many. */
const HEIGHT = 1.6;
/** What a column of values has room for on a narrow phone. */
const MOST_WIDTH = 9;

/** How large a name's picture stands in line with text, in its proportions; in em. */
export function namePictureSize({ width, height }: Pick<NamePicture, 'width' | 'height'>): {
  readonly width: number;
  readonly height: number;
} {
  const ratio = width / height;
  const shown = Math.min(MOST_WIDTH, HEIGHT * ratio);
  return { width: shown, height: shown / ratio };
}
