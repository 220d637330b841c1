import type { Mask } from './fill-outline';

/** Rising to the right, so that no row of print runs along it. */
const ANGLE = -Math.PI / 7;
/** Kept free between one text and the next, along it and across it, as shares of the text's height. */
const GAP_ALONG = 1;
const GAP_ACROSS = 1.1;
/** Each row is shifted by this share of a text against the one above. */
const SHIFT = 0.37;
/** How much of the mark is seen: what is below stays readable, and black on white stays black on white (see prepare-name-ink). */
const OPACITY = 0.3;
const DARK = 60;
const LIGHT = 235;
const MIDDLE_LUMA = 128;

export interface Bitmap {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, opacity, row by row. */
  readonly data: Uint8Array;
}

/** Paints the text all over the picture, dark on what is bright and bright on what is dark; what was transparent becomes white. */
export function markBitmap({ width, height, data }: Bitmap, text: Mask): void {
  const [cos, sin] = [Math.cos(ANGLE), Math.sin(ANGLE)];
  const along = text.width + Math.ceil(text.height * GAP_ALONG);
  const across = Math.ceil(text.height * (1 + GAP_ACROSS));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const opacity = (data[at + 3] ?? 255) / 255;
      const v = y * cos - x * sin;
      const row = Math.floor(v / across);
      const textY = Math.floor(v - row * across);
      let cover = 0;
      if (textY < text.height) {
        const u = x * cos + y * sin + row * along * SHIFT;
        const textX = Math.floor(u - Math.floor(u / along) * along);
        cover = textX < text.width ? ((text.values[textY * text.width + textX] ?? 0) / 255) * OPACITY : 0;
      }
      if (cover === 0 && opacity === 1) continue;
      const red = (data[at] ?? 0) * opacity + 255 * (1 - opacity);
      const green = (data[at + 1] ?? 0) * opacity + 255 * (1 - opacity);
      const blue = (data[at + 2] ?? 0) * opacity + 255 * (1 - opacity);
      const ink = 0.299 * red + 0.587 * green + 0.114 * blue > MIDDLE_LUMA ? DARK : LIGHT;
      data[at] = red + (ink - red) * cover;
      data[at + 1] = green + (ink - green) * cover;
      data[at + 2] = blue + (ink - blue) * cover;
      data[at + 3] = 255;
    }
  }
}
