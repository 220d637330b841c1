import { rasterise } from './rasterise';
import { svgNumbers } from './svg-numbers';

/** A seal to be looked at, printed, and signed into the seal structure. */
export interface SealPicture {
  /** Outlines only, its size in millimetres. */
  readonly svg: string;
  /** 600 dpi, the ground transparent. */
  readonly png: Buffer;
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
}

/** The red of seal paste. */
const sealRed = '#c8102e';
const black = '#000000';

export const sealColours = { red: sealRed, black } as const;

/** Frames shapes drawn in millimetres about the origin, in `currentColor`. */
export async function sealPicture(
  content: string,
  width: number,
  height: number,
  colour: keyof typeof sealColours = 'red',
): Promise<SealPicture> {
  const box = svgNumbers(-width / 2, -height / 2, width, height);
  const ink = sealColours[colour];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${svgNumbers(width)}mm" height="${svgNumbers(height)}mm" ` +
    `viewBox="${box}" color="${ink}" fill="currentColor">${content}</svg>`;
  return { svg, png: await rasterise(svg, width, ink), width, height };
}
