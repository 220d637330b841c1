import type { LumaPlane } from './luma-plane';

/** How readable a photo is likely to be, measured on its luma plane. */
export interface PhotoMeasures {
  /** Variance of the Laplacian: sharp photos have hundreds, blurred and blown-up ones tens. */
  readonly sharpness: number;
  readonly meanLuma: number;
  /** Share (0–1) of pixels that are blown out. */
  readonly glareRatio: number;
  /** From the darkest to the brightest pixel, without the outermost half percent at either end. */
  readonly spread: number;
  /** Sharpness over the variance of the brightness: 20 for pure noise, 3 at most for what a lens has seen. */
  readonly noisiness: number;
}

/** From here on a pixel holds no drawing any more. */
const BLOWN_OUT_LUMA = 250;
const OUTERMOST = 0.005;

/** Variance of the 4-neighbour Laplacian over the inner pixels: the usual measure of focus (Pech-Pacheco 2000). */
function laplacianVariance({ width, height, values }: LumaPlane): number {
  let sum = 0;
  let sumOfSquares = 0;
  let count = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const around =
        (values[at - 1] ?? 0) + (values[at + 1] ?? 0) + (values[at - width] ?? 0) + (values[at + width] ?? 0);
      const laplacian = around - 4 * (values[at] ?? 0);
      sum += laplacian;
      sumOfSquares += laplacian * laplacian;
      count += 1;
    }
  }
  return count === 0 ? 0 : sumOfSquares / count - (sum / count) ** 2;
}

/** The brightness that `share` of the pixels stay below. */
function percentile(histogram: Uint32Array, count: number, share: number): number {
  let left = count * share;
  for (const [luma, pixels] of histogram.entries()) {
    left -= pixels;
    if (left < 0) {
      return luma;
    }
  }
  return histogram.length - 1;
}

export function measurePhoto(plane: LumaPlane): PhotoMeasures {
  const count = plane.values.length;
  const histogram = new Uint32Array(256);
  let sum = 0;
  let sumOfSquares = 0;
  let blownOut = 0;
  // By index, not by iterator: half a million values, and the phone counts them too.
  for (let index = 0; index < count; index += 1) {
    const value = plane.values[index] ?? 0;
    sum += value;
    sumOfSquares += value * value;
    blownOut += value >= BLOWN_OUT_LUMA ? 1 : 0;
    const bin = Math.min(255, Math.floor(value));
    histogram[bin] = (histogram[bin] ?? 0) + 1;
  }
  const meanLuma = sum / count;
  const variance = Math.max(0, sumOfSquares / count - meanLuma ** 2);
  const sharpness = laplacianVariance(plane);
  return {
    sharpness,
    meanLuma,
    glareRatio: blownOut / count,
    spread: percentile(histogram, count, 1 - OUTERMOST) - percentile(histogram, count, OUTERMOST),
    noisiness: variance < 1 ? 0 : sharpness / variance,
  };
}
