import type { PhotoAdvice } from '@acceptance/shared';

/** RGBA bytes, row by row, as a canvas gives them. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** What the phone says about a shot. Advice only: the person decides, the staff look. */
export type ShotVerdict = 'clear' | 'blurred' | 'glare' | 'dark';

/**
 * Advice until real photos have been measured (bff/src/image-check measures the same and refuses nothing either).
 * Variance of the Laplacian on a picture of about 320 pixels' width; shares of the picture.
 */
const OWN_ADVICE: PhotoAdvice = { blurredBelow: 60, glareAbovePercent: 6, darkBelow: 50 };
const GLARE_LUMINANCE = 250;

function luminances({ data, width, height }: Pixels): Float64Array {
  const grey = new Float64Array(width * height);
  for (let index = 0; index < grey.length; index += 1) {
    const at = index * 4;
    // Rec. 601 luma, as JPEG uses.
    grey[index] = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
  }
  return grey;
}

/** Variance of the 4-neighbour Laplacian: low when nothing in the picture has an edge. */
function sharpness(grey: Float64Array, width: number, height: number): number {
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const around = (grey[at - 1] ?? 0) + (grey[at + 1] ?? 0) + (grey[at - width] ?? 0) + (grey[at + width] ?? 0);
      const edge = around - 4 * (grey[at] ?? 0);
      sum += edge;
      squares += edge * edge;
      count += 1;
    }
  }
  return count === 0 ? 0 : squares / count - (sum / count) ** 2;
}

/** By the measures of the photo's project, or our own. */
export function judgeShot(pixels: Pixels, advice: PhotoAdvice = OWN_ADVICE): ShotVerdict {
  const grey = luminances(pixels);
  const total = Math.max(1, grey.length);
  const mean = grey.reduce((sum, value) => sum + value, 0) / total;
  if (mean < advice.darkBelow) {
    return 'dark';
  }
  const glaring = grey.reduce((count, value) => (value >= GLARE_LUMINANCE ? count + 1 : count), 0);
  if ((glaring / total) * 100 > advice.glareAbovePercent) {
    return 'glare';
  }
  return sharpness(grey, pixels.width, pixels.height) < advice.blurredBelow ? 'blurred' : 'clear';
}
