import type { PhotoQuality } from './image-facts';

/** Measures depend on the size of the picture, so all are taken at about this length of the long side. */
const MEASURED_SIDE = 800;
/** From here on a pixel holds no drawing any more. */
const BLOWN_OUT_LUMA = 250;

export interface RgbaBitmap {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel, rows from the top. */
  readonly data: Uint8Array;
}

interface LumaPlane {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** BT.601 luma, averaged over boxes of n × n pixels with the n that brings the long side to 800 px or just below. */
function decimatedLuma({ width, height, data }: RgbaBitmap): LumaPlane {
  const box = Math.max(1, Math.ceil(Math.max(width, height) / MEASURED_SIDE));
  const columns = Math.max(1, Math.floor(width / box));
  const rows = Math.max(1, Math.floor(height / box));
  const values = new Float32Array(columns * rows);
  const usedColumns = Math.min(width, columns * box);
  const usedRows = Math.min(height, rows * box);
  for (let y = 0; y < usedRows; y += 1) {
    const target = Math.floor(y / box) * columns;
    for (let x = 0; x < usedColumns; x += 1) {
      const at = (y * width + x) * 4;
      const luma = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
      const index = target + Math.floor(x / box);
      values[index] = (values[index] ?? 0) + luma;
    }
  }
  const pixelsInBox = box * box;
  for (let index = 0; index < values.length; index += 1) {
    values[index] = (values[index] ?? 0) / pixelsInBox;
  }
  return { width: columns, height: rows, values };
}

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

/** Measures a decoded picture in two passes over its pixels. */
export function measurePhoto(bitmap: RgbaBitmap): PhotoQuality {
  const plane = decimatedLuma(bitmap);
  let sum = 0;
  let blownOut = 0;
  for (const value of plane.values) {
    sum += value;
    blownOut += value >= BLOWN_OUT_LUMA ? 1 : 0;
  }
  const count = plane.values.length;
  return { sharpness: laplacianVariance(plane), meanLuma: sum / count, glareRatio: blownOut / count };
}
