import { defaultFormats } from 'jimp';

const pngFormat = defaultFormats.map((format) => format()).find((format) => format.mime === 'image/png');

export interface Painted {
  readonly width: number;
  readonly height: number;
  /** 0 to 255. */
  opacityAt(x: number, y: number): number;
  /** `#rrggbb` of what is wholly opaque: paler pixels are rounded when the colour is taken out of the opacity. */
  readonly colours: readonly string[];
  /** Share of the pixels between two radii (shares of half the width) that are painted. */
  inkBetween(inner: number, outer: number): number;
}

/** A PNG as an independent decoder (jimp) reads it. */
export function readPainted(png: Buffer): Painted {
  if (!pngFormat) throw new Error('jimp has no PNG format');
  const { data, width, height } = pngFormat.decode(png);
  const opacityAt = (x: number, y: number) => data[(y * width + x) * 4 + 3] ?? 0;
  const colours = new Set<number>();
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] === 255) colours.add(data.readUIntBE(at, 3));
  }
  return {
    width,
    height,
    opacityAt,
    colours: [...colours].map((colour) => `#${colour.toString(16).padStart(6, '0')}`),
    inkBetween(inner, outer) {
      let [ink, all] = [0, 0];
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          const [dx, dy] = [x + 0.5 - width / 2, y + 0.5 - height / 2];
          const square = (dx * dx + dy * dy) / (width / 2) ** 2;
          if (square < inner * inner || square >= outer * outer) continue;
          all += 1;
          if (opacityAt(x, y) > 127) ink += 1;
        }
      }
      return ink / all;
    },
  };
}
