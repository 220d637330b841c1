import type { RgbaBitmap } from '@acceptance/shared';

const COLUMNS = 24;
const ROWS = 12;
/** Of what is written, what smoothing and another encoder may make of it. */
const MOST_LOST = 0.1;

/** How much of each cell of a grid over the picture is covered with ink, as the sum of its opacity. */
export function inkShares({ width, height, data }: RgbaBitmap): Float32Array {
  const shares = new Float32Array(COLUMNS * ROWS);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor((y * ROWS) / height) * COLUMNS;
    for (let x = 0; x < width; x += 1) {
      const opacity = data[(y * width + x) * 4 + 3] ?? 0;
      if (opacity > 0) {
        const cell = row + Math.floor((x * COLUMNS) / width);
        shares[cell] = (shares[cell] ?? 0) + opacity;
      }
    }
  }
  return shares;
}

/** Whether ink lies where it was written: not nothing, not a part of it, not smaller. False of a sheet without any. */
export function isSameInk(seen: Float32Array, written: Float32Array): boolean {
  const all = written.reduce((sum, share) => sum + share, 0);
  const differs = written.reduce((sum, share, cell) => sum + Math.abs(share - (seen[cell] ?? 0)), 0);
  return all > 0 && differs <= all * MOST_LOST;
}
