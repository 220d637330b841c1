import { deflateSync } from 'node:zlib';
import { writeInkMask } from '../../contract-pdf/ink-mask-bytes';

const [WIDTH, HEIGHT, PEN] = [600, 240, 7];
const INK = 255;

/** A wave drawn with a round pen: seen to be a signature, and to be nobody's. */
export function drawSampleInk(): Buffer {
  const alpha = Buffer.alloc(WIDTH * HEIGHT);
  const dot = (x: number, y: number): void => {
    for (let row = -PEN; row <= PEN; row += 1) {
      const half = Math.floor(Math.sqrt(PEN * PEN - row * row));
      alpha.fill(INK, (y + row) * WIDTH + x - half, (y + row) * WIDTH + x + half);
    }
  };
  for (let x = 60; x <= 540; x += 1) {
    dot(x, Math.round(HEIGHT / 2 + (70 - x / 12) * Math.sin(x / 28)));
  }
  const inkPixels = alpha.reduce((count, value) => count + (value === INK ? 1 : 0), 0);
  return writeInkMask({ width: WIDTH, height: HEIGHT, deflatedAlpha: deflateSync(alpha), inkPixels });
}
