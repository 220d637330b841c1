/** 8-bit opacity of black ink, row-major; 255 is full ink. */
export interface AlphaPicture {
  width: number;
  height: number;
  values: Uint8Array;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** From here on a pixel is mostly ink. */
export const solidInk = 128;
const margin = 3;

/** The box around what is mostly ink, and how many pixels that is. */
export function measureInk({ width, height, values }: AlphaPicture): { box: Box; ink: number } {
  const box: Box = { left: width, top: height, right: -1, bottom: -1 };
  let ink = 0;
  for (let y = 0, index = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, index += 1) {
      if ((values[index] ?? 0) < solidInk) continue;
      ink += 1;
      if (x < box.left) box.left = x;
      if (x > box.right) box.right = x;
      if (y < box.top) box.top = y;
      if (y > box.bottom) box.bottom = y;
    }
  }
  return { box, ink };
}

/** What lies in the box, with a little room around it. */
export function cropAlpha(alpha: AlphaPicture, box: Box): AlphaPicture {
  const left = Math.max(0, box.left - margin);
  const top = Math.max(0, box.top - margin);
  const width = Math.min(alpha.width - 1, box.right + margin) - left + 1;
  const height = Math.min(alpha.height - 1, box.bottom + margin) - top + 1;
  const values = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const start = (top + y) * alpha.width + left;
    values.set(alpha.values.subarray(start, start + width), y * width);
  }
  return { width, height, values };
}

/** Averages whole blocks of pixels until both sides are within the limit. */
export function shrinkAlpha(alpha: AlphaPicture, largestSide: number): AlphaPicture {
  const factor = Math.ceil(Math.max(alpha.width, alpha.height) / largestSide);
  if (factor <= 1) return alpha;
  const width = Math.ceil(alpha.width / factor);
  const height = Math.ceil(alpha.height / factor);
  const sums = new Float64Array(width * height);
  for (let y = 0, index = 0; y < alpha.height; y += 1) {
    const row = Math.floor(y / factor) * width;
    for (let x = 0; x < alpha.width; x += 1, index += 1) {
      const target = row + Math.floor(x / factor);
      sums[target] = (sums[target] ?? 0) + (alpha.values[index] ?? 0);
    }
  }
  return { width, height, values: Uint8Array.from(sums, (sum) => Math.round(sum / (factor * factor))) };
}

export const countSolidInk = (values: Uint8Array): number =>
  values.reduce((count, value) => (value >= solidInk ? count + 1 : count), 0);
