/** Four bytes a pixel, rows from the top: what a canvas gives and what decoders give. */
export interface RgbaBitmap {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** Brightness of each pixel, 0–255 (BT.601, as JPEG uses). */
export interface LumaPlane {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** Measures depend on the size of the picture: phone and server take all of them at about this length of the long side. */
export const MEASURED_SIDE = 800;

/** Of the pixel whose first byte stands there (BT.601). */
const lumaAt = (data: RgbaBitmap['data'], at: number): number =>
  0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);

/** Averaged over boxes of n × n pixels, with the n that brings the long side to `side` or just below. */
export function lumaPlane({ width, height, data }: RgbaBitmap, side: number = MEASURED_SIDE): LumaPlane {
  const box = Math.max(1, Math.ceil(Math.max(width, height) / side));
  const columns = Math.max(1, Math.floor(width / box));
  const rows = Math.max(1, Math.floor(height / box));
  const values = new Float32Array(columns * rows);
  if (box === 1) {
    for (let index = 0, at = 0; index < values.length; index += 1, at += 4) {
      values[index] = lumaAt(data, at);
    }
    return { width: columns, height: rows, values };
  }
  const usedColumns = Math.min(width, columns * box);
  const usedRows = Math.min(height, rows * box);
  for (let y = 0; y < usedRows; y += 1) {
    const target = Math.floor(y / box) * columns;
    for (let x = 0; x < usedColumns; x += 1) {
      const index = target + Math.floor(x / box);
      values[index] = (values[index] ?? 0) + lumaAt(data, (y * width + x) * 4);
    }
  }
  const pixelsInBox = box * box;
  for (let index = 0; index < values.length; index += 1) {
    values[index] = (values[index] ?? 0) / pixelsInBox;
  }
  return { width: columns, height: rows, values };
}

/** The same plane with a long side of about `side`. */
export function shrinkPlane(plane: LumaPlane, side: number): LumaPlane {
  const box = Math.max(1, Math.ceil(Math.max(plane.width, plane.height) / side));
  const [width, height] = [Math.max(1, Math.floor(plane.width / box)), Math.max(1, Math.floor(plane.height / box))];
  return { width, height, values: gridMeans(plane, width, height) };
}

/** The mean brightness of each cell of a grid laid over the plane, row by row. */
export function gridMeans({ width, height, values }: LumaPlane, columns: number, rows: number): Float32Array {
  const means = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    const top = Math.floor((row * height) / rows);
    const bottom = Math.max(top + 1, Math.floor(((row + 1) * height) / rows));
    for (let column = 0; column < columns; column += 1) {
      const left = Math.floor((column * width) / columns);
      const right = Math.max(left + 1, Math.floor(((column + 1) * width) / columns));
      let sum = 0;
      for (let y = top; y < bottom; y += 1) {
        for (let x = left; x < right; x += 1) sum += values[y * width + x] ?? 0;
      }
      means[row * columns + column] = sum / ((bottom - top) * (right - left));
    }
  }
  return means;
}
